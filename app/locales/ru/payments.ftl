# Оплата: что заплатить и что заплачено, ответ учреждения, страницы бухгалтерии, письма.

payments-title = Оплата
payments-empty = Платить ничего не нужно
payments-empty-text = Когда вы запишетесь на платное обучение, здесь появятся сумма, счёт и назначение платежа.
payments-waiting =
    { $count ->
        [0] Вам ничего не нужно оплачивать.
        [one] { $count } платёж ждёт вас.
        [few] { $count } платежа ждут вас.
        [many] { $count } платежей ждут вас.
       *[other] { $count } платежа ждут вас.
    }
payments-amount = Сумма
payments-to-pay = К оплате
payments-paid = Уже оплачено
payments-recipient = Получатель
payments-recipient-address = Адрес получателя
payments-account = Номер счёта
payments-transfer-title = Назначение платежа
payments-due-on = Срок
payments-group = Группа
payments-no-account = Организатор ещё не указал номер счёта. Спросите его.
payments-title-matters = Укажите назначение точно так, как здесь: по нему мы узнаем ваш платёж. Зачисление может занять несколько дней.
payments-code-title = QR-код перевода { $title }
payments-code-hint = Отсканируйте его в приложении банка: перевод заполнится сам.
payments-says-due = Оплатите, срок: { $day }.
payments-says-takes-days = Зачисление может занять несколько дней.
payments-says-overdue = Срок прошёл: { $day }. Оплатите как можно скорее.
payments-says-booked = Оплачено. Спасибо.
payments-says-waived = Платить не нужно.
payments-says-refund_due = Деньги вам вернут.
payments-says-refund-institution = Деньги возвращаются учреждению: { $institution }.
payments-says-refund-each = То, что было оплачено, вернётся тому, кто платил.
payments-says-refunded = Деньги возвращены.
payments-says-asked = Мы спросили учреждение, заплатит ли оно: { $institution }.
payments-says-answer-before = Ответить можно до: { $when }.
payments-says-institution = Платит учреждение: { $institution }.
payments-state = Состояние
payments-state-due = к оплате
payments-state-overdue = просрочено
payments-state-booked = оплачено
payments-state-waived = снято
payments-state-refund_due = к возврату
payments-state-refunded = возвращено
payments-ask-awaiting_institution = учреждение спросили
payments-ask-accepted = учреждение согласилось
payments-ask-declined = учреждение отказалось
payments-ask-lapsed = учреждение не ответило

# Ответ учреждения
payments-asked-title = Оплатит ли ваше учреждение это обучение?
payments-asked-open = Ответьте, пожалуйста: заплатит ли учреждение?
payments-asked-accepted = Учреждение согласилось заплатить.
payments-asked-declined = Учреждение не платит. Участник об этом знает.
payments-asked-lapsed = Время для ответа прошло. Платит участник.
payments-asked-paid = Учреждение заплатило. Спасибо.
payments-asked-refund-due = Оплата возвращается учреждению.
payments-asked-refunded = Оплата отправлена учреждению обратно.
payments-asked-settled = Платить уже ничего не нужно.
payments-asked-by = Организатор
payments-asked-for = Участник
payments-training = Обучение
payments-when = Когда
payments-asked-payer = Плательщик
payments-tax-id = Налоговый номер
payments-address = Адрес
payments-asked-until = Ответ до
payments-asked-what = Согласие означает, что платите вы. Счёт и назначение платежа вы увидите сразу, мы пришлём их и почтой.
payments-accept = Да, мы заплатим
payments-decline = Нет, не заплатим
payments-how = Как заплатить
payments-asked-contact = Вопросы? { $contact }
payments-paying-title = Что мы оплачиваем
payments-paying-none = Ваше учреждение никто не просил заплатить
payments-paying-none-text = Когда кто-нибудь запишется на обучение и укажет ваше учреждение плательщиком, это появится здесь.
payments-paying-about = Обучение, в котором плательщиком указано ваше учреждение. Откройте строку, чтобы ответить или увидеть, как заплатить.
flash-payments-answered = Спасибо. Ответ записан.
error-payment_answered = На этот вопрос уже ответили, или время прошло. Ничего не изменилось.

# Бухгалтерия
payments-staff-title = Оплата
payments-ways = Страницы оплаты
payments-way-due = К оплате
payments-way-overdue = Просрочено
payments-way-queue = Сопоставить
payments-way-booked = Зачислено
payments-way-refunds = Возвраты
payments-way-waived = Снято
payments-way-ended = Больше не нужно
payments-way-statements = Выписки
payments-way-closing = Закрытие дня
payments-way-settings = Счета
payments-search = Фамилия, учреждение, обучение или назначение платежа
payments-none = Здесь ничего нет
payments-none-text = Начисления появляются, когда люди записываются в платные группы.
payments-none-found = Ничего не подходит
payments-none-found-text = К этим словам ничего не подходит. Попробуйте меньше слов.
payments-found =
    { $count ->
        [one] { $count } начисление.
        [few] { $count } начисления.
        [many] { $count } начислений.
       *[other] { $count } начисления.
    }
payments-participant = Участник
payments-payer = Плательщик
payments-see-enrolment = Открыть заявку
payments-queue-title = Платежи без начисления
payments-queue-empty = Каждый платёж нашёл своё начисление
payments-queue-empty-text = То, что в следующей выписке не сопоставится само, подождёт здесь.
payments-queue-about = Эти платежи не сопоставились сами. Откройте платёж, чтобы увидеть, за что он может быть.
payments-day = День
payments-day-hint = Например, 1.12.2026
payments-counterparty = От кого
payments-best = Вероятнее всего
payments-best-none = подсказки нет
payments-suggested-why = Баллы: { $score } ({ $why })
payments-suggested-about = Плательщик: { $payer }. Осталось оплатить: { $remaining }.
payments-sign-token = назначение
payments-sign-amount = сумма
payments-sign-name = имя и фамилия
payments-sign-part-of-name = имя или фамилия
payments-sign-tax-id = налоговый номер
payments-sign-institution = учреждение
payments-book = Зачислить
payments-entry-title = Строка выписки
payments-entry-new = сопоставляется
payments-entry-to_match = ждёт сопоставления
payments-entry-booked = зачислена
payments-entry-set_aside = отложена
payments-entry-outgoing = исходящая
payments-left = Ещё не зачислено
payments-reference = Референс
payments-bookings = Зачисления
payments-bookings-none = Пока ничего не зачислено.
payments-booked-by = Кто зачислил
payments-booked-by-itself = автоматически
payments-undone = Отменено: { $reason }
payments-undone-moved = Перенесено на оплату другой группы
payments-suggestions = За что это может быть
payments-suggestions-none = Ни одно открытое начисление не похоже на этот платёж.
payments-find = Найти другое начисление
payments-set-aside = Отложить
payments-aside-reason = Почему это не оплата?
payments-aside-reason-hint = Например: проценты, субсидия. Строка уйдёт из списка.
payments-unbook = Отменить зачисление
payments-unbook-which = Какое зачисление?
payments-unbook-reason = Почему вы его отменяете?
payments-unbook-reason-hint = Участник прочитает эту причину. Платёж снова будет ждать сопоставления.
payments-waive = Снять начисление
payments-waive-reason = Почему вы его снимаете?
payments-waive-reason-hint = Участник прочитает эту причину. Платить не придётся.
payments-refund = К возврату
payments-refund-reason = Почему оплата возвращается?
payments-refund-reason-hint = Плательщик получит письмо. Участник прочитает эту причину.
payments-pay-back = Деньги возвращены
payments-pay-back-what = Нажмите, когда перевод плательщику ушёл. Участник получит письмо.
flash-payments-booked = Зачислено.
flash-payments-unbooked = Зачисление отменено.
flash-payments-waived = Начисление снято, участник извещён.
flash-payments-to-refund = Отмечено: деньги к возврату.
flash-payments-refunded = Записано: деньги возвращены.
flash-payments-set-aside = Отложено.
error-payment_not_held = Это зачисление уже отменено, или деньги возвращаются. Ничего не изменилось.
error-payment_not_possible = Этого уже нельзя сделать: начисление или строка изменились.
error-payment_not_left = Столько в этой строке не осталось, или она уже зачислена на это начисление.
error-payment_not_due = Начисление закрыто, или осталось оплатить меньше.
error-payment_not_fitting = Строка и начисление в разных валютах.
payments-names-settled = В назначении указан платёж, по которому больше ничего не ждут.
payments-reverses = Банк отменяет более раннюю строку.
payments-reverse = Отменить зачисление
payments-reverse-hint = Эту причину прочтёт участник. Платёж снова будет открыт, а обе строки отложены.
payments-repeats = Вероятно, это повтор: такая же строка есть в другой выписке.
payments-repeat-aside = Это повтор, отложить
payments-repeat-reason = Повтор строки из другой выписки
payments-rest-back = Остаток возвращён
payments-paid-back-reason = Почему и как он возвращён?
payments-paid-back-reason-hint = Например: переплата, перевод от 3 декабря. Строка уйдёт из списка.
payments-take-up = Вернуть в список
payments-take-up-what = Эта строка отложена. Её можно вернуть в список «Сопоставить».
payments-aside-title = Отложенные строки
payments-aside-why = Почему отложено
payments-aside-none = Ничего не отложено.
flash-payments-taken-up = Строка снова в списке.
flash-payments-paid-back = Отмечено: остаток возвращён.
payments-statement-title = Выписка { $file }
payments-statement-about = Строки, которые принесла эта выписка. Известные из прежних выписок показаны там.
payments-statement-nothing = Новых строк эта выписка не принесла.
payments-column-what = Что произошло
payments-day-booked = зачислено
payments-day-undone = отменено
payments-day-refunded = возвращено

# Выписки
payments-statements-title = Банковские выписки
payments-statement-organisation = Чья это выписка?
payments-statement-organisation-hint = Нужно, только если в файле нет счёта, как в некоторых CSV и MT940.
payments-statement-by-account = По счёту в файле
payments-statement-file = Файл
payments-statement-file-hint = CAMT.053, MT940, CSV или 1CClientBankExchange. Та же выписка во второй раз ничего не зачислит.
payments-statement-send = Загрузить выписку
payments-statement-done = Выписка загружена
payments-statement-taken = Счёт { $account }:
    { $entries ->
        [one] { $entries } строка
        [few] { $entries } строки
        [many] { $entries } строк
       *[other] { $entries } строки
    }, из них новых { $fresh }.
payments-statement-difference = Остатки не сходятся со строками, поэтому автоматически ничего не зачислено.
payments-statement-booked =
    { $count ->
        [one] { $count } платёж зачислен автоматически.
        [few] { $count } платежа зачислены автоматически.
        [many] { $count } платежей зачислено автоматически.
       *[other] { $count } платежа зачислено автоматически.
    }
payments-statements-before = Загружено раньше
payments-period = Период
payments-file = Файл
payments-entries = Строки
payments-fresh = Новые
payments-taken-at = Загружено
error-file_missing = Выберите файл.
error-statement_too_large = Файл больше { $most } МБ. Загрузите его командой «zapis import statement».
error-statement_broken = Ничего не загружено: { $what }
error-statement_not_yours = Ничего не загружено: счёт { $account } не из тех, которые вы ведёте. Проверьте файл или добавьте счёт в разделе «Счета».
error-statement_no_account = В файле не сказано, чей это счёт. Выберите, чья это выписка.
error-statement_which_account = В файле не сказано, какой это счёт, а их несколько. Выберите счёт.
error-bank_code = БИК российского банка состоит из девяти цифр.
error-bank_account = Корреспондентский счёт состоит из 20 цифр, начинается с 301 и подходит к БИК.
error-bank_other = Этот счёт в рублях не подходит к БИК банка ниже: в одном из них опечатка.
payments-place-line = строка { $line }
payments-place-path = в { $path }
payments-place-byte = байт { $byte }
payments-broken-empty = файл пуст.
payments-broken-too-large = файл больше { $limit } байт.
payments-broken-unknown-format = такую выписку мы прочитать не можем. Если это таблица вашего банка, один раз заполните «Столбцы CSV банка» в настройках платежей.
payments-broken-not-text = это не текст в кодировке { $encoding }.
payments-broken-xml-broken = XML повреждён ({ $message }).
payments-broken-xml-forbidden = этого не может быть в выписке: { $text }.
payments-broken-xml-too-big = XML слишком глубокий или большой ({ $limit }).
payments-broken-too-many = { $name }: больше чем { $limit }.
payments-broken-not-camt053 = это не CAMT.053, а { $found }.
payments-broken-missing = нет { $name }.
payments-broken-unexpected = { $name } здесь не ожидается.
payments-broken-malformed = не читается { $name }: { $text }
payments-broken-date-invalid = такого дня нет: { $text }
payments-broken-amount-invalid = это не сумма: { $text }
payments-broken-amount-too-precise = { $text }: знаков после запятой больше чем { $digits }.
payments-broken-amount-too-large = сумма слишком большая: { $text }
payments-broken-currency-invalid = такой валюты нет: { $text }
payments-broken-direction-unknown = ни дебет, ни кредит: { $text }
payments-broken-cut-short = файл обрывается: нет { $expected }.
payments-broken-mapping-invalid = столбец { $name } не подходит.

# Закрытие дня
payments-closing-title = Закрытие дня
payments-closing-none = В этот день ничего не зачислено.
payments-show = Показать
payments-sum = Итого:
payments-column-day = День банка
payments-column-title = Начисление
payments-column-name = Участник
payments-column-training = Обучение
payments-column-counterparty = От кого
payments-column-transfer = Назначение платежа
payments-column-amount = Сумма
payments-column-currency = Валюта
payments-column-answer = Ответ учреждения
payments-column-by = Кто зачислил

# Счета и цены
payments-settings-title = Счета и продавец
payments-settings-about = Куда платят за обучение в каждой организации.
payments-iban = Номер счёта
payments-iban-hint = IBAN, 26 цифр польского счёта или другой номер, например 20 цифр российского. По нему выписка находит организацию.
payments-account-currency = Валюта счёта
payments-account-currency-hint = Она же у строк выписки, в которой валюта не указана.
payments-more-accounts = Другие счета
payments-more-accounts-about = Оплата идёт на первый счёт в её валюте. Пустое поле убирает счёт.
payments-bank = Банк счёта в рублях
payments-bank-about = С ним плательщики в рублях получают QR-код, который читает приложение их банка.
payments-bank-name = Название банка
payments-bank-code = БИК, девять цифр
payments-bank-account = Корреспондентский счёт
payments-terms = Срок
payments-due-days = Дней на оплату
payments-due-days-hint = От записи; никогда не позже первого занятия.
payments-seller = Продавец
payments-seller-name = Название
payments-seller-name-hint = Как в счетах, например муниципалитет.
payments-seller-tax-id = Налоговый номер
payments-seller-address = Адрес
payments-recipient-name = Организация, которая выставляет
payments-recipient-name-hint = Если продавец — муниципалитет: кто действует от его имени.
payments-save = Сохранить
flash-payments-settings-saved = Сохранено.
error-iban_taken = Этот счёт принадлежит другой организации.
error-account_twice = Этот счёт здесь уже есть.
payments-prices-title = Цены по месту работы
payments-prices-usual = Все остальные платят { $price }.
payments-prices-about = Кто работает в указанной организации или в подчинённой ей, платит её цену. Что бесплатно, имеет цену 0. Уже созданные начисления не изменятся.
payments-prices-organisation = Работает в
payments-prices-nobody = Никто
payments-prices-price = Платит
flash-payments-prices-saved = Цены сохранены.
error-price_twice = Эта организация указана дважды.

# Письма
payments-letter-open = Моя оплата
payments-letter-answer = Посмотреть и ответить
payments-letter-see = Посмотреть платёж
payments-letter-due-subject = Оплата обучения: { $title }
payments-letter-due-what = Место на обучении «{ $title }» ваше. Оплатите { $amount }, срок: { $day }.
payments-letter-due-next = Укажите назначение платежа точно так, как ниже. На странице есть и QR-код для приложения банка.
payments-letter-reminder-subject = Напоминание об оплате: { $title }
payments-letter-reminder-what = Приближается срок оплаты обучения «{ $title }»: { $day }.
payments-letter-reminder-next = Если перевод уже ушёл, делать ничего не нужно: зачисление может занять несколько дней.
payments-letter-overdue-subject = Оплата просрочена: { $title }
payments-letter-overdue-what = Срок оплаты обучения «{ $title }» прошёл: { $day }. Платёж ещё не поступил.
payments-letter-overdue-next = Оплатите как можно скорее. Если перевод уже ушёл, проверьте, верным ли было назначение.
payments-letter-booked-subject = Оплачено: { $title }
payments-letter-booked-what = Оплата обучения «{ $title }» зачислена. Спасибо.
payments-letter-booked-next = Больше ничего платить не нужно.
payments-letter-unbooked-subject = Оплата снова открыта: { $title }
payments-letter-unbooked-what = Зачисление оплаты обучения «{ $title }» отменено. Причина: { $reason }
payments-letter-unbooked-next = Ниже указано, сколько осталось оплатить. Если это ошибка, напишите нам или позвоните.
payments-letter-waived-subject = Платить не нужно: { $title }
payments-letter-waived-what = Оплата обучения «{ $title }» снята. Причина: { $reason }
payments-letter-waived-next = Больше ничего платить не нужно.
payments-letter-rest-waived-subject = Больше платить не нужно: { $title }
payments-letter-rest-waived-what = Остаток оплаты обучения «{ $title }» снят. Причина: { $reason }
payments-letter-moved-subject = Оплата изменилась: { $title }
payments-letter-moved-what = Вас перевели в другую группу обучения «{ $title }». Она стоит { $amount }, срок: { $day }.
payments-letter-returned-what = Оплата обучения «{ $title }» вернётся. Причина: { $reason }
payments-reason-cheaper = Новая группа стоит меньше. Разница указана в «Сумме».
payments-reason-cancelled = Организатор отменил группу.
payments-letter-refund-due-subject = Мы вернём оплату: { $title }
payments-letter-refund-due-what = У вас больше нет места на обучении «{ $title }», поэтому оплата вернётся.
payments-letter-refund-due-next = Организатор отправит её на счёт, с которого она пришла.
payments-letter-refunded-subject = Оплата возвращена: { $title }
payments-letter-refunded-what = Оплата обучения «{ $title }» отправлена обратно.
payments-letter-refunded-next = Она может идти несколько дней.
payments-letter-asked-subject = Мы спросили учреждение об оплате: { $title }
payments-letter-asked-what = Мы спросили { $institution }, оплатит ли оно обучение «{ $title }». На ответ есть 3 рабочих дня.
payments-letter-asked-next = Место ваше. Если учреждение откажется или не ответит, оплата вернётся к вам, и мы напишем вам.
payments-letter-accepted-subject = Учреждение заплатит: { $title }
payments-letter-accepted-what = { $institution }: согласие оплатить обучение «{ $title }» получено.
payments-letter-accepted-next = Вам ничего делать не нужно. Мы напишем, когда оплата будет зачислена.
payments-letter-declined-subject = Учреждение не заплатит: { $title }
payments-letter-declined-what = { $institution }: отказ оплатить обучение «{ $title }».
payments-letter-declined-next = Оплатите в срок: { $day }, или откажитесь от места, пока это возможно.
payments-letter-lapsed-subject = Учреждение не ответило: { $title }
payments-letter-lapsed-what = Мы спросили { $institution } об оплате обучения «{ $title }», ответ вовремя не пришёл.
payments-letter-lapsed-next = Оплатите в срок: { $day }, или откажитесь от места, пока это возможно.
payments-letter-institution-asked-subject = Оплатите ли вы обучение? { $name }, { $title }
payments-letter-institution-asked-what = { $name } записывается на обучение «{ $title }» и указывает плательщика: { $institution }.
payments-letter-institution-asked-next = Откройте, пожалуйста, страницу и ответьте в течение 3 рабочих дней. Учётная запись не нужна. Без ответа платит участник.
payments-letter-institution-asked-again-subject = Цена изменилась, оплатите ли вы? { $name }, { $title }
payments-letter-institution-asked-again-what = { $name } теперь в другой группе обучения «{ $title }». Вся стоимость: { $amount }; ниже указано, что остаётся оплатить.
payments-letter-institution-asked-again-next = Откройте, пожалуйста, страницу и ответьте в течение 3 рабочих дней. Учётная запись не нужна. То, что вы уже оплатили, засчитывается в любом случае; без ответа остаток платит участник.
payments-letter-institution-accepted-subject = Как оплатить обучение: { $name }, { $title }
payments-letter-institution-accepted-what = Спасибо, что берёте на себя оплату обучения «{ $title }», участник: { $name }.
payments-letter-institution-accepted-next = Укажите назначение платежа точно так, как ниже.
payments-letter-institution-reminder-subject = Напоминание об оплате: { $name }, { $title }
payments-letter-institution-reminder-what = Приближается срок оплаты обучения «{ $title }», участник: { $name }. Срок: { $day }.
payments-letter-institution-reminder-next = Если перевод уже ушёл, делать ничего не нужно: зачисление может занять несколько дней. Укажите назначение точно так, как ниже.
payments-letter-institution-overdue-subject = Оплата просрочена: { $name }, { $title }
payments-letter-institution-overdue-what = Срок оплаты обучения «{ $title }», участник: { $name }, прошёл: { $day }. Платёж ещё не поступил.
payments-letter-institution-overdue-next = Оплатите, пожалуйста, как можно скорее. Если перевод уже ушёл, проверьте, верным ли было назначение.
payments-letter-institution-released-subject = Платить не нужно: { $name }, { $title }
payments-letter-institution-released-what = Платить за обучение «{ $title }», участник: { $name }, больше не нужно.
payments-letter-institution-released-next = Ни отвечать, ни платить не нужно. Если перевод уже ушёл, сообщите, пожалуйста, организатору.
payments-letter-institution-refund-due-subject = Мы вернём оплату: { $name }, { $title }
payments-letter-institution-refund-due-what = Оплата учреждения за обучение «{ $title }», участник: { $name }, вернётся.
payments-letter-institution-refund-due-next = Организатор отправит её на счёт, с которого она пришла. Делать ничего не нужно.
payments-letter-institution-refunded-subject = Оплата возвращена: { $name }, { $title }
payments-letter-institution-refunded-what = Оплата учреждения за обучение «{ $title }», участник: { $name }, отправлена обратно.
payments-letter-institution-refunded-next = Она может идти несколько дней.

# The pro-forma on paper
payments-pro-forma = Счёт (PDF)
payments-pro-forma-together =
    { $count ->
        [one] Общая проформа за { $count } начисление (PDF)
        [few] Общая проформа за { $count } начисления (PDF)
        [many] Общая проформа за { $count } начислений (PDF)
       *[other] Общая проформа за { $count } начисления (PDF)
    }
payments-together-which = Какие начисления войдут в неё кроме этого?
payments-paper-title = Счёт на оплату
payments-paper-collective = Сводный счёт на оплату
payments-paper-issued = Выставлен
payments-paper-due = Оплатить до
payments-paper-seller = Продавец
payments-paper-buyer = Покупатель
payments-paper-issuer = Кто выставил
payments-paper-recipient = Получатель
payments-paper-tax-id = Налоговый номер
payments-paper-no = №
payments-paper-what = Наименование
payments-paper-token = Назначение
payments-paper-amount = Сумма
payments-paper-sum = К оплате:
payments-paper-account = Номер счёта
payments-paper-transfer = Назначение платежа
payments-paper-hint = Отсканируйте код в приложении банка или перепишите счёт, сумму и назначение точно так, как здесь.
payments-paper-note = Счёт на оплату, не счёт-фактура.

# Оплата через интернет
payments-online-pay = Оплатить через { $gateway }
payments-online-hint = Вы перейдёте на страницу { $gateway }. Туда передаются сумма, название обучения и адрес вашей почты.
payments-online-title = Оплата через интернет
payments-online-through = Через
payments-online-again = Попробовать ещё раз
payments-online-look = Проверить ещё раз
payments-online-started = Мы ждём подтверждения от { $gateway }.
payments-online-started-next = Если вы заплатили, подтверждение обычно приходит за несколько минут, и мы вам напишем. Если вы ушли, не заплатив, ничего не списано: вернитесь к своим платежам.
payments-online-announced = { $gateway } сообщает, что вы заплатили. Мы ждём подтверждения.
payments-online-announced-next = Не платите второй раз. Мы напишем, как только зачислим оплату.
payments-online-booked = Оплачено. Спасибо.
payments-online-booked-next = Оплата зачислена. Больше платить ничего не нужно.
payments-online-to-match = Ваш платёж пришёл. Он не совпадает с тем, что нужно оплатить, поэтому его посмотрит бухгалтерия.
payments-online-to-match-next = Вам ничего не нужно делать. Если есть вопросы, напишите или позвоните организатору.
payments-online-returning = Ваш платёж пришёл и будет возвращён.
payments-online-returning-next = У вас больше нет места на этом обучении, поэтому деньги возвращаются.
payments-online-refused = { $gateway } не подтверждает этот платёж, поэтому он не зачислен.
payments-online-refused-next = Если деньги списаны с вашего счёта, напишите организатору: они не пропали.
payments-online-away = { $gateway } сейчас не отвечает. Ничего не оплачено.
payments-online-away-next = Попробуйте через несколько минут или заплатите переводом.
payments-online-not-payable = Это больше нельзя оплатить через интернет.
payments-online-not-payable-next = Как обстоят дела, видно на странице ваших платежей.

# Столбцы CSV банка
payments-csv-title = Столбцы CSV банка
payments-csv-lead = Нужно, только если банк даёт выписки в CSV. Сохранённое здесь действует для каждого CSV этого счёта: на странице, в командной строке и через API.
payments-csv-file = Образец от банка
payments-csv-file-hint = CSV в том виде, в каком его даёт банк. Ничего из него не сохраняется.
payments-csv-guess = Предложить столбцы
payments-csv-sample = Образец, прочитанный с этими столбцами
payments-csv-sample-none = С этими столбцами не читается ни одна строка. Исправьте их ниже.
payments-csv-sample-next = Проверьте предложение ниже и сохраните его. Пока ничего не сохранено.
payments-csv-file-form = Файл
payments-csv-delimiter = Между столбцами стоит
payments-csv-delimiter-semicolon = точка с запятой
payments-csv-delimiter-comma = запятая
payments-csv-delimiter-tab = табуляция
payments-csv-delimiter-bar = вертикальная черта
payments-csv-skip-lines = Строки перед таблицей
payments-csv-skip-lines-hint = Перед заголовком, а если его нет, перед первой строкой.
payments-csv-has-header = Первая строка таблицы называет столбцы
payments-csv-encoding = Кодировка
payments-csv-encoding-any = по содержанию
payments-csv-columns = Столбцы
payments-csv-columns-hint = Укажите номер столбца, считая с 1, или его заголовок.
payments-csv-date = День
payments-csv-date-format = Как записан день
payments-csv-date-day-first = сначала день: 09.12.2026
payments-csv-date-year-first = сначала год: 2026-12-09
payments-csv-date-month-first = сначала месяц: 12/09/2026
payments-csv-amount = Сумма
payments-csv-amount-hint = Один столбец со знаком или вместо него два следующих.
payments-csv-debit = Списания
payments-csv-credit = Поступления
payments-csv-decimal-mark = Перед копейками стоит
payments-csv-mark-comma = запятая: 1 234,56
payments-csv-mark-point = точка: 1,234.56
payments-csv-currency-column = Столбец валюты
payments-csv-currency = Или всегда эта валюта
payments-csv-currency-hint = Три буквы, например RUB. Без обоих она читается рядом с суммой.
payments-csv-titles = Назначение платежа
payments-csv-titles-hint = Один столбец или несколько через запятую.
payments-csv-counterparty = Название другой стороны
payments-csv-counterparty-account = Счёт другой стороны
payments-csv-reference = Номер операции
payments-csv-forget = Забыть эти столбцы
payments-csv-forget-what = Тогда они снова определяются по заголовку каждого файла.
flash-payments-csv-forgotten = Столбцы забыты.
error-csv_column = Номера столбцов — от 1 до 200.
error-csv_no_header = Без заголовка у столбцов есть только номера.
error-csv_amount = Укажите столбец суммы или оба других.
error-csv_currency = Валюта — это три буквы.
error-csv_unknown = В этом файле не нашлось таблицы с днём и суммой. Укажите столбцы вручную.
error-csv_no_account = Сначала сохраните номер счёта.
