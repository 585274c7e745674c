# Сертификаты: чего не хватает, скачивание, открытая проверка, письма.

# В «Моих программах»
certificates-badge-ready = Сертификат готов
certificates-badge-revoked = Сертификат отозван
certificates-badge-survey = Ждём анкету
certificates-badge-payment = Ждём оплату
certificates-badge-profile = Не хватает данных
certificates-ready = Всё сделано.
certificates-ready-more = Сертификат № { $number } можно скачать.
certificates-download = Скачать сертификат (PDF)
certificates-missing-one = Для сертификата не хватает одного: { $what }.
certificates-missing-several =
    { $count ->
        [one] Для сертификата не хватает { $count } вещи.
        [few] Для сертификата не хватает { $count } вещей.
        [many] Для сертификата не хватает { $count } вещей.
       *[other] Для сертификата не хватает { $count } вещи.
    }
certificates-what-survey = анкеты
certificates-what-completion = завершение
certificates-what-payment = оплаты
certificates-what-profile = данных для сертификата
certificates-part-survey = Анкета
certificates-part-survey-hint = Несколько минут. Ответы хранятся без вашей фамилии.
certificates-part-survey-done = Отправлена: { $day }
certificates-part-survey-button = Заполнить анкету
certificates-part-payment = Оплата
certificates-part-payment-state = { $amount }: { $state }
certificates-part-payment-button = Оплатить
certificates-part-payment-institution = платит ваша организация
certificates-part-profile = Данные для сертификата
certificates-part-profile-born-on = Дата рождения
certificates-part-profile-birth-place = Место рождения
certificates-part-profile-letters = Фамилия и место рождения латинскими или русскими буквами
certificates-part-profile-button = Дополнить профиль
certificates-soon = Сертификат готовится.
certificates-soon-more = Через минуту он будет здесь, и мы вам напишем.
certificates-revoked = Сертификат № { $number } отозван.
certificates-revoked-ask = Если у вас есть вопросы, свяжитесь с организатором: { $organisation }.
certificates-event-issued = Сертификат № { $number } выдан
certificates-event-replaced = Сертификат № { $number } выдан взамен № { $before }
certificates-event-revoked = Сертификат № { $number } отозван

# На бумаге
certificates-paper-hours =
    { $count ->
        [one] { $count } академический час
        [few] { $count } академических часа
        [many] { $count } академических часов
       *[other] { $count } академического часа
    }

# Открытая проверка
certificates-verify-title = Проверить сертификат
certificates-verify-lead = Наберите номер с сертификата. Вы увидите, действителен ли он, о каком обучении и когда выдан.
certificates-verify-number = Номер сертификата
certificates-verify-number-hint = Например, 214/2026 или конец адреса под QR-кодом: 12-214-2026
certificates-verify-button = Проверить
certificates-verify-several = Сертификат с таким номером есть у нескольких организаторов
certificates-verify-several-text = Выберите того, кто назван на бумаге.
certificates-offline = Проверка без сети
certificates-offline-text = В QR-коде записан подписанный текст. Его можно проверить на любом компьютере командой «zapis certificate verify» и этим открытым ключом:
certificates-offline-key = Ключ в виде текстового файла
error-certificate_number = Наберите номер так, как он напечатан, например 214/2026.
certificates-unknown-title = Сертификата с таким номером нет
certificates-unknown-what = Мы не выдавали сертификата с номером { $number }.
certificates-unknown-why = Возможно, в цифре ошибка, или его выдали в другом месте.
certificates-unknown-next = Сравните номер с бумагой. Если он верен, сертификат выдан не здесь.
certificates-unknown-again = Набрать номер ещё раз
certificates-checked-title = Сертификат № { $number }
certificates-checked-issued = Этот сертификат действителен.
certificates-only-the-number = В реестре есть сертификат с этим номером, его данные ниже. Код на вашем экземпляре к нему не подходит.
certificates-checked-issued-more = Кем выдано: { $organisation }.
certificates-checked-reissued = Этот сертификат заменён более новым.
certificates-checked-reissued-more = Его исправили. Попросите у владельца новое.
certificates-checked-revoked = Этот сертификат больше не действителен.
certificates-checked-revoked-more = Кем отозвано: { $organisation }.
certificates-signature-fits = QR-код подлинный.
certificates-signature-fits-more = Подпись соответствует номеру, названию и дате ниже.
certificates-signature-wrong = QR-код не относится к этому сертификату.
certificates-signature-wrong-more = Подпись не подходит, поэтому не доверяйте этой бумаге. Ниже то, что записано в реестре.
certificates-number = Номер
certificates-training = Программа
certificates-issued-on = Дата выдачи
certificates-organisation = Кем выдано
certificates-name-title = Выдан ли он этому человеку?
certificates-name-text = Мы не показываем здесь имён. Наберите то, что на бумаге, и мы скажем, верно ли оно.
certificates-name = Фамилия и имя
certificates-name-hint = Так, как напечатано
certificates-name-button = Сравнить
certificates-name-fits = Да, на это имя: { $name }.
certificates-name-differs = Нет, не на это имя: { $name }.
certificates-name-differs-more = Проверьте написание буква за буквой.

# Письма
certificates-letter-open = Мои программы
certificates-letter-profile = Дополнить профиль
certificates-letter-ready-subject = Сертификат готов: { $title }
certificates-letter-ready-what = Сертификат № { $number } о программе «{ $title }» готов. Скачать его можно сколько угодно раз.
certificates-letter-ready-check = Любой может проверить, что он подлинный: по QR-коду на нём или по номеру на нашем сайте.
certificates-letter-replaced-subject = Новый сертификат: { $title }
certificates-letter-replaced-what = Мы выдали новый сертификат о программе «{ $title }»: № { $number }. Он заменяет сертификат № { $before }, который больше не действует.
certificates-letter-replaced-then = Новый можно скачать в разделе «Мои программы». Прежний больше никому не показывайте.
certificates-letter-missing-subject = Чего не хватает для сертификата: { $title }
certificates-letter-missing-what = Спасибо за анкету о программе «{ $title }». Для сертификата ещё кое-чего не хватает.
certificates-letter-missing-completion = Обучение не отмечено как пройденное.
certificates-letter-missing-survey = Анкета не заполнена.
certificates-letter-missing-payment = Оплата ещё не подтверждена. Как только это произойдёт, сертификат будет выдан автоматически.
certificates-letter-lacking-what = Вы прошли программу «{ $title }» и отправили анкету. Для сертификата нужны данные, которых нет в вашем профиле.
certificates-letter-lacking-born-on = Укажите, пожалуйста, дату рождения.
certificates-letter-lacking-birth-place = Укажите, пожалуйста, место рождения.
certificates-letter-lacking-letters = В вашем имени или месте рождения есть буквы, которые мы не можем напечатать. Запишите их латинскими или русскими буквами.
certificates-letter-lacking-then = Тогда сертификат будет выдан автоматически, и мы вам напишем.

certificates-state-issued = Действует
certificates-state-reissued = Заменён
certificates-state-revoked = Отозван
certificates-letter-revoked-subject = Ваш сертификат больше не действует: { $title }
certificates-letter-revoked-what = Сертификат № { $number } о программе «{ $title }» отозван.
certificates-letter-revoked-why = Причина: { $reason }
certificates-letter-revoked-then = Если это ошибка, свяжитесь с нами: контакты ниже.

# Реестр, сертификаты группы, список часов
certificates-register-title = Сертификаты
certificates-register-empty = Реестр пуст
certificates-register-empty-text = Сертификаты появятся здесь сами, когда кто-то завершит обучение и заполнит анкету.
certificates-register-show = Показать
certificates-register-years = Годы реестра
certificates-register-search = Фамилия, обучение или номер
certificates-register-none = Ничего не найдено
certificates-register-none-text = Проверьте написание или выберите другой год.
certificates-register-person = Фамилия и имя
certificates-register-found =
    { $count ->
        [one] { $count } сертификат.
        [few] { $count } сертификата.
        [many] { $count } сертификатов.
       *[other] { $count } сертификата.
    }
certificates-column-number = Номер
certificates-column-issued = Дата выдачи
certificates-column-state = Состояние
certificates-column-surname = Фамилия
certificates-column-given-name = Имя
certificates-column-born-on = Дата рождения
certificates-column-birth-place = Место рождения
certificates-column-title = Обучение
certificates-column-hours = Учебные часы
certificates-column-dates = Сроки
certificates-column-address = Адрес для проверки
certificates-column-file = Файл
certificates-batch-title = Сертификаты группы
certificates-batch-sum = Выдано: { $count }. Завершили обучение: { $completed }.
certificates-batch-zip = Все одним файлом (ZIP)
certificates-batch-empty = Сертификатов пока нет
certificates-batch-empty-text = Сертификат создаётся сам, когда участник заполнит анкету и оплата зачислена.
certificates-without = Завершили, но свидетельства нет
certificates-batch-not-printed = не удалось напечатать
flash-certificates-batch-busy = Сейчас печатаются сертификаты другой группы. Попробуйте через минуту.
certificates-hours-list = Список часов
certificates-hours-of = Учебный год { $year } (PDF)
certificates-hours-title = Список часов за учебный год
certificates-hours-no = №
certificates-hours-when = Сроки
certificates-hours-what = Обучение
certificates-hours-hours = Часы
certificates-hours-number = Сертификат
certificates-hours-sum = Всего:
certificates-hours-note = Учебные часы по 45 минут. Список не заменяет сертификатов.
certificates-hours-made = По состоянию на { $day }
certificates-letter-also-needed = Для сертификата нужно ещё:

# Вид сертификатов
certificates-layout-title = Вид сертификатов
certificates-layout-langs = Языки сертификата
certificates-layout-in-pl = Польский
certificates-layout-in-ru = Русский
certificates-layout-in-en = Английский
certificates-layout-fields = В текстах можно использовать поля, которые заполнятся данными: { $fields }.
certificates-layout-standard = Пустое поле оставляет стандартный текст.
certificates-layout-heading = Заголовок
certificates-layout-certifies = Фраза над именем
certificates-layout-completed = Фраза над названием обучения
certificates-layout-lines = Дополнительные фразы
certificates-layout-lines-hint = Каждая с новой строки, над подписью. Например, номер лицензии.
certificates-layout-signatory-name = Кто подписывает
certificates-layout-signatory-hint = Если в группе никто не указан.
certificates-layout-signatory-role = Должность
certificates-layout-logo = Логотип
certificates-layout-logo-hint = Над названием организации.
certificates-layout-no-logo = Без логотипа
certificates-layout-topics = Показывать темы
certificates-layout-trainers = Показывать преподавателей
certificates-layout-frame = Показывать рамку
certificates-layout-preview = Показать образец
certificates-layout-pdf = Образец в PDF
certificates-layout-save = Сохранить и использовать
certificates-layout-specimen = Образец
certificates-layout-picture = Первая страница образца сертификата с этими настройками
certificates-layout-logos = Добавить логотип
certificates-layout-file = Файл с логотипом
certificates-layout-file-hint = PNG или SVG, до 500 кБ и 2000 пикселей. Затем выберите его в форме выше.
certificates-layout-upload = Добавить
certificates-layout-versions = Версии
certificates-layout-versions-text = Выданные сертификаты сохраняют версию, с которой созданы. Новые создаются с используемой.
certificates-layout-version = Версия
certificates-layout-number = Версия { $version }
certificates-layout-when = Сохранена
certificates-layout-who = Кто
certificates-layout-use = Использовать
certificates-layout-in-use = Используется
certificates-layout-of-product = Стандартный вид
flash-certificates-layout-saved = Сохранено. Так будут выглядеть новые сертификаты.
flash-certificates-layout-used = Так будут выглядеть новые сертификаты.
flash-certificates-logo-added = Логотип добавлен. Теперь выберите его в форме.
error-layout_not_printed = С такими настройками сертификат не напечатать. Сократите тексты или выберите другой логотип.
error-layout_changed = Тем временем сохранена более новая версия. Откройте страницу заново, чтобы её увидеть.
error-layout_lines = Не больше { $most } фраз по { $chars } знаков.
error-layout_field = Нет поля { $field }. Доступные поля перечислены над формой.
error-layout_letter = Знак «{ $letter }» нельзя напечатать.
error-logo_gone = Такого логотипа нет. Выберите другой.
error-logo_too_large = Файл слишком большой. Допустимо не больше { $most } кБ.
error-logo_kind = Это не файл PNG и не SVG.
error-logo_side = Сторона изображения может иметь от 1 до { $most } пикселей.
error-logo_element = В рисунке есть элемент «{ $name }», который мы не принимаем. Сохраните его как простой SVG или как PNG.
error-logo_unreadable = Это изображение нельзя напечатать. Сохраните его в другой программе или как PNG.
error-logos_many = У организации уже столько изображений, сколько можно хранить.
certificates-specimen-number = ОБРАЗЕЦ
certificates-specimen-given-name = Анна
certificates-specimen-surname = Примерова
certificates-specimen-birth-place = Иваново
certificates-specimen-title = Оценивание, которое помогает учиться
certificates-specimen-topics = Обратная связь; Критерии успеха; Работа в парах
certificates-specimen-trainer = Галина Воронова
certificates-specimen-signatory = Вера Счастливая
certificates-specimen-role = Директор
