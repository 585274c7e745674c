# Дети и те, кто их представляет.
web-nav-my-children = Мои дети
families-title = Мои дети
families-none = Здесь пока нет ни одного ребёнка
families-none-text = Каждого ребёнка добавляют один раз. Потом можно подавать за него заявки сколько угодно.
families-age =
    { $years ->
        [0] Меньше года
        [one] { $years } год
        [few] { $years } года
        [many] { $years } лет
       *[other] { $years } года
    }
families-state-unconfirmed = ещё не подтверждён
families-state-confirmed = подтверждён
families-state-merged = объединён с другой записью
families-state-archived = хранится, не используется
families-state-doubted = проверяется
families-state-unconfirmed-what = Уже можно подавать заявки. Учреждение сверит данные ({ $child }) с документами, когда вы с ними придёте.
families-state-confirmed-what = Учреждение сверило данные ({ $child }) с документами.
families-state-merged-what = Эта запись ({ $child }) объединена с другой.
families-state-archived-what = Эта запись ({ $child }) хранится и не используется.
families-state-doubted-what = Есть запись, похожая на эту ({ $child }). Оператор посмотрит обе; до этого данные нельзя подтвердить. Вам ничего делать не нужно.
families-known = Что мы знаем
families-address = Адрес
families-guardians = Кто представляет ребёнка
families-documents-kept = Документы, номер которых нам известен (он зашифрован и не показывается):
families-documents-none = Номер ни одного документа нам не известен. Он помогает различить детей с одинаковыми именем и фамилией.
families-back = Назад

families-enter-title = Добавить ребёнка
families-enter-lead = Ребёнка добавляет один раз кто-то из родителей или опекунов. Введите то, что написано в документах.
families-enter-button = Добавить ребёнка
families-change-title = Исправить данные
families-change-lead = Изменить можно всё, пока учреждение не сверило данные с документами. То, что было раньше, сохранится в истории.
families-change-button = Сохранить
families-version = Форма
families-given-name = Имя
families-surname = Фамилия
families-patronymic = Отчество или второе имя
families-patronymic-hint = Если оно есть.
families-born = Дата рождения
families-born-hint = Например, 14 3 2017.
families-birth-place = Место рождения
families-birth-place-hint = Населённый пункт.
families-sex = Пол
families-sex-female = девочка
families-sex-male = мальчик
families-document = Документ
families-document-kind = Документ
families-document-hint = Достаточно одного. Можно добавить ребёнка и без документа, а документ принести позже.
families-document-as-it-is = Без изменений
families-document-change-hint = Только чтобы добавить документ, которого у нас ещё нет, или исправить номер: он заменит номер документа того же вида.
families-document-none = Пока никакого
families-document-pesel = PESEL
families-document-snils = СНИЛС
families-document-birth-certificate = Свидетельство о рождении
families-document-other = Другой документ
families-document-number = Номер документа
families-document-number-hint = Мы храним его в зашифрованном виде и никогда не показываем.
families-municipality = Муниципалитет, где живёт ребёнок
families-municipality-hint = От него зависит, какие учреждения подтверждают данные.
families-municipality-choose = Выберите
families-street = Улица и дом
families-postal-code = Почтовый индекс
families-city = Населённый пункт
families-consent = Согласие
families-consent-text = Я родитель или законный представитель этого ребёнка и согласен (согласна) на использование его данных для записи на программы.
families-photo = Фотографии
families-photo-text = Я согласен (согласна), чтобы учреждение публиковало фотографии с ребёнком (можно не отмечать).

families-already-title = Ребёнок с такими данными уже зарегистрирован
families-already-lead = Вы ничего не нарушили, и запись ребёнка в порядке. Второй раз добавлять его не нужно: так не потеряются ни заявки, ни место в очереди.
families-already-private = Мы не показываем, в чьём кабинете запись: эти данные защищены.
families-already-again = Исправить введённые данные
families-already-typed = Вы ввели

flash-child-entered = Ребёнок добавлен.
flash-child-to-review = Ребёнок добавлен. Есть похожая запись, поэтому оператор посмотрит обе.
flash-child-own = Этот ребёнок уже есть в вашем кабинете. Вот он.
flash-child-changed = Изменения сохранены.

error-of_age = Тот, кому исполнилось { $age }, создаёт свой аккаунт. Если год указан по ошибке, исправьте его.
error-consent_child = Без этого согласия мы не можем добавить ребёнка.
error-too_many_children = За последний час было много попыток. Попробуйте снова через { $minutes ->
    [one] { $minutes } минуту
    [few] { $minutes } минуты
    [many] { $minutes } минут
   *[other] { $minutes } минуты
}; введённое останется здесь.
error-child_taken = Другой ребёнок с такими данными уже зарегистрирован. Если это тот же ребёнок, не меняйте эту запись: напишите в своё учреждение.
families-import-row = Строка { $line }, { $column }: { $problem }
error-import_sex = Напишите Ж или М либо ничего.
error-import_municipality = Муниципалитета с таким названием здесь нет. Напишите его как в списке организаций или оставьте поле пустым.
error-import_municipality_twice = Такое название у нескольких муниципалитетов. Оставьте поле пустым; оператор сможет выбрать нужный позже.
error-import_id_twice = В строке { $first } тот же идентификатор. Дайте каждой строке свой.
families-import-open = { $count ->
    [one] нужно решить в { $count } случае, кто из них один и тот же человек
    [few] нужно решить в { $count } случаях, кто из них один и тот же человек
    [many] нужно решить в { $count } случаях, кто из них один и тот же человек
   *[other] нужно решить в { $count } случая, кто из них один и тот же человек
}
error-document_kept = PESEL, который нам известен, не соответствует этой дате рождения и полу. Сверьте их с документом; если ошибка была в номере PESEL, введите и его ещё раз.
error-child_meanwhile = Кто-то изменил эти данные, пока страница была открыта. Откройте её ещё раз и посмотрите, что там сейчас.
error-pesel_wrong = В этом номере PESEL опечатка: не сходится последняя цифра. Сверьте его с документом.
error-pesel_form = В номере PESEL 11 цифр.
error-pesel_other_birth = По этому номеру PESEL дата рождения другая. Сверьте то и другое с документом.
error-pesel_other_sex = По этому номеру PESEL пол другой. Сверьте то и другое с документом.
error-snils_wrong = В этом СНИЛС опечатка: не сходятся две последние цифры. Сверьте его с документом.
error-snils_form = В СНИЛС 11 цифр.
error-document_form = Это не похоже на номер документа: от 4 до 30 букв и цифр.

families-letter-entered-subject = Ребёнок добавлен: { $child }
families-letter-entered-what = В вашем кабинете новый ребёнок: { $child }. Уже можно подавать заявки на программы.
families-letter-entered-next = Учреждение должно один раз сверить данные с документами, лучше сразу после подачи заявки: только тогда оно примет решение. Возьмите свидетельство о рождении или другой документ ребёнка с номером и свой документ, удостоверяющий личность.
families-letter-entered-action = Открыть страницу ребёнка
families-letter-met-subject = Кто-то пытался добавить ребёнка: { $child }
families-letter-met-what = Кто-то пытался второй раз добавить того же ребёнка: { $child }. Ничего не добавлено, ваша запись не изменилась.
families-letter-met-next = Если это был второй родитель, напишите в своё учреждение: одну запись могут видеть оба. Если вы не знаете, кто это был, делать ничего не нужно.
families-letter-met-action = Открыть страницу ребёнка

families-case = Что из этого подходит?
families-case-email = Я уже регистрировался (регистрировалась), но не помню, на какую почту
families-case-email-hint = Проверим документ ребёнка и напишем на ту почту. Около двух минут, звонить не нужно.
families-case-access = Помню почту, но больше не могу в неё войти
families-case-access-hint = Оператор учреждения увидит ваш документ и заменит адрес.
families-case-guardian = Ребёнка мог добавить второй родитель
families-case-guardian-hint = Попросим его согласия. Видеть запись будете оба.
families-case-institution = Ребёнка могли внести в школе или детском саду
families-case-institution-hint = Учреждение сверит документы и передаст запись вам.
families-case-namesake = Это другой ребёнок: полный тёзка, родился в тот же день
families-case-namesake-hint = Решит оператор. Принесите документ ребёнка; номер в сообщении не пишите.
families-already-next = Продолжить
families-asking = { $who } просит доступ к записи этого ребёнка
families-asking-what = Кто представляет ребёнка, видит его данные и заявки и может подавать заявки.
families-asking-yes = Разрешить
families-asking-no = Не разрешать
families-forgotten-title = На какую почту оформлен мой аккаунт?
families-forgotten-lead = Напишите, о каком ребёнке речь. Если данные и документ относятся к одному ребёнку, мы напишем на зарегистрированную почту, а здесь вы увидите её часть. Не создавайте новый аккаунт: добавить в него этого ребёнка нельзя.
families-forgotten-surname-hint = Ребёнка.
families-forgotten-document-hint = Тот, который указали, когда добавляли ребёнка.
families-forgotten-button = Проверить
families-forgotten-found = Мы написали на зарегистрированную почту.
families-forgotten-found-next = Она выглядит так; целиком мы её не показываем. Войдите с ней или запросите новый пароль.
families-forgotten-sign-in = Войти
families-forgotten-no-access = У меня нет доступа к этой почте
families-forgotten-none = Мы не нашли ничего, к чему подходят и данные, и документ.
families-forgotten-none-next = Возможно, есть опечатка или в записи ещё нет документа. Оператор учреждения может проверить это вместе с вами.
families-forgotten-write = Спросить в учреждении
flash-child-share-asked = Если запись есть и вам ещё не отвечали, ваш вопрос теперь у того, кто её ведёт. Нет ответа семь дней или уже отказали? Обратитесь с документами в учреждение.
flash-child-shared = Теперь ребёнка представляете вы оба.
flash-child-not-shared = Ничего не меняется; тот, кто просил, узнает об этом.
families-letter-reminded-subject = На какую почту зарегистрирован ребёнок: { $child }
families-letter-reminded-what = Кто-то, кто знает данные ребёнка ({ $child }) и номер документа, спросил, на какую почту он зарегистрирован. На эту.
families-letter-reminded-next = Если это были вы, войдите с этой почтой; забытый пароль можно заменить на той же странице. Если нет, сообщите в своё учреждение.
families-letter-reminded-action = Войти
families-letter-share-asked-subject = Кто-то просит доступ к записи ребёнка: { $child }
families-letter-share-asked-what = Другой аккаунт просит видеть запись ребёнка ({ $child }) и подавать заявки.
families-letter-share-asked-next = Посмотрите, кто это, и решите. До этого ничего не происходит.
families-letter-share-asked-action = Посмотреть, кто просит
families-letter-shared-subject = У вас есть доступ к записи ребёнка: { $child }
families-letter-shared-what = Запись ребёнка ({ $child }) теперь и в вашем кабинете: её видите вы оба.
families-letter-shared-next = У одного ребёнка одна запись, поэтому заявки и места в очередях общие.
families-letter-shared-action = Открыть страницу ребёнка
families-letter-not-shared-subject = О вашей просьбе о доступе к ребёнку: { $child }
families-letter-not-shared-what = Второй представитель не согласился, чтобы вы представляли ребёнка ({ $child }).
families-letter-not-shared-next = Если у вас есть это право, придите с документами в учреждение: решить может оператор.
families-letter-not-shared-action = Написать в учреждение
families-find-programme = Найти программу
families-stored-now = Что записано сейчас
families-stored-what = Ниже — то, что вы ввели. Исправьте на верное и нажмите кнопку ещё раз или уйдите со страницы: тогда останется то, что записано сейчас.
