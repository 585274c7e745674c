# Письма участникам группы.
group-mail-title = Написать группе
group-mail-empty = Писать пока некому
group-mail-empty-text = Когда кто-нибудь вступит в группу, ему можно будет написать здесь.
group-mail-state = Кто получит письмо
group-mail-state-hint = Каждый выбранный получит отдельное письмо. Чужих адресов никто не увидит.
group-mail-only =
    { $count ->
        [one] Письмо получит только { $count } выбранный человек.
        [few] Письмо получат только { $count } выбранных человека.
        [many] Письмо получат только { $count } выбранных человек.
       *[other] Письмо получат только { $count } выбранного человека.
    }
group-mail-to-all = Написать всей группе
group-mail-subject = Тема
group-mail-text = Текст
group-mail-text-hint = Каждая строка станет абзацем. Название программы, контакты и ссылку на «Мои программы» мы добавим на языке каждого получателя.
group-mail-file = Файлы с письмом
group-mail-file-hint = Вместе не больше { $most }.
group-mail-file-deleted = { $file }: файл удалён. Письма, отправленные позже, ушли без него.
group-mail-closed = К письму можно приложить материалы, открытые с самого начала. Остальные открываются после завершения, анкеты и оплаты, и письмо обошло бы это.
group-mail-preview = Посмотреть письмо
group-mail-preview-title = Письмо, каким оно придёт
group-mail-told =
    { $count ->
        [one] Это письмо получит { $count } человек.
        [few] Это письмо получат { $count } человека.
        [many] Это письмо получат { $count } человек.
       *[other] Это письмо получат { $count } человека.
    }
group-mail-told-how = Всё вокруг вашего текста будет на языке получателя. Сам текст не переводится.
group-mail-readers =
    { $count ->
        [one] { $count } человек увидит такое оформление, язык: { $language }
        [few] { $count } человека увидят такое оформление, язык: { $language }
        [many] { $count } человек увидят такое оформление, язык: { $language }
       *[other] { $count } человека увидят такое оформление, язык: { $language }
    }
group-mail-sender = Отправитель
group-mail-send =
    { $count ->
        [one] Отправить { $count } письмо
        [few] Отправить { $count } письма
        [many] Отправить { $count } писем
       *[other] Отправить { $count } письма
    }
group-mail-back = Вернуться к тексту
group-mail-past = Отправлено раньше
group-mail-when = Отправлено
group-mail-delivery = Доставка
group-mail-sum =
    { $people ->
        [one] { $people } письмо.
        [few] { $people } письма.
        [many] { $people } писем.
       *[other] { $people } письма.
    } Отправлено: { $sent }, ждут: { $waiting }, не доставлено: { $undelivered }.
group-mail-sent-title = Письмо группе
group-mail-taken-at = Принято почтовым сервером
group-mail-state-sent = отправлено
group-mail-state-waiting = ждёт
group-mail-state-tried =
    { $count ->
        [one] ждёт, { $count } попытка
        [few] ждёт, { $count } попытки
        [many] ждёт, { $count } попыток
       *[other] ждёт, { $count } попытки
    }
group-mail-state-undelivered = не доставлено
group-mail-undelivered-hint = Недоставленные письма почтовый сервер отклонил или не принял за три дня. Откройте страницу человека, чтобы позвонить ему и проверить адрес.
group-mail-letter-training = Программа
group-mail-letter-subject = { $subject }
group-mail-letter-open = Мои программы
group-mail-letter-files = Приложенные файлы есть и среди материалов в разделе «Мои программы».
group-mail-letter-why = Это письмо организатор написал участникам этой программы.
flash-group-mail-sent = Письма отправляются.
error-group_mail_nobody = Выберите, кто получит письмо.
error-group_mail_file_gone = Одного из выбранных файлов уже нет, или он открывается только в конце. Выберите снова.
error-group_mail_files_too_large = Вместе файлы больше { $most }, и многие почтовые серверы отклонят такое письмо. Уберите часть: каждый, у кого есть место, найдёт их в разделе «Мои программы».
error-group_mail_files_for_places = Файлы можно отправить только тем, у кого есть место. Уберите файлы или выберите только людей с местом.
error-group_mail_changed =
    { $count ->
        [one] Группа тем временем изменилась: теперь письмо получил бы { $count } человек. Пока ничего не отправлено.
        [few] Группа тем временем изменилась: теперь письмо получили бы { $count } человека. Пока ничего не отправлено.
        [many] Группа тем временем изменилась: теперь письмо получили бы { $count } человек. Пока ничего не отправлено.
       *[other] Группа тем временем изменилась: теперь письмо получили бы { $count } человека. Пока ничего не отправлено.
    }
