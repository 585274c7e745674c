# Обучение: главная страница, список, страница программы.
catalogue-home-title = Обучение для тех, кто учит
catalogue-home-lead = Найдите программу, займите место и получите сертификат, который может проверить каждый.
catalogue-home-next = Ближайшие программы
catalogue-home-all = Посмотреть все программы
catalogue-home-how = Как это работает
catalogue-home-how-find = Выберите программу и прочитайте, когда и где она пройдёт.
catalogue-home-how-account = Создайте аккаунт. Это нужно один раз: три минуты и адрес электронной почты.
catalogue-home-how-join = Нажмите «Записаться». С этой минуты место ваше.
catalogue-home-how-certificate = После занятий заполните короткую анкету и скачайте сертификат.
catalogue-home-yours = Ваши дела
catalogue-home-yours-trainings = даты, анкеты и сертификаты в одном месте.
catalogue-home-yours-profile = данные, которые попадут в сертификат.
catalogue-home-verify = введите номер и узнайте, действителен ли он.

catalogue-title = Найти программу
catalogue-lead = Выберите программу, прочитайте подробности и нажмите «Записаться». С этой минуты место ваше.
catalogue-search = Что вы ищете?
catalogue-search-hint = Тема, фамилия преподавателя или место. Регистр и ударения не важны.
catalogue-filters = Фильтры
catalogue-more-filters = Ещё фильтры
catalogue-filter-free-places = Есть места
catalogue-filter-subject = Предмет
catalogue-filter-institution = Учреждение
catalogue-filter-mode = Форма
catalogue-filter-price = Цена
catalogue-filter-when = Время
catalogue-filter-from = С какого дня
catalogue-filter-to = По какой день
catalogue-any-subject = Все
catalogue-any-institution = Все
catalogue-any-mode = Любая
catalogue-any-price = Любая
catalogue-any-when = Любое
catalogue-institution-unknown = Неизвестное учреждение
catalogue-mode-on_site = Очно
catalogue-mode-online = Онлайн
catalogue-mode-mixed = Смешанно
catalogue-price-free = Бесплатно
catalogue-price-paid = Платно
catalogue-when-morning = До 15:00
catalogue-when-afternoon = После 15:00
catalogue-when-weekend = В выходные
catalogue-chip-from = Не раньше { $day }
catalogue-chip-to = Не позже { $day }
catalogue-apply = Применить фильтры
catalogue-clear = Убрать все фильтры
catalogue-count =
    { $count ->
        [one] { $count } программа
        [few] { $count } программы
        [many] { $count } программ
       *[other] { $count } программы
    }
catalogue-order = Порядок:
catalogue-sort-best = самые подходящие
catalogue-sort-soonest = ближайшие
catalogue-sort-cheapest = самые дешёвые
catalogue-sort-places = больше мест
catalogue-nothing-title = Таких программ нет
catalogue-nothing-text = Попробуйте одно слово вместо нескольких, проверьте написание или уберите один из фильтров.
catalogue-none-title = Сейчас записи нет
catalogue-none-text = Новые даты появятся здесь, как только учреждения их объявят. Загляните через несколько дней.

catalogue-meetings =
    { $count ->
        [one] { $count } занятие
        [few] { $count } занятия
        [many] { $count } занятий
       *[other] { $count } занятия
    }
catalogue-hours =
    { $count ->
        [one] { $count } час
        [few] { $count } часа
        [many] { $count } часов
       *[other] { $count } часа
    }
catalogue-teaching-hours =
    { $count ->
        [one] { $count } академический час
        [few] { $count } академических часа
        [many] { $count } академических часов
       *[other] { $count } академического часа
    }
catalogue-card-time = { $hours }. { $meetings }, { $teaching }
catalogue-no-date = Дата скоро
catalogue-place-online = Онлайн, ссылку пришлём по почте
catalogue-place-mixed = { $place }; часть занятий онлайн
catalogue-taught-by = Ведёт { $names }
catalogue-taught-by-several = Ведут { $names }
catalogue-free = Бесплатно
catalogue-places =
    { $free ->
        [one] { $free } свободное место из { $capacity }
        [few] { $free } свободных места из { $capacity }
        [many] { $free } свободных мест из { $capacity }
       *[other] { $free } свободного места из { $capacity }
    }
catalogue-no-places =
    { $capacity ->
        [one] Мест нет: заняты все { $capacity }
        [few] Мест нет: заняты все { $capacity }
        [many] Мест нет: заняты все { $capacity }
       *[other] Мест нет: заняты все { $capacity }
    }
catalogue-last-place = Последнее место
catalogue-last-places = Последние места
catalogue-window-closed = Запись окончена
catalogue-cancelled = Программа отменена
catalogue-opens = Запись откроется { $day }, в { $time }

catalogue-course-description = { $summary } Начало: { $date }.
catalogue-programme = Программа
catalogue-meetings-title = Занятия
catalogue-meetings-caption = Даты занятий
catalogue-group-title = Дата: { $when }
catalogue-when-line = { $day }, { $hours }. { $meetings }
catalogue-no-meetings-yet = Дату сообщим скоро
catalogue-meeting-day = День
catalogue-meeting-hours = Время
catalogue-meeting-place = Место
catalogue-good-to-know = Полезно знать
catalogue-trainers = Ведёт
catalogue-workload = Объём
catalogue-language = Язык
catalogue-language-pl = польский
catalogue-language-ru = русский
catalogue-language-en = английский
catalogue-offered-by = Организатор
catalogue-certificate = Сертификат
catalogue-certificate-free =
    { $hours ->
        [one] После посещения не менее { $needed } из { $hours } часа и заполнения анкеты
        [few] После посещения не менее { $needed } из { $hours } часов и заполнения анкеты
        [many] После посещения не менее { $needed } из { $hours } часов и заполнения анкеты
       *[other] После посещения не менее { $needed } из { $hours } часа и заполнения анкеты
    }
catalogue-certificate-paid =
    { $hours ->
        [one] После посещения не менее { $needed } из { $hours } часа, заполнения анкеты и зачисления платежа
        [few] После посещения не менее { $needed } из { $hours } часов, заполнения анкеты и зачисления платежа
        [many] После посещения не менее { $needed } из { $hours } часов, заполнения анкеты и зачисления платежа
       *[other] После посещения не менее { $needed } из { $hours } часа, заполнения анкеты и зачисления платежа
    }
catalogue-certificate-free-any = После обучения и заполнения анкеты
catalogue-certificate-paid-any = После обучения, заполнения анкеты и зачисления платежа
catalogue-resignation = Отказ от участия
catalogue-resign-until = До { $day }, до конца дня. Позже свяжитесь с нами:
catalogue-resign-over = Срок самостоятельного отказа прошёл. Свяжитесь с нами:
catalogue-resign-always = В любое время, пока нет даты. Или свяжитесь с нами:
catalogue-calendar = Календарь
catalogue-calendar-file = Добавить занятия в свой календарь
catalogue-changes = Изменения
catalogue-changes-promise = О каждом изменении даты или места мы напишем вам на электронную почту.
catalogue-join-title = Запись на программу
catalogue-join = Записаться
catalogue-other-trainings = Посмотреть другие программы
catalogue-open-until = Запись открыта до { $day }, до { $time }.
catalogue-open-until-end-of = Запись открыта до { $day }, до конца дня.
catalogue-list-open = Открыт лист ожидания
catalogue-list-sentence = Все места заняты. Можно подождать: в листе ожидания вы будете под номером { $position }, а когда место освободится, мы вам напишем.
catalogue-join-list = В лист ожидания
catalogue-approval = Решение организатора
catalogue-approval-text = Решение о каждой заявке принимает организатор; до этого место держат для вас.
catalogue-full-sentence = Если кто-то откажется, место снова появится здесь.
catalogue-closed-sentence = Запись на эту дату окончена.
catalogue-cancelled-sentence = Эта программа не состоится. Записавшимся мы отправили письмо.
catalogue-no-groups-title = Сейчас дат нет
catalogue-no-groups-text = Программа уже прошла или ждёт новой даты.

catalogue-import-text = Строка { $line }: «{ $column }» слишком длинно или содержит управляющие символы: { $value }
catalogue-import-count = Строка { $line }: «{ $column }» — не целое число от 1 до 100000: { $value }
catalogue-import-price = Строка { $line }: «{ $column }» — не сумма вида 120 или 120,50: { $value }
catalogue-import-mode = Строка { $line }: «{ $column }» — не очно, онлайн или смешанно: { $value }
catalogue-import-yes-or-no = Строка { $line }: «{ $column }» – не да и не нет: { $value }
catalogue-import-state = Строка { $line }: «{ $column }» — не состояние, которое может задать список (draft, published, для программ также archived): { $value }
catalogue-import-language = Строка { $line }: «{ $column }» — не код языка вида pl, ru или en: { $value }
catalogue-import-date-time = Строка { $line }: «{ $column }» — не день и время вида 2026-12-01 16:00: { $value }
catalogue-import-meetings = Строка { $line }: «{ $column }» — не список занятий вида 2026-12-01 16:00-19:15; 2026-12-08 16:00-19:15: { $value }
catalogue-import-meetings-overlap = Строка { $line }: два занятия в «{ $column }» пересекаются: { $value }
catalogue-import-window = Строка { $line }: запись заканчивается раньше, чем начинается («{ $column }»): { $value }
catalogue-import-twice = Строка { $line }: тот же код в «{ $column }» уже стоит в строке { $value }
catalogue-import-no-organisation = Строка { $line }: «{ $column }» пусто; заполните его или укажите организацию всего списка через --organisation
catalogue-import-unknown-organisation = Строка { $line }: «{ $column }» не называет известной организации: { $value }
catalogue-import-several-organisations = Строка { $line }: «{ $column }» — название нескольких организаций; укажите номер: { $value }
catalogue-import-unknown-course = Строка { $line }: «{ $column }» — не код программы этой организации: { $value }
catalogue-import-currency = Строка { $line }: «{ $column }» — не валюта, которую мы знаем (например, PLN, EUR, RUB): { $value }
catalogue-import-capacity-below-taken = Строка { $line }: «{ $column }» меньше числа занятых мест: { $value }
catalogue-import-has-participants = Строка { $line }: в этой группе уже есть участники ({ $value }); измените её дату, место, форму или преподавателей на странице сотрудников, которая им напишет («{ $column }»)
catalogue-import-group-over = Строка { $line }: группу в «{ $column }» уже нельзя изменить списком: { $value }
catalogue-import-age = Строка { $line }: в «{ $column }» нужен возраст от 0 до 99 лет, младший и старший: { $value }
catalogue-filter-age = Возраст ребёнка, лет
catalogue-filter-municipality = Муниципалитет
catalogue-any-municipality = Любой
catalogue-municipality-unknown = Муниципалитет не из списка
catalogue-filter-days = Дни недели
catalogue-filter-days-hint = Только то, что проходит в выбранные дни и ни в какие другие. Ничего не выбрано: любой день.
catalogue-misread-age = «{ $text }» — не возраст от 0 до 99, поэтому список по нему не сужен.
catalogue-misread-from = Мы не понимаем день «{ $text }», поэтому список с него не начинается. Напишите его так: 1.12.2026.
catalogue-misread-to = Мы не понимаем день «{ $text }», поэтому список им не заканчивается. Напишите его так: 1.12.2026.
catalogue-card-age = возраст: { $age }
catalogue-card-ages = возраст: { $from }–{ $to }
catalogue-takes-certificate-alone = Оплачивается сертификатом, семья ничего не доплачивает
catalogue-filter-city = Город или район
catalogue-any-city = Где угодно
catalogue-filter-funding = Оплата
catalogue-any-funding = Любая
catalogue-filter-certificate = Сертификат
catalogue-chip-age = { $age ->
    [one] { $age } год
    [few] { $age } года
    [many] { $age } лет
   *[other] { $age } лет
}
catalogue-ages = Возраст
catalogue-ages-between = от { $from } до { $to } лет в день первого занятия
catalogue-takes-certificate = Можно оплатить сертификатом
catalogue-apply-for = Подать заявку
catalogue-home-parents = Родителям: записать ребёнка
catalogue-home-parents-how = Каждый ребёнок добавляется один раз. Потом вы подаёте на него заявки в любые учреждения и видите здесь, как продвигается каждая.
catalogue-home-parents-child = Добавить ребёнка или открыть своих детей
catalogue-home-yours-children = дети, за которых вы действуете, и их заявки
