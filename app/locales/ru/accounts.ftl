# Аккаунт: регистрация, вход, пароль, адрес, устройства и письма о них.
accounts-email = Электронная почта
accounts-password = Пароль
accounts-password-hint = Не меньше 8 любых знаков. Лучше всего несколько слов, которые никто с вами не свяжет.
accounts-password-again-hint = Введите пароль ещё раз: ради безопасности он не остаётся на странице. Не меньше 8 любых знаков.
accounts-new-password = Новый пароль
accounts-current-password = Нынешний пароль

accounts-check-mail-title = Проверьте почту
accounts-check-mail-lead = Мы отправили письмо на адрес { $to }.
accounts-check-mail-lead-plain = Мы отправили письмо на указанный адрес.
accounts-check-mail-next = Откройте его и нажмите кнопку в письме. Обычно оно приходит за минуту. Если письма нет, загляните в спам.
accounts-check-mail-again = Письма нет?
accounts-check-mail-again-what = Письмо могло не дойти, если в адресе была опечатка. Введите его ещё раз, и мы пришлём новую ссылку, чтобы включить аккаунт.
accounts-check-mail-again-reset = Возможно, в адресе опечатка. Введите его ещё раз, и мы отправим новую ссылку для смены пароля.
accounts-check-mail-forgot = У вас уже есть аккаунт, но вы не помните пароль?

accounts-ask-activation-title = Новая ссылка, чтобы включить аккаунт
accounts-ask-activation-lead = Укажите почту, с которой вы регистрируетесь. Мы пришлём на неё новую ссылку. Она работает 48 часов.
accounts-ask-activation-button = Прислать ссылку ещё раз

accounts-activate-title = Включите аккаунт
accounts-activate-lead = Остался один шаг: включите аккаунт, а потом войдите.
accounts-activate-choose = Выберите пароль для аккаунта, затем войдите с ним.
accounts-activate-button = Включить мой аккаунт

accounts-link-used-title = Эта ссылка уже использована
accounts-link-used-activate = Каждая ссылка работает один раз. Если аккаунт ею включён, вы можете сразу войти.
accounts-link-used-reset = Каждая ссылка работает один раз. Если новый пароль уже задан, войдите с ним. Если нет, запросите новую ссылку.
accounts-link-used-email = Каждая ссылка работает один раз. Какой адрес действует, видно в вашем профиле.
accounts-link-expired-title = Эта ссылка больше не работает
accounts-link-expired-activate = Ссылка, которая включает аккаунт, работает 48 часов. То, что вы ввели при регистрации, сохранено: укажите почту, и мы пришлём новую ссылку.
accounts-link-expired-reset = Ссылка для смены пароля работает один час. Укажите почту, и мы пришлём новую.
accounts-link-expired-email = Ссылка, которая подтверждает новый адрес, работает 48 часов. Запросите новую в профиле.
accounts-link-unknown-title = Мы не знаем такой ссылки
accounts-link-unknown-activate = Возможно, в письме она оборвалась. Откройте её целиком или укажите почту, и мы пришлём новую.
accounts-link-unknown-reset = Возможно, в письме она оборвалась. Откройте её целиком или укажите почту, и мы пришлём новую.
accounts-link-unknown-email = Возможно, в письме она оборвалась. Откройте её целиком или запросите новую в профиле.
accounts-link-ask = Прислать новую ссылку

accounts-sign-in-title = Вход
accounts-sign-in-button = Войти
accounts-sign-in-no-account = Ещё нет аккаунта?
accounts-sign-in-kept = Сеанс закончился, пока вы писали. То, что было в форме, сохранено и вернётся после входа.

accounts-continue-title = То, что вы ввели, сохранено
accounts-continue-lead = Сеанс закончился раньше, чем форма была отправлена. Пока ничего не записано. Посмотрите форму и отправьте её ещё раз. Пароли придётся ввести заново.
accounts-continue-button = Показать мою форму

accounts-forgot-title = Забыли пароль?
accounts-forgot-link = Забыли пароль?
accounts-forgot-lead = Укажите почту, с которой вы входите. Если на неё есть аккаунт, мы пришлём ссылку, чтобы задать новый пароль. Она работает один час.
accounts-forgot-button = Прислать ссылку
accounts-reset-title = Задайте новый пароль
accounts-reset-lead = После этого мы завершим вход на всех устройствах. Войдите с новым паролем.
accounts-reset-button = Задать пароль

accounts-password-title = Смена пароля
accounts-password-lead = После смены мы завершим вход на всех других устройствах и напишем вам об этом.
accounts-password-button = Сменить пароль
accounts-email-title = Смена почты
accounts-email-lead = Сейчас вы входите с адресом { $current }. Новый начнёт действовать, когда вы откроете ссылку, которую мы на него пришлём. На старый адрес тоже придёт сообщение.
accounts-new-email = Новая электронная почта
accounts-new-email-hint = На этот адрес будут приходить все письма.
accounts-email-button = Прислать ссылку на новый адрес
accounts-confirm-email-title = Подтвердите новый адрес
accounts-confirm-email-lead = После подтверждения вы будете входить с новым адресом. На старый мы напишем об этом.
accounts-confirm-email-button = Подтвердить адрес

accounts-devices-title = Где выполнен вход
accounts-devices-lead = Если вы чего-то здесь не узнаёте, завершите там вход и смените пароль.
accounts-devices-here = это устройство
accounts-devices-seen = Последний раз
accounts-devices-since = С
accounts-devices-network = Сеть
accounts-devices-end = Завершить вход
accounts-devices-end-all = Выйти везде
accounts-devices-end-all-what = Вход завершится на всех устройствах, и на этом тоже.
accounts-device-unknown = неизвестный браузер

accounts-demo-title = Войти одним нажатием
accounts-demo-what = Только в демонстрации. Выберите, кем вы хотите быть:
accounts-demo-participant = Участница
accounts-demo-newcomer = Новая участница
accounts-demo-parent = Родитель двоих детей
accounts-demo-trainer = Преподаватель
accounts-demo-operator = Оператор учреждения
accounts-demo-accountant = Бухгалтер
accounts-demo-organisation-administrator = Администратор центра
accounts-demo-support-centre = Опорный центр
accounts-demo-administrator = Администратор системы

flash-activated = Аккаунт готов. Теперь войдите.
flash-signed-out = Вы вышли. До встречи.
flash-signed-out-everywhere = Вы вышли на всех устройствах.
flash-signed-out-there = Вход на том устройстве завершён.
flash-password-reset = Новый пароль задан. Войдите с ним.
flash-password-changed = Пароль сменён, вход на других устройствах завершён.
flash-email-asked = Мы отправили ссылку на новый адрес. Пока вы её не открыли, действует прежний.
flash-email-changed = Новый адрес уже действует.

accounts-letter-activate-subject = Включите аккаунт
accounts-letter-activate-what = Кто-то, вероятно вы, регистрируется с этим адресом почты.
accounts-letter-activate-next = Нажмите кнопку, чтобы включить аккаунт, а потом войдите.
accounts-letter-activate-action = Включить аккаунт
accounts-letter-activate-until = Ссылка работает 48 часов и только один раз. Если это не вы, ничего не делайте: без этого шага ничего не произойдёт.
accounts-letter-attempt-subject = Кто-то пытался зарегистрироваться с вашим адресом
accounts-letter-attempt-what = Кто-то пытался зарегистрироваться с вашим адресом почты. У вас уже есть аккаунт, поэтому новый не создан и ничего не изменилось.
accounts-letter-attempt-next = Если это вы, войдите. Если не помните пароль, задайте новый. Если это не вы, ничего делать не нужно.
accounts-letter-attempt-action = Задать новый пароль
accounts-letter-reset-subject = Задайте новый пароль
accounts-letter-reset-what = Кто-то, вероятно вы, запросил новый пароль для аккаунта с этим адресом.
accounts-letter-reset-next = Нажмите кнопку и введите новый пароль. Вход на всех устройствах тогда завершится.
accounts-letter-reset-action = Задать новый пароль
accounts-letter-reset-until = Ссылка работает один час и только один раз. Если это не вы, ничего не делайте: нынешний пароль продолжает действовать.
accounts-letter-password-subject = Пароль изменён
accounts-letter-password-what = Пароль вашего аккаунта только что изменён.
accounts-letter-password-next = Если это вы, всё в порядке. Если нет, сразу задайте новый пароль: тогда завершится вход у всех, кто вошёл в ваш аккаунт.
accounts-letter-password-action = Задать новый пароль
accounts-letter-email-new-subject = Подтвердите новый адрес
accounts-letter-email-new-what = Кто-то, вероятно вы, хочет входить с этим адресом.
accounts-letter-email-new-next = Нажмите кнопку, чтобы новый адрес начал действовать.
accounts-letter-email-new-action = Подтвердить адрес
accounts-letter-email-old-subject = Адрес почты аккаунта изменён
accounts-letter-email-old-what = Теперь в ваш аккаунт входят с другим адресом почты. На этот адрес письма больше не придут.
accounts-letter-email-old-next = Если это не вы, сразу свяжитесь с нами.
accounts-letter-email-old-action = Как с нами связаться
accounts-letter-email-old-address = Новый адрес
accounts-letter-device-subject = Вход на новом устройстве
accounts-letter-device-what = Кто-то вошёл в ваш аккаунт на устройстве, которого раньше не было.
accounts-letter-device-next = Если это вы, ничего делать не нужно. Если нет, завершите там вход и смените пароль.
accounts-letter-device-action = Посмотреть устройства
accounts-letter-device-when = Когда
accounts-letter-device-browser = Браузер
accounts-letter-device-network = Сеть

# Токены для программ
accounts-tokens-title = Токены для программ
accounts-tokens-lead = Программа, у которой есть токен, может через API то же, что и вы здесь. Дайте каждой программе свой токен и отзовите ненужные.
accounts-token-made = Токен готов
accounts-token-made-next = Скопируйте его сейчас: он не хранится, и показать его ещё раз нельзя.
accounts-token-used = Последнее использование
accounts-token-unused = ещё не было
accounts-token-since = Создан
accounts-token-until = Действует до
accounts-token-end = Отозвать этот токен
accounts-token-new = Новый токен
accounts-token-name = Для чего он?
accounts-token-name-hint = Например: бухгалтерская программа.
accounts-token-make = Создать токен
flash-token-ended = Токен отозван.
error-too_many_tokens = Токенов у вас уже { $most }. Сначала отзовите один из них.

# Почтовые домены
accounts-letter-domain-subject = Укажите, пожалуйста, другой адрес почты
accounts-letter-domain-warned = У вашего аккаунта адрес в домене { $domain }. Замените его, пожалуйста, на другой.
accounts-letter-domain-blocked = У вашего аккаунта адрес в домене { $domain }. С ним можно входить до конца дня: { $until }. До этого замените его, пожалуйста, на другой.
accounts-letter-domain-next = Это займёт минуту: войдите, введите новый адрес и откройте ссылку, которую мы туда пришлём. Больше ничего не изменится.
accounts-letter-domain-action = Сменить адрес
accounts-address-title = Укажите, пожалуйста, другой адрес почты
accounts-address-warned = У вашего аккаунта адрес в домене { $domain }. Замените его, пожалуйста, на другой.
accounts-address-blocked = У вашего аккаунта адрес в домене { $domain }. С ним можно входить до { $until }, включительно.
accounts-address-next = Это займёт минуту: введите новый адрес и откройте ссылку, которую мы туда пришлём. Заявки и всё остальное останутся как есть.
accounts-address-change = Сменить адрес
accounts-address-later = Позже
accounts-domains-title = Почтовые домены
accounts-domains-lead = Адреса этих доменов нужно сменить. Их владельцам приходит письмо, а при каждом входе их спрашивает страница.
accounts-domains-none = Можно использовать любой домен.
accounts-domains-warned = Владельцев просят сменить адрес.
accounts-domains-until = Новых регистраций нет. Владельцы входят до { $day }, включительно.
accounts-domains-holders = { $count ->
    [one] Такой адрес у { $count } аккаунта.
    [few] Такой адрес у { $count } аккаунтов.
    [many] Такой адрес у { $count } аккаунтов.
   *[other] Такой адрес у { $count } аккаунта.
}
accounts-domains-allow = Снова разрешить
accounts-domains-new = Ещё один домен
accounts-domains-domain = Домен
accounts-domains-domain-hint = То, что стоит после знака @, например gmail.com.
accounts-domains-policy = Что должно происходить
accounts-domains-warn = Просить владельцев сменить адрес
accounts-domains-block = Не принимать новых адресов и дать владельцам время до дня
accounts-domains-last = Последний день
accounts-domains-last-hint = Только для второго варианта. Оставьте хотя бы несколько недель.
accounts-domains-button = Сохранить и написать владельцам
flash-domain-set = Сохранено. Письма владельцам отправляются.
flash-domain-allowed = Домен снова можно использовать.
accounts-letter-email-replaced-subject = Учреждение заменяет ваш адрес электронной почты
accounts-letter-email-replaced-what = Кто-то показал в учреждении ({ $organisation }) документ, удостоверяющий личность, и попросил другой адрес для вашего аккаунта. На новый адрес отправлена ссылка; когда по ней перейдут, адрес будет заменён, а все входы завершатся.
accounts-letter-email-replaced-next = Если это были вы, перейдите по ссылке в новом ящике. Если не вы, сразу сообщите учреждению: как с ним связаться, написано в конце письма.
