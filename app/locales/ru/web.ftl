# Рамка страницы: навигация, поля, страницы ошибок.
web-skip = Перейти к содержанию
web-nav-main = Главная
web-nav-language = Язык
web-nav-account = Учётная запись
web-nav-menu = Меню
web-nav-breadcrumb = Где вы находитесь
web-nav-courses = Программы
web-nav-my-trainings = Мои программы
web-nav-staff = Рабочий стол
web-nav-verify = Проверить сертификат
web-nav-contact = Контакты
web-nav-profile = Мой профиль
web-nav-privacy = Персональные данные
web-nav-accessibility = Доступность
web-sign-in = Войти
web-sign-out = Выйти
web-register = Зарегистрироваться
web-demo = Это демонстрация. Люди и программы вымышлены, письма никуда не уходят.
web-demo-mail = Посмотреть отправленные письма

web-optional = (необязательно)
web-error = Ошибка:
web-errors-title =
    { $count ->
        [one] Исправьте { $count } ошибку. Остальное сохранено.
        [few] Исправьте { $count } ошибки. Остальное сохранено.
        [many] Исправьте { $count } ошибок. Остальное сохранено.
       *[other] Исправьте { $count } ошибки. Остальное сохранено.
    }
web-password-show = Показать пароль
web-password-hide = Скрыть пароль
web-date-day = День
web-date-month = Месяц
web-date-year = Год
web-choose = Выберите
web-search = Найти
web-back = Вернуться без изменений
web-yes = Да
web-no = Нет

web-check-done = Готово
web-check-todo = Ждёт
web-filter-remove = – снять фильтр
web-pager = Страницы результатов
web-pager-page = Страница { $page } из { $pages }
web-pager-previous = Предыдущая страница
web-pager-next = Следующая страница

web-error-start = На главную
web-error-number = Номер, по которому мы найдём причину:
web-error-not-found-title = Такой страницы нет
web-error-not-found-what = Возможно, адрес неполный или страницу перенесли.
web-error-not-found-next = Проверьте адрес или начните с главной страницы. Если адрес был в нашем письме, напишите нам.
web-error-foreign-form-title = Мы не смогли принять эту форму
web-error-foreign-form-what = Страница с формой была открыта слишком долго или её открыли в другом браузере.
web-error-foreign-form-next = Ничего не изменилось. Вернитесь на предыдущую страницу, обновите её и отправьте форму ещё раз.
web-error-too-many-title = Слишком много попыток
web-error-too-many-what = За короткое время их было больше, чем мы допускаем. Так мы защищаем учётные записи.
web-error-too-many-next = Подождите несколько минут и попробуйте снова. Ничего не изменилось.
web-error-unreadable-title = Не удалось прочитать то, что прислал браузер
web-error-unreadable-what = Данные повреждены или неполны.
web-error-unreadable-next = Ничего не изменилось. Вернитесь на предыдущую страницу и попробуйте ещё раз.
web-error-too-large-title = Это слишком много сразу
web-error-too-large-what = Файл или текст больше, чем принимает эта страница.
web-error-too-large-next = Выберите файл поменьше или разделите его на части. Ничего не сохранено.
web-error-unavailable-title = Сейчас это сделать не получается
web-error-unavailable-what = Система очень загружена или её как раз чинят.
web-error-unavailable-next = Попробуйте снова через минуту. Всё, что было сохранено раньше, в безопасности.
web-error-internal-title = Это наша ошибка
web-error-internal-what = У нас что-то сломалось. Мы это записали и найдём причину.
web-error-internal-next = Попробуйте снова чуть позже. Если не поможет, напишите нам и назовите номер ниже.
