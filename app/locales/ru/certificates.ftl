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
certificates-what-payment = оплаты
certificates-what-profile = данных для сертификата
certificates-part-survey = Анкета
certificates-part-survey-hint = Несколько минут. Ответы хранятся без вашей фамилии.
certificates-part-survey-done = Отправлена: { $day }
certificates-part-survey-button = Заполнить анкету
certificates-part-payment = Оплата
certificates-part-payment-hint = Организатор должен подтвердить оплату: { $price }. Свяжитесь с организатором.
certificates-part-payment-state = { $amount }: { $state }
certificates-part-payment-button = Оплатить
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
