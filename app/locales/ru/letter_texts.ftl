# Тексты писем, которые пишут организации.
letter-texts-title = Письма
letter-texts-installation = Вся система
letter-texts-places-lead = Каждая организация может составить свои тексты писем. Организации ниже неё пользуются её текстами, пока не напишут свои.
letter-texts-lead = Это письма, которые рассылаются от имени организации. Откройте письмо, чтобы написать его по-своему; ссылка, дата и причина всегда остаются в нём.
letter-texts-lead-installation = Этими текстами пользуется каждая организация, пока она сама или организация над ней не напишет свои. У писем об аккаунтах есть только эти.
letter-texts-letter = Письмо
letter-texts-languages = Языки письма
letter-texts-in-pl = Польский
letter-texts-in-ru = Русский
letter-texts-in-en = Английский
letter-texts-standard = Стандартный текст
letter-texts-own = Свой текст
letter-texts-inherited = Как в: { $whose }
letter-texts-sent-now = Сейчас рассылается:
letter-texts-subject = Тема
letter-texts-body = Текст
letter-texts-body-hint = Каждая строка — абзац. Имена в фигурных скобках заполняются в каждом письме; две скобки {"{{"} означают одну.
letter-texts-preview = Показать образец
letter-texts-as-mail = Как в почтовой программе
letter-texts-save = Сохранить и использовать
letter-texts-standard-back = Вернуть стандартный текст
letter-texts-above-back = Вернуть текст: { $whose }
letter-texts-left = Ваш текст, сейчас не используется
letter-texts-left-text = Его можно скопировать или ниже использовать снова.
letter-texts-names = Что можно подставить
letter-texts-names-text = Напишите имя со скобками там, где оно нужно.
letter-texts-needed = Должно остаться в письме.
letter-texts-shown = Образец
letter-texts-shown-text = С примерными данными. В письмах будут настоящие.
letter-texts-not-shown = Образец появится, когда в тексте не останется ошибок.
letter-texts-sender = Отправитель
letter-texts-versions = Версии
letter-texts-version = Версия
letter-texts-number = Версия { $version }
letter-texts-version-standard = { $version }: без своего текста
letter-texts-when = Сохранена
letter-texts-who = Кто
letter-texts-use = Использовать снова
letter-texts-in-use = Используется
flash-letter-texts-saved = Сохранено. Теперь письма уходят с этим текстом.
flash-letter-texts-standard-again = Теперь письма уходят без вашего текста. Он сохранён ниже.
flash-letter-texts-unchanged = Сохранять нечего: письма и так уходят с этим текстом.
error-letter_brace = Здесь одинокая фигурная скобка. Имена пишите так: {"{"}title{"}"}, а скобку в тексте удвойте.
error-letter_unknown = В этом письме нет имени { $name }. В списке видно, что можно подставить.
error-letter_not_alone = { $name } должно стоять на отдельной строке.
error-letter_not_in_subject = { $name } может стоять только в тексте.
error-letter_missing = { $name } должно остаться в тексте: без него письма недостаточно.
error-letter_twice = { $name } может стоять в тексте только один раз.
error-letter_order = { $first } должно стоять выше { $second }.
error-letter_changed = Тем временем кто-то другой изменил это письмо: его версия в списке ниже. Повторное сохранение заменит её вашей.
# Темы
letter-texts-topic-places = Места на обучении
letter-texts-topic-line = Лист ожидания
letter-texts-topic-dates = Даты и новости группы
letter-texts-topic-results = Результаты
letter-texts-topic-certificates = Сертификаты
letter-texts-topic-payments = Оплата
letter-texts-topic-families = Дети
letter-texts-topic-requests = Обращения
letter-texts-topic-accounts = Аккаунты и конфиденциальность
# Письма
letter-texts-kind-enrolment-confirmed = Место подтверждено
letter-texts-kind-enrolment-applied = Заявка получена
letter-texts-kind-enrolment-refused = Заявка отклонена
letter-texts-kind-enrolment-resigned = Отказ от места
letter-texts-kind-enrolment-cancelled = Зачисление отменено организатором
letter-texts-kind-enrolment-late-asked = Поздний отказ: просьба получена
letter-texts-kind-enrolment-late-declined = Поздний отказ: отклонён
letter-texts-kind-enrolment-withdrawn = Поздний отказ: принят
letter-texts-kind-enrolment-late-to-answer = Поздний отказ: организатору
letter-texts-kind-enrolment-undecided = Заявки ждут решения: организатору
letter-texts-kind-enrolment-undecided-above = Заявки всё ещё ждут: вышестоящей организации
letter-texts-kind-enrolment-waiting = В листе ожидания
letter-texts-kind-enrolment-offered = Предложено место
letter-texts-kind-enrolment-declined = Предложение отклонено
letter-texts-kind-enrolment-lapsed = Предложение истекло
letter-texts-kind-enrolment-left-line = Выход из листа ожидания
letter-texts-kind-enrolment-list-closed = Лист ожидания закрыт
letter-texts-kind-enrolment-reminder = Напоминание перед началом
letter-texts-kind-enrolment-changed = Изменение даты или места
letter-texts-kind-enrolment-transferred = Перевод в другую группу
letter-texts-kind-enrolment-group-cancelled = Обучение отменено
letter-texts-kind-group-mail = Письмо, которое пишут группе
letter-texts-kind-enrolment-completed = Обучение завершено, открыта анкета
letter-texts-kind-enrolment-not-completed = Обучение не завершено
letter-texts-kind-enrolment-corrected-completed = Результат исправлен: завершено
letter-texts-kind-enrolment-corrected-not-completed = Результат исправлен: не завершено
letter-texts-kind-enrolment-address-shown = Организатор посмотрел адрес почты
letter-texts-kind-certificates-ready = Сертификат готов
letter-texts-kind-certificates-missing = Чего не хватает для сертификата
letter-texts-kind-certificates-lacking = Не хватает данных в профиле
letter-texts-kind-certificates-replaced = Сертификат заменён
letter-texts-kind-certificates-revoked = Сертификат отозван
letter-texts-kind-payments-due = К оплате
letter-texts-kind-payments-reminder = Напоминание об оплате
letter-texts-kind-payments-overdue = Оплата просрочена
letter-texts-kind-payments-booked = Оплата зачислена
letter-texts-kind-payments-unbooked = Зачисление отменено
letter-texts-kind-payments-waived = Оплата снята
letter-texts-kind-payments-rest-waived = Остаток оплаты снят
letter-texts-kind-payments-moved = Другая цена после перевода
letter-texts-kind-payments-returned = Оплата вернётся, с причиной
letter-texts-kind-payments-refund-due = Оплата будет возвращена
letter-texts-kind-payments-refunded = Оплата возвращена
letter-texts-kind-payments-asked = Учреждение получило просьбу об оплате
letter-texts-kind-payments-accepted = Учреждение платит
letter-texts-kind-payments-declined = Учреждение не платит
letter-texts-kind-payments-lapsed = Учреждение не ответило
letter-texts-kind-payments-institution-asked = Учреждению: будет ли оплата?
letter-texts-kind-payments-institution-accepted = Учреждению: как оплатить
letter-texts-kind-payments-institution-reminder = Напоминание об оплате, учреждению
letter-texts-kind-payments-institution-overdue = Оплата просрочена, учреждению
letter-texts-kind-payments-institution-released = Платить не нужно, учреждению
letter-texts-kind-payments-institution-refund-due = Оплата вернётся, учреждению
letter-texts-kind-payments-institution-refunded = Оплата возвращена, учреждению
letter-texts-kind-families-entered = Ребёнок добавлен
letter-texts-kind-families-met = Представителям: попытка добавить ребёнка
letter-texts-kind-families-reminded = На какую почту зарегистрирован ребёнок
letter-texts-kind-families-share-asked = Представителям: просит второй представитель
letter-texts-kind-families-shared = Второму представителю: согласие
letter-texts-kind-families-not-shared = Второму представителю: отказ
letter-texts-kind-requests-confirm = Подтверждение адреса обращения
letter-texts-kind-requests-opened = Обращение получено
letter-texts-kind-requests-answered = Ответ на обращение
letter-texts-kind-requests-closed = Обращение закрыто
letter-texts-kind-requests-asked = Организатору: новое обращение
letter-texts-kind-accounts-activate = Активация аккаунта
letter-texts-kind-accounts-attempt = Регистрация на известный адрес
letter-texts-kind-accounts-reset = Новый пароль
letter-texts-kind-accounts-password = Пароль изменён
letter-texts-kind-accounts-email-new = Подтверждение нового адреса
letter-texts-kind-accounts-email-old = Адрес изменён
letter-texts-kind-accounts-device = Вход с нового устройства
# Что означают имена
letter-texts-means-title = название обучения
letter-texts-means-organisation = название организации
letter-texts-means-when = когда начинается
letter-texts-means-percent = требуемое посещение в процентах
letter-texts-means-position = номер в списке
letter-texts-means-until = до какого времени место удерживается
letter-texts-means-number = номер сертификата
letter-texts-means-before = номер прежнего сертификата
letter-texts-means-amount = сумма к оплате
letter-texts-means-day = срок оплаты
letter-texts-means-reason = указанная причина
letter-texts-means-institution = учреждение, которое платит
letter-texts-means-child = имя ребёнка
letter-texts-means-name = имя и фамилия человека
letter-texts-means-subject = тема, указанная пишущим
letter-texts-means-details = даты, место и преподаватели
letter-texts-means-changes = как было и как станет
letter-texts-means-payment = сумма, а если нужно платить — и реквизиты
letter-texts-means-device = когда, в каком браузере и из какой сети
letter-texts-means-address = новый адрес, частично скрытый
letter-texts-means-training = название обучения под текстом
letter-texts-means-button = кнопка «{ $words }» со ссылкой
letter-texts-means-resigning = до какого времени можно отказаться; исчезает, когда уже поздно
letter-texts-means-calendar = для чего приложен файл календаря, если он есть
letter-texts-means-next = что ещё нужно для сертификата
letter-texts-means-survey = что открыта анкета, если она не заполнена
letter-texts-means-missing = чего не хватает, по предложению на каждое
letter-texts-means-undecided = сколько заявок ждёт и с какого времени
letter-texts-means-message = то, что было написано
letter-texts-means-files = что приложенные файлы есть и в материалах, если они есть
letter-texts-means-why = кто и кому пишет
# Примерные данные
letter-texts-sample-title = Интерактивная доска с нуля
letter-texts-sample-child = Артём
letter-texts-sample-organisation = Городской центр повышения квалификации
letter-texts-sample-when = вторник, 1 декабря 2026, 16:00
letter-texts-sample-percent = 75
letter-texts-sample-position = 3
letter-texts-sample-until = вторник, 24 ноября 2026, 12:00
letter-texts-sample-number = 42/2026
letter-texts-sample-before = 17/2026
letter-texts-sample-amount = 120 zł
letter-texts-sample-reason = болезнь преподавателя
letter-texts-sample-institution = Начальная школа № 7
letter-texts-sample-name = Анна Новак
letter-texts-sample-subject = Парковка
letter-texts-sample-message = Есть ли парковка рядом со зданием?
letter-texts-sample-details =
    Когда: вторник, 1 декабря 2026, 16:00–19:15
    Где: ул. Огродова, 4, кабинет 12
    Ведёт: Халина Вроньска
letter-texts-sample-moved =
    Раньше: вторник, 1 декабря 2026, 16:00–19:15
    Когда: четверг, 10 декабря 2026, 16:00–19:15
    Где: ул. Огродова, 4, кабинет 12
letter-texts-sample-changes =
    Время занятия: 1 декабря 2026, 16:00 → 3 декабря 2026, 16:00
    Место: кабинет 12 → кабинет 5
letter-texts-sample-transfer =
    Сумма: 120 zł
    Получатель: Городской центр повышения квалификации
    Номер счёта: 61 1090 1014 0000 0712 1981 2874
    Назначение платежа: ZP-1042-K
letter-texts-sample-payment = Сумма: 120 zł
letter-texts-sample-address = Новый адрес: an•••@mail.example
letter-texts-sample-device =
    Когда: воскресенье, 22 ноября 2026, 10:00
    Браузер: Firefox, Linux
    Сеть: 192.0.2.0
letter-texts-sample-training = Программа: Интерактивная доска с нуля
