# Страницы сотрудников: программа, группы, списки, посещаемость.
staff-ways = Страницы сотрудников
staff-today-finished = Недавно завершённые
staff-none = нет
staff-no-meetings = Даты ещё не назначены
staff-save = Сохранить
staff-edit = Изменить
staff-state = Состояние
staff-starts = Начало
staff-taken = Занято мест
staff-taken-of = { $taken } из { $capacity }
staff-next-step = Что дальше
staff-back-to-group = Вернуться к группе

# На сегодня
staff-today-title = На сегодня
staff-today-mark = Отметить посещаемость
staff-today-finish = Завершить группы
staff-today-soon = Начинаются в ближайшие 14 дней
staff-today-later = Остальные группы
staff-today-empty = Пока здесь нет ни одной группы
staff-today-empty-text = Группы появятся здесь после публикации. Преподаватели видят те, к которым их прикрепили.
staff-below-minimum = пока меньше, чем нужно
staff-unmarked =
    { $count ->
        [one] не хватает { $count } отметки
        [few] не хватает { $count } отметок
        [many] не хватает { $count } отметок
       *[other] не хватает { $count } отметки
    }

# Программы
staff-courses-title = Программы
staff-courses-search = Название, код, тема или организатор
staff-courses-filter = Показать по состоянию
staff-courses-empty = Пока нет ни одной программы
staff-courses-empty-text = Начните с программы: тема, часы, содержание. Потом добавите к ней группы с датами.
staff-courses-first = Сначала организации
staff-courses-first-text = Программа принадлежит организации, а пока нет ни одной. Загрузите список командой «zapis import organisations ФАЙЛ»; описание столбцов есть в docs/operations.
staff-courses-none = По этим условиям ничего не нашлось
staff-courses-none-text = Снимите фильтр или введите меньше слов.
staff-courses-all = Показать все
staff-courses-found =
    { $count ->
        [one] { $count } программа.
        [few] { $count } программы.
        [many] { $count } программ.
       *[other] { $count } программы.
    }
staff-course-state-draft = Черновик
staff-course-state-published = Опубликована
staff-course-state-archived = В архиве
staff-next-meeting = Ближайшее занятие
staff-open-groups = Текущие и будущие группы
staff-course-new = Новая программа
staff-course-new-title = Новая программа
staff-course-about = О программе
staff-course-see = Открыть страницу программы
staff-course-publish = Опубликовать
staff-course-to-draft = Вернуть в черновики
staff-course-archive = В архив
staff-organisation = Организатор
staff-title = Название
staff-code = Код
staff-course-code-hint = Короткое имя для списков, своё у каждой программы, например ИКТ-12.
staff-subject = Тема
staff-subject-hint = По этому слову фильтруют каталог, например Математика.
staff-summary = Описание
staff-summary-hint = Два-три предложения: что даст это обучение.
staff-topics = Содержание
staff-topics-hint = Одна тема в строке. Темы попадут на страницу программы и в сертификат.
staff-audience = Для кого
staff-audience-hint = Например: учителя 1–3 классов.
staff-language = Язык занятий
staff-language-pl = польский
staff-language-ru = русский
staff-language-en = английский
staff-teaching-hours = Академические часы
staff-teaching-hours-hint = По 45 минут. Число попадёт в сертификат.

# Группы
staff-groups = Группы
staff-groups-empty = У программы ещё нет групп. Группа — это даты, место и число мест.
staff-group = Группа
staff-group-named = Группа { $code }
staff-group-title = { $title }, группа { $code }
staff-group-new = Новая группа
staff-group-new-title = Новая группа
staff-group-edit-title = Изменение группы { $code }: { $title }
staff-group-make = Создать группу
staff-group-publish = Опубликовать группу
staff-group-facts = О группе
staff-group-code-hint = Короткое имя, своё у каждой группы программы, например 1 или осень.
staff-group-state-draft = Черновик
staff-group-state-published = Опубликована
staff-group-state-running = Идёт
staff-group-state-finished = Завершена
staff-group-state-cancelled = Отменена
staff-step-add-meetings = Черновик без дат. Добавьте занятия, затем опубликуйте группу.
staff-step-publish = Черновик, его пока никто не видит. Проверьте данные и опубликуйте группу.
staff-step-wait = Группа опубликована. Сейчас идёт запись.
staff-step-mark = Группа занимается. Отмечайте посещаемость после каждого занятия.
staff-step-finish = Все занятия прошли. Отметьте посещаемость и завершите группу.
staff-step-finished = Группа завершена, участники получили результаты.
staff-step-cancelled = Группа отменена, участники извещены.
staff-step-mark-action = Отметить посещаемость
staff-step-finish-action = Завершить группу
staff-course-not-published = Программа не опубликована, поэтому группы нет в каталоге.
staff-meetings = Занятия
staff-meetings-hint = Дата, например 1.12.2026, и время, например 16:00. Время — по часам организатора.
staff-meeting-number = Занятие { $number }
staff-day = Дата
staff-hour = Время
staff-meeting-starts = С
staff-meeting-ends = До
staff-meeting-place = Место, если другое
staff-meeting-add = Добавить занятие
staff-meeting-remove = Убрать занятие
staff-where-and-who = Где и кто ведёт
staff-mode = Форма занятий
staff-mode-on_site = Очно
staff-mode-online = Онлайн
staff-mode-mixed = Частично онлайн
staff-place = Место
staff-place-hint = Адрес и кабинет. Для онлайн-занятий можно не заполнять.
staff-online-link = Ссылка на занятия
staff-online-link-hint = Её получат только те, у кого есть место в группе.
staff-trainers = Преподаватели
staff-trainers-hint = Имена и фамилии — так, как их покажут.
staff-trainer-accounts = Кто ведёт список
staff-trainer-accounts-hint = Эти люди видят участников, отмечают посещаемость и завершают группу.
staff-enrolling = Запись
staff-capacity = Число мест
staff-minimum = Наименьшее число участников
staff-minimum-hint = Столько человек нужно, чтобы группа начала занятия. 0 — без ограничения.
staff-opens = Начало записи
staff-closes = Конец записи
staff-opens-date = Начало записи, дата
staff-opens-time = Начало записи, время
staff-closes-date = Конец записи, дата
staff-closes-time = Конец записи, время
staff-instant-hint = Например, 1.12.2026 и 16:00.
staff-window = Запись
staff-window-of = с: { $opens }, до: { $closes }
staff-price = Цена
staff-price-hint = Например, 120 или 120,50. Пусто — бесплатно.
staff-currency = Валюта
staff-currency-hint = Оплата в этой валюте. Уже выставленные суммы не меняются.
staff-free = Бесплатно
staff-certificate = Зачёт и сертификат
staff-attendance-percent = Порог посещаемости
staff-attendance-percent-hint = Сколько процентов времени нужно посетить, например 75.
staff-percent = { $percent }%
staff-signatory = Подписывает
staff-signatory-name = Кто подписывает сертификат
staff-signatory-role = Должность
staff-signatory-role-hint = Как под подписью, например директор.
staff-meanwhile = Сейчас сохранено так

# Вопрос перед сохранением
staff-confirm-title = Сохранить эти изменения?
staff-confirm-told =
    { $count ->
        [one] Мы напишем { $count } участнику.
        [few] Мы напишем { $count } участникам.
        [many] Мы напишем { $count } участникам.
       *[other] Мы напишем { $count } участника.
    }
staff-confirm-letter = Каждый получит одно письмо на своём языке: что меняется и новая запись для календаря.
staff-confirm-changes = Что меняется
staff-confirm-what = Что
staff-confirm-old = Было
staff-confirm-new = Станет
staff-confirm-save = Сохранить
staff-confirm-send =
    { $count ->
        [one] Сохранить и отправить { $count } письмо
        [few] Сохранить и отправить { $count } письма
        [many] Сохранить и отправить { $count } писем
       *[other] Сохранить и отправить { $count } письма
    }
staff-confirm-back = Вернуться к форме
staff-odd-past-meeting = Здесь есть новая дата в прошлом. Если это ошибка, вернитесь и исправьте её.
staff-odd-far-meeting = Здесь есть дата позже, чем через два года. Проверьте год.
staff-odd-closes-after-start = Запись закрывается после первого занятия.
staff-odd-window-over = Запись закончилась в прошлом, поэтому никто не сможет записаться.
staff-odd-other-price = Уже есть записавшиеся. Новая цена действует для мест, которые подтверждаются с этого момента: кто уже получил место, платит как было условлено, а выставленные начисления не меняются. Чтобы кто-то не платил, спишите его начисление.
staff-change-meeting = Время занятия
staff-change-meeting-added = Новое занятие
staff-change-meeting-removed = Отменённое занятие
staff-change-not-held = не состоится
staff-change-place = Место
staff-change-mode = Форма занятий
staff-change-trainers = Преподаватель
staff-change-link = Ссылка на занятия

# Отмена и завершение
staff-cancel-link = Отменить группу
staff-cancel-title = Отменить группу?
staff-cancel-what = Занятия этой группы программы «{ $title }» не состоятся, все записи будут закрыты. Отменить это нельзя.
staff-cancel-told =
    { $count ->
        [one] Мы сообщим об этом { $count } участнику.
        [few] Мы сообщим об этом { $count } участникам.
        [many] Мы сообщим об этом { $count } участникам.
       *[other] Мы сообщим об этом { $count } участника.
    }
staff-cancel-reason = Причина
staff-cancel-reason-hint = Участники прочтут это в письме.
staff-cancel-button = Отменить группу и сообщить участникам
staff-finish-title = Завершить группу?
staff-finish-not-over = Последнее занятие закончится: { $when }. Тогда можно будет завершить группу.
staff-finish-unmarked =
    { $count ->
        [one] У { $count } участника отмечены не все занятия. Сначала дополните список.
        [few] У { $count } участников отмечены не все занятия. Сначала дополните список.
        [many] У { $count } участников отмечены не все занятия. Сначала дополните список.
       *[other] У { $count } участника отмечены не все занятия. Сначала дополните список.
    }
staff-finish-completed =
    { $count ->
        [one] { $count } участник завершает обучение
        [few] { $count } участника завершают обучение
        [many] { $count } участников завершают обучение
       *[other] { $count } участника завершает обучение
    }
staff-finish-not-completed =
    { $count ->
        [one] { $count } участник не завершает: посещено меньше { $percent }%
        [few] { $count } участника не завершают: посещено меньше { $percent }%
        [many] { $count } участников не завершают: посещено меньше { $percent }%
       *[other] { $count } участника не завершает: посещено меньше { $percent }%
    }
staff-finish-told = Каждый получит письмо с результатом, а тем, кто завершил, откроется анкета.
staff-finish-button = Завершить группу

# Участники
staff-participants-title = Участники
staff-participants-empty = Пока никто не записался
staff-participants-empty-text = Список заполнится, когда начнётся запись.
staff-participants-holding =
    { $count ->
        [one] Место есть у { $count } участника.
        [few] Место есть у { $count } участников.
        [many] Место есть у { $count } участников.
       *[other] Место есть у { $count } участника.
    }
staff-took-part =
    { $count ->
        [one] Участвовал { $count } человек. Завершено: { $completed }.
        [few] Участвовали { $count } человека. Завершено: { $completed }.
        [many] Участвовали { $count } человек. Завершено: { $completed }.
       *[other] Участвовали { $count } человека. Завершено: { $completed }.
    }
staff-finished-on = Завершена
staff-look-up-noted = Каждый просмотр этого списка записывается.
staff-participant-name = Фамилия и имя
staff-participant-email = Почта
staff-participant-phone = Телефон
staff-participant-workplace = Место работы
staff-participant-state = Состояние
staff-participant-applied = Запись
staff-participant-payment = Оплата
staff-participant-no-charge = без оплаты
staff-participants-search = Имя, место работы или телефон
staff-participants-by-state = Показать по состоянию
staff-participants-by-payment = Показать по оплате
staff-participants-all = Показать всех
staff-participants-found =
    { $count ->
        [one] { $count } человек.
        [few] { $count } человека.
        [many] { $count } человек.
       *[other] { $count } человека.
    }
staff-participant-attended = Посещено
staff-deed-address = Показать адрес полностью
staff-address-one-title = Показать адрес почты: { $name }?
staff-address-one-about = Каждый просмотр адреса записывается, а участнику придёт письмо с причиной.
staff-address-title = Адрес почты: { $name }
staff-address-noted = Адрес показывается один раз. Просмотр записан, участник получает о нём письмо.
staff-attended-of = { $present } из { $marked }
staff-enrolment-state-applied = Ждёт решения
staff-enrolment-state-waiting = В очереди
staff-enrolment-state-offered = Место предложено
staff-enrolment-state-confirmed = Подтверждено
staff-enrolment-state-attending = Посещает
staff-enrolment-state-completed = Завершено
staff-enrolment-state-not_completed = Не завершено
staff-enrolment-state-refused = Отказано
staff-enrolment-state-cancelled = Отменено
staff-enrolment-state-resigned = Отказ
staff-enrolment-state-lapsed = Предложение истекло
staff-enrolment-state-transferred = Перенесено

# Список посещаемости
staff-paper-title = Список для печати
staff-paper-heading = Список посещаемости
staff-paper-hint = Распечатайте эту страницу: формат A4, с местом для подписи.
staff-paper-number = №
staff-paper-signature = Подпись
staff-paper-trainer-signature = Подпись преподавателя: ______________________________
staff-attendance-title = Посещаемость
staff-attendance-hint = Отметьте тех, кто был. Занятие, где никто не отмечен, останется без записи.
staff-attendance-unmarked = не отмечено
staff-attendance-present = присутствие
staff-attendance-absent = отсутствие
staff-attendance-nobody = Никто не пришёл
staff-attendance-save = Сохранить посещаемость
staff-attendance-none = Ни одно занятие ещё не началось
staff-attendance-none-text = Отмечать посещаемость можно с начала занятия.
staff-attendance-empty-text = В списке некого отмечать.

# Что только что сделано
flash-staff-saved = Сохранено.
flash-staff-saved-told = Сохранено. Письма участникам отправляются.
flash-staff-course-made = Программа сохранена как черновик. Теперь добавьте группу с датами.
flash-staff-course-published = Программа опубликована.
flash-staff-course-archived = Программа в архиве.
flash-staff-course-drafted = Программа снова в черновиках.
flash-staff-group-made = Группа сохранена как черновик. Проверьте данные и опубликуйте.
flash-staff-group-published = Группа опубликована.
flash-staff-group-cancelled = Группа отменена. Письма участникам отправляются.
flash-staff-group-finished = Группа завершена. Письма с результатами отправляются.
flash-staff-group-closed = Эта группа уже завершена или отменена. Больше ничего делать не нужно.
flash-staff-attendance-saved = Посещаемость сохранена.

# Ошибки
error-number_range = Введите число от { $least } до { $most }.
error-money = Введите сумму, например 120 или 120,50.
error-date_typed = Введите дату как день.месяц.год, например 1.12.2026.
error-date_year = Год должен быть от 2000 до 2199.
error-time = Введите время, например 16:00.
error-web_address = Введите адрес, который начинается с https://
error-closes_before_opens = Запись должна закрываться позже, чем открывается.
error-minimum_over_capacity = Это больше, чем мест.
error-meeting_no_date = Занятие { $number }: введите дату или уберите это занятие.
error-meeting_no_start = Занятие { $number }: введите время начала.
error-meeting_no_end = Занятие { $number }: введите время окончания.
error-meeting_date = Занятие { $number }: введите дату как день.месяц.год, например 1.12.2026.
error-meeting_date_not_real = Занятие { $number }: такого дня нет в календаре.
error-meeting_time = Занятие { $number }: введите время, например 16:00.
error-meeting_ends_before_start = Занятие { $number }: окончание должно быть позже начала.
error-meeting_place = Занятие { $number }: место слишком длинное или содержит недопустимые знаки.
error-meetings_overlap = Два занятия группы идут одновременно.
error-meetings_twice = Одно и то же занятие указано дважды. Откройте форму заново.
error-too_many_meetings = В группе может быть не больше { $most } занятий.
error-meeting_has_marks = Занятие с отмеченной посещаемостью убрать нельзя.
error-no_meetings = У опубликованной группы должно быть хотя бы одно занятие.
error-code_taken = Этот код уже занят. Выберите другой.
error-capacity_below_taken =
    { $count ->
        [one] Уже занято { $count } место, меньше сделать нельзя.
        [few] Уже занято { $count } места, меньше сделать нельзя.
        [many] Уже занято { $count } мест, меньше сделать нельзя.
       *[other] Уже занято { $count } места, меньше сделать нельзя.
    }
error-course_has_groups =
    { $count ->
        [one] У программы { $count } действующая группа. Сначала завершите или отмените её.
        [few] У программы { $count } действующие группы. Сначала завершите или отмените их.
        [many] У программы { $count } действующих групп. Сначала завершите или отмените их.
       *[other] У программы { $count } действующей группы. Сначала завершите или отмените их.
    }
error-group_over = Группа завершена или отменена, изменить её уже нельзя.
error-group_not_running = Сейчас эту группу завершить нельзя: она не началась или уже закрыта.
error-group_not_over = Последнее занятие закончится: { $when }.
error-attendance_unmarked =
    { $count ->
        [one] У { $count } участника отмечены не все занятия.
        [few] У { $count } участников отмечены не все занятия.
        [many] У { $count } участников отмечены не все занятия.
       *[other] У { $count } участника отмечены не все занятия.
    }
error-attendance_list_changed = Список тем временем изменился. Ничего не сохранено: проверьте его и сохраните ещё раз.
error-attendance_not_yet = Это занятие ещё не началось.

# Один человек в группе
staff-result-reason = Причина
staff-result-reason-hint = Участник прочитает её в письме, в истории она останется навсегда.
staff-result-to-completed = Исправить на «пройдено»
staff-result-to-not-completed = Исправить на «не пройдено»
staff-result-ask-completed = Исправить результат на «пройдено»?
staff-result-ask-not-completed = Исправить результат на «не пройдено»?
staff-result-certificate-goes = Сертификат № { $number } перестанет действовать.
staff-result-certificate-comes = Сертификат будет выдан, как только для него всего будет достаточно.
staff-result-told = Участник получит письмо с новым результатом и причиной.
staff-certificates-title = Сертификаты
staff-certificate-named = № { $number }, дата выдачи: { $when }
staff-certificate-reason = Причина
staff-certificate-reason-hint = Владелец прочитает её в письме, в истории она останется навсегда.
staff-certificate-reissue = Выдать новое
staff-certificate-revoke = Отозвать
staff-certificate-ask-reissue = Выдать новый сертификат взамен № { $number }?
staff-certificate-ask-revoke = Отозвать сертификат № { $number }?
staff-certificate-goes = Сертификат № { $number } перестанет действовать, и открытая проверка это покажет.
staff-certificate-was-revoked = Сертификат № { $number } отозван и останется отозванным.
staff-certificate-new = Новый создаётся из нынешних данных и получает следующий номер.
staff-certificate-told-reissue = Владелец получит письмо с обоими номерами и причиной.
staff-certificate-told-revoke = Владелец получит письмо с причиной. Новый сертификат потом может выдать только сотрудник, на этой же странице.
staff-history = История
staff-event-because = { $event }. Причина: { $reason }
staff-event-reason = Причина: { $reason }.
staff-event-by-system = автоматически
flash-staff-result-corrected = Результат исправлен, участнику отправлено письмо.
flash-staff-certificate-reissued = Новый сертификат выдан, прежний больше не действует.
flash-staff-certificate-revoked = Сертификат отозван, его владельцу отправлено письмо.
error-nothing_to_correct = Такой результат уже записан, или группа ещё не закончилась. Ничего не изменилось.
error-certificate_not_valid = Этот сертификат тем временем заменили или отозвали. Ничего не изменилось.
error-certificate_not_possible = Сейчас сертификат выдать нельзя: данные участника неполны, или чего-то не хватает до него. Ничего не изменилось.

# Копирование
staff-copy-group-title = Следующий набор
staff-copy-group-lead = Новая группа, такая же как эта: те же дни недели и часы, считая от нового первого дня, с теми же материалами. Вы увидите всё до сохранения.
staff-copy-first = Первый день
staff-copy-group-first-hint = День первого занятия, например 1.9.2027. Занятия, которые пришлись бы на выходной или праздник, переносятся на ближайший рабочий день; занятия по выходным обходят только праздники.
staff-copy-group-button = Показать новую группу
staff-copy-course-title = Скопировать на новый год
staff-copy-course-lead = «{ $title }» со всеми группами и их материалами, как черновики: никто их не видит, пока вы их не опубликуете. Отменённые группы не копируются.
staff-copy-code = Код нового курса
staff-copy-code-hint = Не такой, как у этого курса.
staff-copy-course-first-hint = День, в который начинается самая ранняя группа, например 1.9.2027. Остальные идут за ней, как раньше; занятия, которые пришлись бы на выходной или праздник, переносятся на ближайший рабочий день; занятия по выходным обходят только праздники.
staff-copy-course-button = Скопировать
flash-staff-course-copied = Копия готова как черновик. Просмотрите даты, затем опубликуйте её.

# Лист ожидания, решения, переносы, отказы после срока
staff-waiting-places = Лист ожидания
staff-waiting-places-hint = Столько человек могут ждать места. 0 – листа ожидания нет.
staff-needs-approval = Решение по каждой заявке принимаем мы
staff-needs-approval-hint = Место для подавшего заявку держат; вы подтверждаете или отклоняете её в списке участников.
staff-deadlines-title = Сроки в организации
staff-offer-hours = Сколько часов держим предложенное место
staff-offer-hours-hint = От 2 до 720. Предложение заканчивается не позднее чем за 24 часа до первого занятия, и никому не даётся меньше 2 часов.
staff-long-from-hours = Обучение длинное, если часов не меньше
staff-long-from-hours-hint = От длинного обучения отказываются за 3 дня, от короткого за 1 день.
staff-long-from-meetings = Обучение длинное, если занятий не меньше
staff-long-from-meetings-hint = Достаточно одного из двух условий.
staff-waiting-list = Лист ожидания
staff-approval = Решение
staff-approval-on = Решение по каждой заявке принимаем мы
staff-applied = Заявки, которые ждут решения
staff-applied-at = Подано
staff-decision = Решение
staff-late = Просьбы об исключении после срока
staff-position = Номер
staff-everybody = Все в списке
staff-deed-confirm = Подтвердить
staff-deed-refuse = Отклонить
staff-deed-cancel = Отменить запись
staff-deed-transfer = Перенести в другую группу
staff-deed-move-up = Передвинуть вперёд
staff-refuse-one-title = Отклонить заявку: { $name }?
staff-refuse-one-about = Место получит следующий в списке, а участнику придёт письмо с причиной.
staff-cancel-one-title = Отменить запись: { $name }?
staff-cancel-one-about = Запись закроется, место получит следующий в списке, а участнику придёт письмо с причиной.
staff-reason-template = Причина
staff-reason-template-hint = Выберите причину, напишите свою или и то и другое.
staff-reason-words = Своими словами
staff-reason-words-hint = Участник прочтёт это так, как вы напишете.
staff-transfer-title = Перенести в другую группу: { $name }
staff-transfer-about = Сначала занимаем место в новой группе. Участник получит одно письмо с обеими датами и обновлённый календарь.
staff-transfer-target = В какую группу?
staff-transfer-to =
    { $free ->
        [one] Группа { $code }, { $when }, { $free } свободное место
        [few] Группа { $code }, { $when }, { $free } свободных места
        [many] Группа { $code }, { $when }, { $free } свободных мест
       *[other] Группа { $code }, { $when }, { $free } свободного места
    }
staff-transfer-reason = Причина
staff-transfer-price = Там цена { $price }: недостающее нужно будет доплатить, лишнее вернётся.
staff-transfer-none = В других группах нет свободных мест
staff-transfer-none-text = Переносят в другую группу той же программы, которая ещё не началась и где есть место.
staff-move-up-title = Передвинуть в листе ожидания: { $name }
staff-move-up-about = Сейчас номер { $position }. Те, кого обошли, увидят это в своей истории вместе с причиной.
staff-move-up-position = Новый номер
staff-move-up-reason = Причина
staff-move-up-reason-hint = Её прочтут те, кого обошли, поэтому без имён и личных обстоятельств.
staff-late-title = Исключить после срока: { $name }?
staff-late-asked = Когда
staff-late-reason = Причина
staff-late-paid = Это обучение платное. Оплата остаётся, если её не отменят.
staff-late-answer = Ваш ответ
staff-late-answer-hint = Его прочтёт участник. При отказе он обязателен.
staff-late-withdraw = Исключить
staff-late-decline = Отказать
staff-late-answer-link = Ответить
staff-today-decide = Ждут решения
staff-step-decide-action = Решить
staff-to-decide =
    { $count ->
        [one] ждёт { $count } человек
        [few] ждут { $count } человека
        [many] ждут { $count } человек
       *[other] ждут { $count } человека
    }
flash-staff-confirmed = Подтверждено. Письмо уже в пути.
flash-staff-refused = Отклонено. Письмо с причиной уже в пути.
flash-staff-cancelled-one = Запись отменена. Письмо с причиной уже в пути.
flash-staff-decided-before = Решение уже принято, или участник отказался. Ничего не изменилось.
flash-staff-transferred = Перенесено. Одно письмо с обеими датами уже в пути.
flash-staff-moved-up = Передвинуто. Те, кого обошли, увидят это в своей истории.
flash-staff-withdrawn = Участник исключён. Письмо уже в пути.
flash-staff-late-declined = Отказано. Письмо с ответом уже в пути.
flash-staff-look-again = Сеанс тем временем закончился, и ничего не сделано. Проверьте и нажмите кнопку ещё раз.
error-reason_required = Выберите причину или напишите её.
error-target_full = Последнее место в этой группе только что заняли. Выберите другую.
error-target_joined = Этот человек уже в той группе или ждёт места в ней.
error-not_ahead = Укажите номер ближе к началу, чем нынешний, начиная с 1.
error-applications_undecided =
    { $count ->
        [one] { $count } заявка ещё ждёт решения. Сначала подтвердите или отклоните её.
        [few] { $count } заявки ещё ждут решения. Сначала подтвердите или отклоните их.
        [many] { $count } заявок ещё ждут решения. Сначала подтвердите или отклоните их.
       *[other] { $count } заявки ещё ждут решения. Сначала подтвердите или отклоните их.
    }
staff-ages = Возраст
staff-ages-hint = Для программ, где важен возраст в день первого занятия. Тогда заявки за детей подают родители. Для обучения взрослых оставьте оба поля пустыми.
staff-age-from = От, лет
staff-age-to = До, лет
staff-takes-certificate = Можно оплатить сертификатом
staff-takes-certificate-hint = Семьи могут искать такие программы.
error-age_order = Старший возраст меньше младшего.

flash-staff-child-unconfirmed = Пока не подтверждено: сначала сверьте данные ребёнка с документами.
error-lists_unconfirmed = Данные ребёнка ещё не сверены с документами.

staff-applications-title = Заявки
staff-applications-about = Что ждёт решения, начиная с ближайшего срока ответа.
staff-applications-none = Решения ничего не ждёт
staff-applications-none-text = Новые заявки появятся здесь.
staff-application-who = Кто
staff-application-what = Куда
staff-application-organisation = Учреждение
staff-application-due = Ответ до
staff-application-state = На каком этапе
staff-application-late = срок прошёл
staff-application-documents = без документов
staff-application-ready = ждёт решения
staff-order = Номер и дата приказа
staff-order-hint = Например: № 14/2026 от 3 сентября. Это прочитает каждый.
staff-reason-account = Адрес правильной учётной записи
staff-reason-account-hint = Только для повторной учётной записи: адрес той, которой нужно пользоваться. Человек прочтёт его начало, а также телефон и часы тех, кто поможет.
