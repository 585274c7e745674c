# Дерево организаций, кто в нём работает, замещение.
branches-title = Организации
branches-lead = Дерево, за которое вы отвечаете. Роль действует в организации, для которой она дана, и во всех ниже неё.
branches-search = Найдите организацию по названию, городу или типу
branches-add = Добавить организацию
branches-add-below = Добавить организацию ниже
branches-installation-staff = Администраторы системы
branches-none = Организаций пока нет
branches-none-text = Начните с региона или города: всё остальное будет ниже.
branches-nothing = Ничего не найдено
branches-nothing-text = Попробуйте часть названия или только город.
branches-whole = Показать всё дерево
branches-found =
    { $count ->
        [one] Найдена { $count } организация
        [few] Найдено { $count } организации
        [many] Найдено { $count } организаций
       *[other] Найдено { $count } организации
    }
branches-closed-ones = Закрытые организации
branches-kind = Вид
branches-kind-region = регион
branches-kind-municipality = муниципалитет
branches-kind-training_centre = центр повышения квалификации
branches-kind-institution = учреждение
branches-kind-support_centre = опорный центр
branches-top = на вершине дерева
branches-under = Находится под
branches-under-hint = Её видят и те, у кого роль выше.
branches-name = Название
branches-institution-type = Тип
branches-institution-type-hint = Как в реестре, например: детский сад
branches-address = Адрес
branches-street = Улица
branches-street-number = Дом
branches-postal-code = Почтовый индекс
branches-city = Город или село
branches-post-office = Почтовое отделение
branches-post-office-hint = Только если оно в другом месте
branches-tax-id = ИНН
branches-tax-id-hint = ИНН или польский NIP; контрольная цифра проверяется.
branches-phone = Телефон
branches-email = Эл. почта
branches-email-hint = На него пишут через форму; посетителям страницы его не показывают.
branches-time-zone = Часовой пояс
branches-long = Когда обучение длинное
branches-long-hint = От длинного обучения можно отказаться не позднее чем за три дня до начала, от короткого — за день.
branches-long-from-hours = От стольких учебных часов
branches-long-from-meetings = От стольких занятий
branches-long-from = учебных часов: { $hours } или занятий: { $meetings }
branches-save = Сохранить
branches-new-title = Новая организация
branches-edit = Изменить данные
branches-edit-title = Данные организации
branches-below = Сразу под ней
branches-move = Переместить
branches-move-title = Перемещение: { $name }
branches-move-lead = Организация переходит под другую вместе со всем, что ниже неё. До перемещения вы увидите, кто начнёт её видеть, а кто перестанет.
branches-move-look = Посмотреть, что произойдёт
branches-move-question = Переместить «{ $name }»? Новое место: { $to }
branches-move-do = Переместить
branches-losing = Перестанут её видеть
branches-gaining = Начнут её видеть
branches-nobody = Никто.
branches-count-roles =
    { $count ->
        [one] { $count } роль сотрудников
        [few] { $count } роли сотрудников
        [many] { $count } ролей сотрудников
       *[other] { $count } роли сотрудников
    }
branches-count-organisations = Перемещаемые организации
branches-count-groups = Незавершённые группы
branches-count-enrolments = Открытые заявки и зачисления
branches-count-requests = Открытые обращения
branches-count-charges = Незакрытые начисления
branches-count-children = Дети, которые здесь живут
branches-count-ending-roles = Роли, которые закончатся
branches-close = Закрыть
branches-close-title = Закрытие: { $name }
branches-close-lead = Всё открытое сразу переходит к другой организации: группы с материалами, заявки, обращения, начисления и настройки. Завершённое остаётся в своём реестре. Роли здесь заканчиваются.
branches-receiver = Кто принимает
branches-receiver-hint = Нужно, пока здесь что-то открыто.
branches-receiver-none = никто
branches-close-look = Посмотреть, что произойдёт
branches-close-handed =
    { $count ->
        [one] Всё это примет: { $organisation }. Письма уйдут по { $count } зачислению.
        [few] Всё это примет: { $organisation }. Письма уйдут по { $count } зачислениям.
        [many] Всё это примет: { $organisation }. Письма уйдут по { $count } зачислениям.
       *[other] Всё это примет: { $organisation }. Письма уйдут по { $count } зачисления.
    }
branches-close-plain = Здесь ничего не открыто. Организация исчезнет из списков; её можно открыть снова.
branches-close-do = Закрыть организацию
branches-closed = Закрыта: { $day }.
branches-closed-handed = Закрыта: { $day }. Приняла: { $organisation }.
branches-reopen = Открыть снова
branches-reopen-text = Переданное остаётся на месте, а роли надо дать заново.
branches-staff = Сотрудники
branches-staff-title = Сотрудники: { $name }
branches-no-staff = Здесь ещё ни у кого нет роли.
branches-who = Кто
branches-role = Роль
branches-role-installation_administrator = администратор системы
branches-role-organisation_administrator = администратор
branches-role-trainer = преподаватель
branches-role-operator = оператор
branches-role-accountant = бухгалтер
branches-role-support_centre = опорный центр
branches-role-at = { $role }, { $organisation }
branches-since = С какого дня
branches-until = До какого дня
branches-no-end = без даты окончания
branches-what = Что сделать
branches-change = Изменить
branches-of = { $name }: { $role }
branches-ends = Последний день роли
branches-ends-hint = Оставьте пустым, если срока нет. За неделю вы оба получите письмо.
branches-end-now = Закончить роль сейчас
branches-waiting = Приглашения, которые ждут
branches-waiting-until = действует до: { $until }
branches-take-back = Отозвать
branches-invite = Пригласить
branches-invite-lead = В письме ссылка, которая работает один раз в течение 7 дней. Тот, у кого есть аккаунт, получит роль, приняв приглашение; другие создадут аккаунт по ссылке.
branches-invite-send = Отправить приглашение
branches-may-not-change = Роли здесь дают и заканчивают сами администраторы этой ветви, а не те, кто их замещает.
branches-from-above = Роли сверху: { $name }
branches-for = за: { $absent }
branches-by-for = { $name }, за: { $absent }
branches-invitation-title = Приглашение к работе в системе
branches-invitation-lead = Вас приглашает: { $organisation }
branches-invitation-accept = Принять приглашение
branches-invitation-other = Вы вошли с другим адресом.
branches-invitation-sign-in = Войдите с этим адресом и примите приглашение.
branches-invitation-new = Укажите, кто вы, и выберите пароль: так появится аккаунт, и роль начнёт действовать сразу.
branches-invitation-make = Создать аккаунт и принять приглашение
branches-your-name = Имя и фамилия
branches-stand-in-title = Роли и замещение
branches-stand-in-lead = На время вашего отсутствия коллега из той же ветви может действовать с вашей ролью, не дольше 60 дней. Обо всём, что он сделает, будет записано, что сделано за вас.
branches-own-roles = Ваши роли
branches-no-own-roles = У вас нет собственной роли.
branches-name-stand-in = Назначить замещение
branches-name-ask = Коллега получит письмо и ответит: да или нет.
branches-name-set = Как администратор вы назначаете это сразу: оба получат письмо.
branches-name-send = Назначить
branches-no-colleagues = В этой ветви пока больше ни у кого нет роли.
branches-colleague = Кто замещает
branches-from = С какого дня
branches-to = По какой день
branches-to-hint = Включая этот день, не больше 60 дней
branches-by-me = Вы замещаете
branches-for-me = Кто замещает вас
branches-by-colleague = Вас замещает { $name }. Роль: { $role }
branches-for-colleague = Вы замещаете: { $name }. Роль: { $role }
branches-stands-in = { $name }, за: { $absent }. Роль: { $role }
branches-from-to = { $from } – { $to }
branches-agreed = согласовано
branches-asked = ждёт ответа
branches-agree = Да, замещу
branches-decline = Нет
branches-end-early = Закончить
branches-letter-handed-subject = Другой организатор: { $title }
branches-letter-handed-what = Теперь обучение «{ $title }» проводит: { $organisation }.
branches-letter-handed-next = Ваше место, даты и материалы остаются прежними. Делать ничего не нужно.
branches-letter-handed-action = Моё обучение
branches-letter-invited-subject = Приглашение: { $organisation }
branches-letter-invited-what = { $organisation } приглашает вас к работе в системе записи. Роль: { $role }.
branches-letter-invited-next = Откройте приглашение и примите его. Если вы его не ждали, ничего делать не нужно.
branches-letter-invited-action = Открыть приглашение
branches-letter-invited-until = Ссылка работает один раз, в течение 7 дней.
branches-letter-ended-subject = Ваша роль закончилась: { $organisation }
branches-letter-ended-what = Ваша роль закончилась. Организация: { $organisation }. Роль: { $role }.
branches-letter-ended-next = Ваш аккаунт, обучение и другие роли остаются.
branches-letter-profile-action = Мой профиль
branches-letter-ending-subject = Ваша роль заканчивается через неделю: { $organisation }
branches-letter-ending-what = Последний день вашей роли: { $ends }. Организация: { $organisation }. Роль: { $role }.
branches-letter-ending-next = Если роль нужна дальше, скажите администратору.
branches-letter-ending-of-subject = Через неделю заканчивается роль: { $name }
branches-letter-ending-of-what = { $name }: последний день роли — { $ends }. Организация: { $organisation }. Роль: { $role }.
branches-letter-ending-of-next = Если роль нужна дальше, назначьте другой день.
branches-letter-ending-of-action = Сотрудники организации
branches-letter-asked-subject = Просьба о замещении: { $name }
branches-letter-asked-what = { $name } просит вас о замещении. С: { $begins }, по: { $ends }. Организация: { $organisation }. Роль: { $role }.
branches-letter-asked-next = Ответьте на странице: да или нет. В это время вы действуете с этой ролью, и будет записано, за кого.
branches-letter-asked-action = Роли и замещение
branches-letter-set-subject = Замещение согласовано: { $name }
branches-letter-set-what = Вы и { $name }: замещение, с { $begins } по { $ends }. Организация: { $organisation }. Роль: { $role }.
branches-letter-set-next = Оно начнётся и закончится само. Каждый из вас может закончить его на странице раньше.
branches-letter-over-subject = Замещения нет: { $name }
branches-letter-over-what = Замещение (вы и { $name }, с { $begins } по { $ends }) отклонено или закончено. Организация: { $organisation }. Роль: { $role }.
branches-letter-over-next = Никто больше не действует с ролью другого.
accounts-link-used-invited = Этим приглашением уже воспользовались, или его отозвали. Если вы его приняли, войдите.
accounts-link-expired-invited = Срок этого приглашения истёк. Попросите того, кто пригласил, отправить новое.
accounts-link-unknown-invited = Мы не знаем этого приглашения. Возможно, адрес обрезан: откройте ссылку из письма ещё раз.
flash-branch-added = Организация добавлена в дерево.
flash-branch-saved = Данные сохранены.
flash-branch-moved = Организация на новом месте.
flash-branch-closed = Организация закрыта.
flash-branch-reopened = Организация снова открыта.
flash-staff-invited = Приглашение отправлено.
flash-staff-taken-back = Приглашение больше не действует.
flash-staff-role-ended = Роль закончилась.
flash-staff-role-changed = Срок роли сохранён.
flash-staff-accepted = Роль ваша.
flash-stand-in-asked = Коллеге отправлена просьба.
flash-stand-in-set = Согласовано; оба получат письмо.
flash-stand-in-agreed = Спасибо. На эти дни роль ваша.
flash-stand-in-declined = Вы отказались; коллега узнает об этом.
flash-stand-in-ended = Замещение закончено.
error-branch_known = Организация с таким названием и адресом уже есть.
error-branch_misplaced = Организация этого вида там находиться не может. Выберите другое место или другой вид.
error-branch_same = Она уже находится там.
error-branch_circle = Организация не может находиться под самой собой.
error-branch_has_below =
    { $count ->
        [one] Под ней { $count } организация. Сначала переместите или закройте её.
        [few] Под ней { $count } организации. Сначала переместите или закройте их.
        [many] Под ней { $count } организаций. Сначала переместите или закройте их.
       *[other] Под ней { $count } организации. Сначала переместите или закройте их.
    }
error-branch_needs_receiver = Здесь есть открытое: выберите, кто примет.
error-branch_number = Введите целое число от 1 до { $most }.
error-branch_day_past = Этот день уже прошёл.
error-branch_days_order = Последний день раньше первого.
error-branch_days_many = Замещение длится не больше 60 дней: на больший срок дайте роль с датой окончания.
error-staff_last_administrator = Кто-то должен администрировать систему: сначала дайте эту роль без срока кому-то другому.
error-staff_own_role = Никто не назначает срок собственной роли. Попросите другого администратора.
error-stand_in_overlaps = В эти дни эту роль уже кто-то замещает.
error-stand_in_over = За это время уже ответили или закончили.
