# Списки сотрудников: файлы, виды, действия со многими строками, клавиши.
lists-take = Скачать список:
lists-keys = Клавиши
lists-key-rows = следующая и предыдущая строка
lists-key-open = открывает строку
lists-key-choose = отмечает строку или снимает отметку
lists-key-search = переходит в поле поиска
lists-key-help = показывает эти клавиши
lists-keys-on = Включить клавиши
lists-keys-off = Выключить клавиши
lists-back = Назад к списку

# Виды
lists-views = Мои виды
lists-views-change = Изменить мои виды
lists-views-none = У вас пока нет видов
lists-views-none-text = Отфильтруйте список и сохраните фильтр под названием: он останется над этим списком как ссылка.
lists-view-keep = Сохранить этот фильтр
lists-view-keep-button = Сохранить
lists-name = Название
lists-of = Список
lists-remove = Удалить
flash-lists-view-kept = Вид сохранён. Он находится над списком.
flash-lists-view-removed = Вид удалён.
error-lists_too_many_views = Видов у вас уже { $most }. Сначала удалите какой-нибудь из них.
error-lists_no_filter = Сохранять нечего: список не отфильтрован или его адрес повреждён. Отфильтруйте список ещё раз.

# Много строк сразу
lists-choose = Выбор
lists-choose-row = Отметить: { $row }
lists-choose-all =
    { $count ->
        [one] Отметить всё ({ $count } строка)
        [few] Отметить всё ({ $count } строки)
        [many] Отметить всё ({ $count } строк)
       *[other] Отметить всё ({ $count } строки)
    }
lists-with-chosen = Отмеченные:
lists-missing =
    { $count ->
        [one] { $count } отмеченной строки больше нет. Мы её пропустим.
        [few] { $count } отмеченных строк больше нет. Мы их пропустим.
        [many] { $count } отмеченных строк больше нет. Мы их пропустим.
       *[other] { $count } отмеченной строки больше нет. Мы их пропустим.
    }
lists-done = Сделано: { $count }.
lists-not-done = Не сделано: { $count }. Причины ниже.
lists-done-title = Сделано
lists-not-done-title = Не сделано
lists-row-gone = Одна из выбранных строк
lists-name-documents = { $name }: документы ещё не проверены. Сначала отметьте их на странице ребёнка; без этого заявку подтвердить нельзя.
lists-why-missing = Её больше нет.
lists-why-failed = Что-то не получилось у нас. Попробуйте с этой строкой ещё раз.
flash-lists-none-chosen = Ничего не было отмечено, поэтому ничего не сделано. Сначала отметьте строки.
error-lists_decided = Решение уже принято раньше, или участник отказался.
error-lists_decided_by = За это время уже решили: { $state }, { $when }, { $name }.
error-lists_decided_when = За это время состояние стало другим: { $state }, { $when }.
error-lists_not_confirmed = Переводят только тех, чьё место подтверждено, и до начала занятий.
error-lists_target_gone = Та группа уже началась или больше не предлагается.
error-lists_no_draft = Это уже не черновик.
error-lists_is_so = Так уже и есть.

lists-do-confirm = Подтвердить
lists-ask-confirm =
    { $count ->
        [one] Подтвердить { $count } заявку?
        [few] Подтвердить { $count } заявки?
        [many] Подтвердить { $count } заявок?
       *[other] Подтвердить { $count } заявки?
    }
lists-about-confirm = Каждый получит письмо с подтверждением места и записью для календаря.
lists-do-refuse = Отклонить
lists-ask-refuse =
    { $count ->
        [one] Отклонить { $count } заявку?
        [few] Отклонить { $count } заявки?
        [many] Отклонить { $count } заявок?
       *[other] Отклонить { $count } заявки?
    }
lists-about-refuse = Места получат следующие в листе ожидания, а каждый из отмеченных получит письмо с причиной.
lists-do-cancel = Отменить зачисления
lists-ask-cancel =
    { $count ->
        [one] Отменить { $count } зачисление?
        [few] Отменить { $count } зачисления?
        [many] Отменить { $count } зачислений?
       *[other] Отменить { $count } зачисления?
    }
lists-about-cancel = Зачисления закончатся, места получат следующие в листе ожидания, а каждый из отмеченных получит письмо с причиной.
lists-do-transfer = Перевести в другую группу
lists-ask-transfer =
    { $count ->
        [one] Перевести { $count } человека в другую группу?
        [few] Перевести { $count } человек в другую группу?
        [many] Перевести { $count } человек в другую группу?
       *[other] Перевести { $count } человека в другую группу?
    }
lists-about-transfer = По одному, в этом порядке, пока есть места. Каждый получит одно письмо с обеими датами и исправленный календарь.
lists-do-write = Написать им
lists-do-waive = Списать
lists-ask-waive =
    { $count ->
        [one] Списать { $count } начисление?
        [few] Списать { $count } начисления?
        [many] Списать { $count } начислений?
       *[other] Списать { $count } начисления?
    }
lists-about-waive = Платить ничего не придётся, и каждый участник получит письмо с причиной.
lists-do-pay-back = Деньги возвращены
lists-ask-pay-back =
    { $count ->
        [one] Деньги по { $count } начислению возвращены?
        [few] Деньги по { $count } начислениям возвращены?
        [many] Деньги по { $count } начислениям возвращены?
       *[other] Деньги по { $count } начисления возвращены?
    }
lists-about-pay-back = Подтвердите, когда переводы отправлены. Каждый участник получит письмо.
lists-do-set-aside = Отложить
lists-ask-set-aside =
    { $count ->
        [one] Отложить { $count } поступление?
        [few] Отложить { $count } поступления?
        [many] Отложить { $count } поступлений?
       *[other] Отложить { $count } поступления?
    }
lists-about-set-aside = Это не оплата программ. Поступления исчезнут из списка.
lists-do-close = Закрыть
lists-ask-close =
    { $count ->
        [one] Закрыть { $count } обращение?
        [few] Закрыть { $count } обращения?
        [many] Закрыть { $count } обращений?
       *[other] Закрыть { $count } обращения?
    }
lists-about-close = Те, кто спрашивал, узнают об этом и смогут написать ещё.
lists-do-publish = Опубликовать
lists-ask-publish =
    { $count ->
        [one] Опубликовать { $count } программу?
        [few] Опубликовать { $count } программы?
        [many] Опубликовать { $count } программ?
       *[other] Опубликовать { $count } программы?
    }
lists-about-publish = Их открытые группы появятся в каталоге.
lists-do-draft = Вернуть в черновик
lists-ask-draft =
    { $count ->
        [one] Вернуть { $count } программу в черновик?
        [few] Вернуть { $count } программы в черновик?
        [many] Вернуть { $count } программ в черновик?
       *[other] Вернуть { $count } программы в черновик?
    }
lists-about-draft = Они исчезнут из каталога. Программа с открытыми группами останется как есть.
lists-do-archive = В архив
lists-ask-archive =
    { $count ->
        [one] Переместить { $count } программу в архив?
        [few] Переместить { $count } программы в архив?
        [many] Переместить { $count } программ в архив?
       *[other] Переместить { $count } программы в архив?
    }
lists-about-archive = Они исчезнут из каталога. Программа с открытыми группами останется как есть.
lists-do-publish-groups = Опубликовать
lists-ask-publish-groups =
    { $count ->
        [one] Опубликовать { $count } группу?
        [few] Опубликовать { $count } группы?
        [many] Опубликовать { $count } групп?
       *[other] Опубликовать { $count } группы?
    }
lists-about-publish-groups = Они появятся в каталоге, и записаться можно будет со дня открытия записи.
lists-do-cancel-groups = Отменить
lists-ask-cancel-groups =
    { $count ->
        [one] Отменить { $count } группу?
        [few] Отменить { $count } группы?
        [many] Отменить { $count } групп?
       *[other] Отменить { $count } группы?
    }
lists-about-cancel-groups = Группы не состоятся, и все зачисления закончатся. Каждый получит письмо с причиной. Отменить это нельзя.
lists-do-zip = Скачать в ZIP
lists-do-open-files = Открыть с самого начала
lists-ask-open-files =
    { $count ->
        [one] Открыть { $count } файл с самого начала?
        [few] Открыть { $count } файла с самого начала?
        [many] Открыть { $count } файлов с самого начала?
       *[other] Открыть { $count } файла с самого начала?
    }
lists-about-open-files = Их сразу смогут скачать все, у кого есть место.
lists-do-close-files = Открыть только в конце
lists-ask-close-files =
    { $count ->
        [one] Закрыть { $count } файл до конца обучения?
        [few] Закрыть { $count } файла до конца обучения?
        [many] Закрыть { $count } файлов до конца обучения?
       *[other] Закрыть { $count } файла до конца обучения?
    }
lists-about-close-files = Их скачает только тот, у кого всё готово: после завершения, анкеты и оплаты.
lists-do-delete-files = Удалить
lists-ask-delete-files =
    { $count ->
        [one] Удалить { $count } файл?
        [few] Удалить { $count } файла?
        [many] Удалить { $count } файлов?
       *[other] Удалить { $count } файла?
    }
lists-about-delete-files = Скачать их больше никто не сможет. Это нельзя отменить.
error-lists_view_taken = Под этим названием уже сохранён другой фильтр. Введите другое название или сначала удалите тот вид.

lists-do-enrol = Зачислить приказом
lists-ask-enrol =
    { $count ->
        [one] Зачислить приказом { $count } человека?
        [few] Зачислить приказом { $count } человека?
        [many] Зачислить приказом { $count } человек?
       *[other] Зачислить приказом { $count } человека?
    }
lists-about-enrol = Зачисляют только тех, у кого место подтверждено. Каждый получит письмо с номером приказа.
# Поиск
lists-search = Искать в таблице
lists-nothing = Ничего не найдено
lists-nothing-text = Каждое слово ищется во всех столбцах таблицы. Введите меньше слов или только начало слова.
lists-whole = Показать всю таблицу
