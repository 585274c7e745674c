# Что объявляют организации.
announcements-title = Объявления
announcements-lead = Сообщение с датами наверху страниц тех, кого оно касается, а если нужно — и по почте.
announcements-new = Новое объявление
announcements-edit = Объявление
announcements-show-current = Сейчас
announcements-show-coming = Предстоящие
announcements-show-past = Прошедшие
announcements-none = Здесь ничего нет
announcements-none-text = Как только вы что-то объявите, оно появится здесь со своими датами.
announcements-title-column = Заголовок
announcements-organisation = Для кого
announcements-organisation-hint = Объявление касается этой организации и всех под ней.
announcements-next = Дальше
announcements-audience = Кто его видит
announcements-audience-hint = Все: на страницах учреждений и их программ, а также у тех, кто в них участвует. Остальные видят его только после входа.
announcements-audience-everybody = Все
announcements-audience-participants = Участники и родители детей, которые участвуют
announcements-audience-staff = Сотрудники
announcements-only-some = Только для некоторых курсов или групп
announcements-only = Курсы и группы
announcements-only-hint = Для участников и родителей. Не выбирайте ничего, чтобы сообщить всем.
announcements-too-many = Здесь слишком много курсов, чтобы выбирать: объявите это для одного учреждения, и вы выберете его курсы.
announcements-group = { $title }, группа { $code }
announcements-chosen-before = Выбрано раньше, больше не предлагается
announcements-days = Дни
announcements-from = Первый день
announcements-until = Последний день
announcements-language = Язык, на котором вы пишете
announcements-language-hint = На этом языке текст нужен. Кто читает на другом, увидит его там, где другого нет.
announcements-title-pl = Заголовок по-польски
announcements-title-ru = Заголовок по-русски
announcements-title-en = Заголовок по-английски
announcements-text-pl = Текст по-польски
announcements-text-ru = Текст по-русски
announcements-text-en = Текст по-английски
announcements-text-hint = Каждая строка — отдельный абзац. Адреса, которые начинаются с https://, станут ссылками.
announcements-announce = Объявить
announcements-save = Сохранить изменения
announcements-shown = Так это видят
announcements-change = Изменить
announcements-change-text = Изменение видно сразу. По почте оно второй раз не уходит, если вы об этом не попросите.
announcements-withdraw = Отозвать
announcements-withdraw-what = Отозванное объявление больше никто не увидит. Письма, которые ушли, вернуть нельзя.
announcements-withdrawn = отозвано
announcements-is-withdrawn = Это объявление отозвано. Его больше никто не видит.
announcements-mail = Почта
announcements-mail-title = Отправить по почте
announcements-not-mailed = не отправлено
announcements-letters =
    { $count ->
        [one] { $count } письмо
        [few] { $count } письма
        [many] { $count } писем
       *[other] { $count } письма
    }
announcements-mailed =
    { $count ->
        [one] Отправлено { $count } человеку: { $when }
        [few] Отправлено { $count } людям: { $when }
        [many] Отправлено { $count } людям: { $when }
       *[other] Отправлено { $count } человека: { $when }
    }
announcements-mailed-before = Объявление уже отправляли. Кто получил его тогда, получит ещё раз.
announcements-told =
    { $count ->
        [one] Это письмо получит { $count } человек.
        [few] Это письмо получат { $count } человека.
        [many] Это письмо получат { $count } человек.
       *[other] Это письмо получат { $count } человека.
    }
announcements-told-how = Каждый получает одно письмо: участники, оба опекуна ребёнка или сотрудники. Объявление для всех получают те, кто сейчас участвует.
announcements-readers =
    { $count ->
        [one] Так его прочтёт { $count } человек: { $language }
        [few] Так его прочтут { $count } человека: { $language }
        [many] Так его прочтут { $count } человек: { $language }
       *[other] Так его прочтут { $count } человека: { $language }
    }
announcements-send =
    { $count ->
        [one] Отправить { $count } письмо
        [few] Отправить { $count } письма
        [many] Отправить { $count } писем
       *[other] Отправить { $count } письма
    }
announcements-shown-until = до { $day }
announcements-put-away = Убрать
announcements-letter-subject = { $subject }
announcements-letter-open = Страница учреждения
announcements-letter-why = Вы получили это письмо, потому что это касается вас. Своим участникам, родителям или сотрудникам это объявляет: { $organisation }.
flash-announcement-created = Объявлено. Его увидят в указанные дни.
flash-announcement-saved = Сохранено. Теперь это видят так.
flash-announcement-withdrawn = Отозвано. Его больше никто не видит.
flash-announcement-mailed = Письма уже в пути.
flash-announcement-over = Срок прошёл или объявление отозвано, поэтому по почте оно не уходит.
flash-notice-put-away = Убрано. Вы его больше не увидите.
error-announcement_far = До этого дня больше двух лет.
error-announcement_days = Последний день раньше первого.
error-announcement_past = Последний день уже прошёл. Выберите сегодняшний или более поздний.
error-announcement_over = Срок прошёл или объявление отозвано.
error-announcement_nobody = Сейчас это никого не касается, поэтому ни одно письмо не ушло.
error-announcement_changed = Кто-то тем временем изменил или отозвал объявление. Посмотрите выше. Если сохранить ещё раз, ваш текст заменит тот.
error-announcement_others =
    { $count ->
        [one] Тем временем что-то изменилось: теперь письмо получил бы { $count } человек. Пока ничего не отправлено.
        [few] Тем временем что-то изменилось: теперь письмо получили бы { $count } человека. Пока ничего не отправлено.
        [many] Тем временем что-то изменилось: теперь письмо получили бы { $count } человек. Пока ничего не отправлено.
       *[other] Тем временем что-то изменилось: теперь письмо получили бы { $count } человека. Пока ничего не отправлено.
    }
