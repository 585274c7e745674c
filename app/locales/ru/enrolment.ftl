# Запись на обучение, «Мои программы», отказ и письма об этом.

# Запись
enrolment-join-title = Запись на обучение
enrolment-join-button = Записаться
enrolment-join-back = Вернуться к программе
enrolment-join-about = Как только вы нажмёте «Записаться», место будет вашим.
enrolment-when = Когда
enrolment-where = Где
enrolment-trainers = Ведёт
enrolment-places = Места
enrolment-price = Цена
enrolment-resigning = Отказ
enrolment-organisation = Организатор
enrolment-free-of-charge = Бесплатно
enrolment-online = Онлайн, ссылку пришлём участникам
enrolment-no-meetings = Даты сообщим позже
enrolment-places-free =
    { $free ->
        [one] { $free } свободное место из { $capacity }
        [few] { $free } свободных места из { $capacity }
        [many] { $free } свободных мест из { $capacity }
       *[other] { $free } свободного места из { $capacity }
    }
enrolment-resign-until = Отказаться можно до { $day }, включительно.
enrolment-resign-later = Позже свяжитесь с нами.
enrolment-resign-any-time = Отказаться можно, пока не объявлены даты.
enrolment-resign-too-late = Отказаться через сайт уже нельзя. Если нужно, свяжитесь с нами.
enrolment-confirmation-to = Подтверждение пришлём на адрес { $email }.
enrolment-overlap-title = В это же время у вас другое обучение
enrolment-overlap-line = { $title }: { $when }
enrolment-overlap-advice = Записаться всё равно можно, но быть в двух местах сразу не получится.

# Когда записаться нельзя
enrolment-full-title = Все места заняты
enrolment-full-text = Мы не успели занять для вас место: кто-то опередил вас на мгновение. Ничего не записано.
enrolment-full-seen = Сейчас свободных мест нет. Если кто-то откажется, место появится в списке программ.
enrolment-cancelled-title = Это обучение отменено
enrolment-cancelled-text = Обучение не состоится, поэтому записаться на него нельзя.
enrolment-closed-title = Запись уже закончилась
enrolment-closed-text = Запись была открыта до: { $when }.
enrolment-begun-text = Это обучение уже идёт или закончилось.
enrolment-not-yet-title = Запись ещё не началась
enrolment-not-yet-text = Запись откроется: { $when }. Вернитесь на эту страницу тогда.
enrolment-other-groups = Другие даты этого обучения
enrolment-other-groups-none = Других дат этого обучения сейчас нет.
enrolment-other-group-join = Выбрать эту дату
enrolment-see-courses = Посмотреть другие программы
error-enrolment-review = Сеанс закончился раньше, чем мы отправили заявку. Проверьте данные и ещё раз нажмите «Записаться».

# После нажатия
flash-enrolment-joined = Место ваше. Подтверждение отправлено по электронной почте.
flash-enrolment-already-joined = Это обучение уже есть среди ваших. Записываться второй раз не нужно.
flash-enrolment-resigned = Место освобождено. Подтверждение отправлено по электронной почте.
flash-enrolment-already-closed = Эта запись уже была закрыта. Ничего не изменилось.
flash-enrolment-profile-first = Сначала заполните свои данные, потом запишитесь.

# Мои программы
enrolment-my-title = Мои программы
enrolment-my-waiting =
    { $count ->
        [one] Вас ждёт { $count } дело.
        [few] Вас ждут { $count } дела.
        [many] Вас ждут { $count } дел.
       *[other] Вас ждёт { $count } дела.
    }
enrolment-my-nothing-waiting = Всё сделано, от вас ничего не требуется.
enrolment-my-current = Текущее
enrolment-my-archive = Архив
enrolment-my-empty = Здесь появится ваше обучение
enrolment-my-empty-text = Выберите программу из списка и нажмите «Записаться». С этого мгновения место ваше, а здесь вы увидите даты, анкету и сертификат.
enrolment-my-archive-empty = Архив пока пуст
enrolment-my-archive-empty-text = Здесь останется обучение, которое закончилось или от которого вы отказались.
enrolment-my-find = Посмотреть программы
enrolment-calendar = Добавить в календарь
enrolment-resign = Отказаться
enrolment-contact = Контакты
enrolment-history = История записи

enrolment-badge-applied = Ждёт решения
enrolment-badge-waiting = Лист ожидания
enrolment-badge-offered = Место для вас
enrolment-badge-confirmed = Подтверждено
enrolment-badge-attending = Идёт
enrolment-badge-completed = Завершено
enrolment-badge-not_completed = Не завершено
enrolment-badge-refused = Отказано
enrolment-badge-cancelled = Отменено
enrolment-badge-resigned = Вы отказались
enrolment-badge-lapsed = Предложение истекло
enrolment-badge-transferred = Перенесено

enrolment-says-applied = Заявка принята, место для вас занято.
enrolment-says-waiting = Вы в листе ожидания.
enrolment-says-offered = Освободилось место, мы держим его для вас.
enrolment-says-confirmed = Место ваше.
enrolment-says-attending = Обучение идёт.
enrolment-says-completed = Обучение завершено.
enrolment-says-not_completed = Обучение не завершено: не хватило посещений.
enrolment-says-corrected = Результат исправлен: обучение не завершено.
enrolment-says-refused = Организатор не принял заявку.
enrolment-says-cancelled = Эта запись отменена.
enrolment-says-cancelled-group = Обучение отменено.
enrolment-says-resigned = Вы отказались от участия.
enrolment-says-lapsed = Предложение места истекло без ответа.
enrolment-says-transferred = Запись перенесена на другую дату.
enrolment-first-meeting = Первое занятие: { $when }, { $place }.
enrolment-only-meeting = Занятие: { $when }, { $place }.
enrolment-next-meeting = Следующее занятие: { $when }, { $place }.
enrolment-after-last-meeting = Все занятия прошли. Результат появится, когда преподаватель отметит посещение.
enrolment-since-completed = Завершено: { $day }.
enrolment-since-not_completed = Завершено: { $day }.
enrolment-since-refused = Решение: { $day }.
enrolment-since-cancelled = Отменено: { $day }.
enrolment-since-resigned = Отказ: { $day }.
enrolment-since-lapsed = Истекло: { $day }.
enrolment-since-transferred = Перенесено: { $day }.
enrolment-contact-if-wrong = Если это ошибка, свяжитесь с организатором.

enrolment-attendance = Посещение
enrolment-attendance-too-little = Недостаточно
enrolment-attendance-of =
    { $all ->
        [one] { $present } из { $all } занятия
        [few] { $present } из { $all } занятий
        [many] { $present } из { $all } занятий
       *[other] { $present } из { $all } занятия
    }

enrolment-event-join = Запись принята, место занято
enrolment-event-resign = Отказ, место освобождено
enrolment-event-cancel = Запись отменена
enrolment-event-start = Обучение началось
enrolment-event-complete = Обучение завершено
enrolment-event-fail = Обучение не завершено
enrolment-event-correct = Результат исправлен
enrolment-event-survey = Анкета заполнена
enrolment-event-other = Изменение в записи
enrolment-event-first-meeting = Первое занятие
enrolment-event-deadline = Последний день для отказа
enrolment-by-you = Вы
enrolment-by-family = Семья
enrolment-by-staff = Организатор
enrolment-by-system = Система

# Отказ
enrolment-resign-title = Отказаться от обучения?
enrolment-resign-what = Вы освободите место на обучении «{ $title }», которое начинается: { $when }.
enrolment-resign-place = Место сразу может занять кто-то другой, поэтому вернуться может не получиться.
enrolment-resign-mail = Мы пришлём подтверждение с файлом, который убирает занятия из календаря.
enrolment-resign-button = Да, отказываюсь
enrolment-late-title = Срок отказа прошёл
enrolment-late-text = Отказаться от обучения «{ $title }» через сайт можно было до { $day }, включительно.
enrolment-late-next = Если вы не сможете прийти, попросите организатора исключить вас из списка. Платное обучение нужно оплатить, если организатор не отменит оплату.
enrolment-late-back = Вернуться к моим программам

# Лист ожидания и решение организатора
enrolment-line-title = Запись в лист ожидания
enrolment-line-about =
    { $hours ->
        [one] Все места заняты. В листе ожидания вы будете под номером { $position }. Когда место для вас освободится, мы напишем и будем держать его { $hours } час, а перед самым началом меньше.
        [few] Все места заняты. В листе ожидания вы будете под номером { $position }. Когда место для вас освободится, мы напишем и будем держать его { $hours } часа, а перед самым началом меньше.
        [many] Все места заняты. В листе ожидания вы будете под номером { $position }. Когда место для вас освободится, мы напишем и будем держать его { $hours } часов, а перед самым началом меньше.
       *[other] Все места заняты. В листе ожидания вы будете под номером { $position }. Когда место для вас освободится, мы напишем и будем держать его { $hours } часа, а перед самым началом меньше.
    }
enrolment-line-button = Записаться в лист ожидания
enrolment-line-too-late = Кто-то опередил вас на мгновение, и последнее место занято. Ничего не записано. Можно записаться в лист ожидания.
enrolment-apply-about = Как только вы нажмёте «Подать заявку», место будут держать для вас, а решение примет организатор. О решении мы вам напишем.
enrolment-apply-button = Подать заявку
flash-enrolment-applied = Заявка у организатора, место держат для вас. О решении мы вам напишем.
flash-enrolment-in-line = Вы в листе ожидания. Когда место освободится, мы вам напишем.
flash-enrolment-look-again = Сеанс тем временем закончился, и ничего не сделано. Проверьте и нажмите кнопку ещё раз.
flash-enrolment-offer-over = Время для ответа уже прошло, и место получил следующий. Ничего не изменилось.
flash-enrolment-already-answered = На это предложение уже ответили. Ничего не изменилось.
flash-enrolment-left-line = Вас больше нет в листе ожидания.
flash-enrolment-offered-meanwhile = Для вас как раз освободилось место, поэтому мы не убрали вас из списка. Ниже примите место или откажитесь от него.
enrolment-position = Ваш номер в списке: { $position }.
enrolment-offered-until = Ответьте не позднее: { $until }.
enrolment-accept = Занять место
enrolment-decline = Отказаться от места
enrolment-leave-line = Убрать меня из списка
enrolment-decline-title = Отказаться от предложенного места?
enrolment-decline-what = Мы держим для вас место на обучении «{ $title }», которое начинается: { $when }.
enrolment-decline-next = Если вы откажетесь, место сразу получит следующий, а вас в списке больше не будет.
enrolment-decline-mail = Подтверждение пришлём по электронной почте.
enrolment-decline-button = Да, отказываюсь от места
enrolment-event-apply = Заявка подана, место держат
enrolment-event-wait = Запись в лист ожидания
enrolment-event-offer = Освободилось место
enrolment-event-accept = Предложенное место занято
enrolment-event-lapse = Предложение истекло
enrolment-event-list-closed = Обучение началось, место не освободилось
enrolment-event-leave-line = Выход из листа ожидания
enrolment-event-decline-offer = Отказ от предложенного места
enrolment-event-move-up = Перемещение вперёд в листе ожидания
enrolment-event-passed = Кого-то передвинули перед вами в листе ожидания
enrolment-event-confirm = Заявка подтверждена
enrolment-event-refuse = Заявка отклонена
enrolment-event-transfer = Перенос на другую дату
enrolment-event-moved-here = Перенос с другой даты
enrolment-event-ask-late = Просьба об исключении после срока
enrolment-event-decline-late = Просьба об исключении отклонена
enrolment-event-withdraw = Исключение после срока
enrolment-event-show-address = Организатор посмотрел адрес почты
enrolment-event-child-moved = Ребёнок теперь живёт в другом муниципалитете; учреждение видит это изменение
enrolment-event-offer-ends = Конец срока для ответа
enrolment-event-because = { $event }. Причина: { $reason }

# Почему запись закрывают
enrolment-reason-audience = Группа предназначена для других участников.
enrolment-reason-conditions = Условия участия не выполнены.
enrolment-reason-data = Не хватает данных для решения.
enrolment-reason-another_group = Лучше подойдёт другая дата этого обучения, там ещё есть места.
enrolment-reason-asked = По вашей просьбе.
enrolment-reason-mistake = Запись была ошибкой.
enrolment-reason-duplicate = Была вторая запись того же человека.
enrolment-reason-duplicate-of = Заявка подана с повторной учётной записи. Если обучение всё ещё нужно, подайте заявку с учётной записи { $account }.
enrolment-reason-duplicate-call = Если доступа к ней нет, позвоните: { $phone }.
enrolment-reason-duplicate-call-at = Если доступа к ней нет, позвоните: { $phone } ({ $hours }).
enrolment-reason-forgotten_address = Участник не помнит, каким адресом пользуется; личность проверена.
enrolment-reason-letters_return = Письма на этот адрес не доходят.
enrolment-reason-urgent = Срочное сообщение об обучении.

# Отказ после срока
enrolment-late-link = Попросить об исключении
enrolment-late-waits = Ваша просьба об исключении у организатора. Когда он ответит, мы вам напишем.
enrolment-late-declined = Организатор отклонил вашу просьбу.
enrolment-late-reason = Почему вы не сможете прийти?
enrolment-late-reason-hint = Это прочтёт организатор. Не указывайте подробностей о здоровье.
enrolment-late-button = Отправить просьбу
flash-enrolment-late-asked = Ваша просьба у организатора. До ответа место остаётся за вами.
flash-enrolment-late-asked-before = Ваша прежняя просьба ещё ждёт ответа. Отправлять её второй раз не нужно.

# Письма
enrolment-meeting-number = Занятие { $number }
enrolment-online-link = Ссылка на занятия
enrolment-letter-open = Мои программы
enrolment-letter-confirmed-subject = Место ваше: { $title }
enrolment-letter-confirmed-what = Место на обучении «{ $title }» ваше.
enrolment-letter-confirmed-changes = О любом изменении даты или места мы вам напишем.
enrolment-letter-calendar = Занятия есть в приложенном файле: откройте его, чтобы добавить их в календарь.
enrolment-letter-reminder-subject = Уже скоро: { $title }
enrolment-letter-reminder-what = Обучение «{ $title }» начинается: { $when }. Ниже все даты и место.
enrolment-letter-resigned-subject = Отказ принят: { $title }
enrolment-letter-resigned-what = Мы приняли ваш отказ от обучения «{ $title }». Место освобождено.
enrolment-letter-resigned-next = Если передумаете и место ещё будет свободно, можно записаться снова.
enrolment-letter-calendar-cancel = Приложенный файл убирает занятия из календаря.
enrolment-letter-see-courses = Посмотреть программы
enrolment-letter-changed-subject = Изменение в обучении: { $title }
enrolment-letter-changed-what = В обучении «{ $title }» есть изменения. Ниже — как было и как станет.
enrolment-letter-changed-value = { $old } → { $new }
enrolment-letter-changed-calendar = Откройте приложенный файл, и запись в календаре обновится.
enrolment-letter-changed-next = Если вам это не подходит, можно отказаться в разделе «Мои программы» или связаться с организатором.
enrolment-letter-group-cancelled-subject = Обучение отменено: { $title }
enrolment-letter-group-cancelled-what = Обучение «{ $title }» не состоится. Просим прощения за неудобство.
enrolment-letter-group-cancelled-reason = Причина: { $reason }
enrolment-letter-group-cancelled-next = Ваша запись закрыта, делать ничего не нужно. В списке могут быть другие даты.
enrolment-letter-completed-subject = Обучение завершено, открыта анкета: { $title }
enrolment-letter-completed-what = Поздравляем, вы завершили обучение «{ $title }».
enrolment-letter-completed-next = До сертификата осталась только анкета. Она займёт около 3 минут, ответы хранятся без вашей фамилии.
enrolment-letter-completed-survey = Следующий шаг — анкета. Она займёт около 3 минут, ответы хранятся без вашей фамилии.
enrolment-letter-completed-open = Заполнить анкету
enrolment-letter-not_completed-subject = Обучение не завершено: { $title }
enrolment-letter-not_completed-what = Обучение «{ $title }» закончилось, но посещение было меньше требуемых { $percent }%, поэтому сертификата не будет.
enrolment-letter-not_completed-next = Если это ошибка, свяжитесь с организатором: он может исправить список посещения.
enrolment-letter-corrected-subject = Результат исправлен: { $title }
enrolment-letter-corrected-completed = Результат обучения «{ $title }» исправлен: обучение завершено.
enrolment-letter-corrected-not_completed = Результат обучения «{ $title }» исправлен: обучение не завершено.
enrolment-letter-corrected-reason = Причина: { $reason }
enrolment-letter-corrected-survey = До сертификата осталась только анкета. Она займёт около 3 минут, ответы хранятся без вашей фамилии.
enrolment-letter-corrected-wrong = Если это ошибка, свяжитесь с организатором.

enrolment-letter-waiting-subject = Лист ожидания: { $title }
enrolment-letter-waiting-what = Все места на обучении «{ $title }» заняты. Ваш номер в листе ожидания: { $position }.
enrolment-letter-waiting-next = Когда место для вас освободится, мы будем держать его и напишем вам. Номер виден в разделе «Мои программы», там же можно выйти из списка.
enrolment-letter-offered-subject = Для вас есть место: { $title }
enrolment-letter-offered-what = На обучении «{ $title }» освободилось место. Мы держим его для вас до: { $until }.
enrolment-letter-offered-next = Займите его или откажитесь в разделе «Мои программы». Без ответа к этому времени место получит следующий.
enrolment-letter-offered-open = Ответить сейчас
enrolment-letter-lapsed-subject = Предложение истекло: { $title }
enrolment-letter-lapsed-what = Место на обучении «{ $title }», которое мы держали для вас, получил следующий, потому что ответ не пришёл вовремя.
enrolment-letter-lapsed-next = Вас больше нет в листе ожидания. Если вы всё ещё хотите прийти, можно записаться в него снова.
enrolment-letter-list-closed-subject = Место не освободилось: { $title }
enrolment-letter-list-closed-what = Обучение «{ $title }» началось, а место для вас не освободилось. Лист ожидания закрыт.
enrolment-letter-list-closed-next = Делать ничего не нужно. На странице обучения могут быть другие даты.
enrolment-letter-left-line-subject = Вы вышли из листа ожидания: { $title }
enrolment-letter-left-line-what = Вас больше нет в листе ожидания обучения «{ $title }».
enrolment-letter-left-line-next = Если передумаете, можно записаться снова, в конец списка.
enrolment-letter-declined-subject = Вы отказались от места: { $title }
enrolment-letter-declined-what = Вы отказались от места на обучении «{ $title }». Его получит следующий.
enrolment-letter-declined-next = Если передумаете, посмотрите, есть ли ещё место или лист ожидания.
enrolment-letter-applied-subject = Мы получили вашу заявку: { $title }
enrolment-letter-applied-what = Мы получили вашу заявку на обучение «{ $title }». Место пока сохраняется за вами.
enrolment-letter-applied-next = Когда организатор примет решение, мы вам напишем.
enrolment-letter-refused-subject = Заявка отклонена: { $title }
enrolment-letter-refused-what = Организатор не принял вашу заявку на обучение «{ $title }».
enrolment-letter-refused-next = Если это ошибка, напишите или позвоните. На странице обучения могут быть другие даты.
enrolment-letter-address-subject = Организатор посмотрел ваш адрес: { $title }
enrolment-letter-address-what = Сотрудник организатора обучения «{ $title }» посмотрел ваш адрес почты. Обычно видно только его начало.
enrolment-letter-address-next = Если вы не знаете, зачем это понадобилось, спросите организатора. Запись об этом есть и на странице «Моё обучение».
enrolment-letter-cancelled-subject = Ваша запись отменена: { $title }
enrolment-letter-cancelled-what = Организатор отменил вашу запись на обучение «{ $title }».
enrolment-letter-cancelled-next = Если это ошибка, напишите или позвоните.
enrolment-letter-cancelled-guide = Что теперь делать, по шагам: { $address }
enrolment-letter-withdrawn-subject = Вы исключены из списка: { $title }
enrolment-letter-withdrawn-what = По вашей просьбе организатор исключил вас из списка обучения «{ $title }».
enrolment-letter-withdrawn-next = Если обучение платное, оплата остаётся за вами, если организатор её не отменит.
enrolment-letter-transferred-subject = Перенос на другую дату: { $title }
enrolment-letter-transferred-what = Организатор перенёс вас на другую дату обучения «{ $title }». Ниже – как было и как теперь.
enrolment-letter-transferred-before = Раньше
enrolment-letter-transferred-next = Если новая дата вам не подходит, можно отказаться в разделе «Мои программы» или написать организатору.
enrolment-letter-late-asked-subject = Ваша просьба принята: { $title }
enrolment-letter-late-asked-what = Вы просите исключить вас из списка обучения «{ $title }» после срока отказа.
enrolment-letter-late-asked-next = Организатор ответит. До ответа место остаётся за вами.
enrolment-letter-late-declined-subject = Просьба отклонена: { $title }
enrolment-letter-late-declined-what = Организатор не согласился исключить вас из списка обучения «{ $title }». Место остаётся за вами.
enrolment-letter-late-declined-next = Если это недоразумение, напишите или позвоните.
enrolment-letter-late-to-answer-subject = Просьба ждёт ответа: { $title }
enrolment-letter-late-to-answer-what = Кто-то просит исключить его из списка обучения «{ $title }» после срока. Исключите участника или откажите с указанием причины.
enrolment-letter-late-to-answer-open = Ответить на просьбу
enrolment-letter-undecided-subject = Заявки ждут решения: { $title }
enrolment-letter-undecided-what = На обучение «{ $title }» ({ $organisation }) { $count ->
    [one] ждёт решения { $count } заявка
    [few] ждут решения { $count } заявки
    [many] ждут решения { $count } заявок
   *[other] ждут решения { $count } заявки
} — не менее { $days } рабочих дней. Всё это время места заняты.
enrolment-letter-undecided-next = Примите решение: подтвердите заявку или откажите с указанием причины. Каждый получит письмо.
enrolment-letter-undecided-above = Тем, кто принимает решение, напомнили через 5 рабочих дней. Помогите, чтобы люди получили ответ.
enrolment-letter-undecided-open = Посмотреть заявки

# Контакты
contact-title = Контакты
contact-lead = Позвоните или приходите: мы рады помочь.
contact-phone = Телефон
contact-address = Адрес
contact-hours = Часы
contact-email = Электронная почта
contact-email-show = Показать адрес почты
contact-email-hint = Адрес показывается после нажатия кнопки, чтобы его не собирали программы, рассылающие спам.
contact-none = Контакты ещё не заполнены.

# Who pays, and what happens to the payment
enrolment-payer = Кто платит?
enrolment-payer-participant = Плачу я
enrolment-payer-participant-note = Вы сразу получите номер счёта и назначение платежа.
enrolment-payer-institution = Платит моё учреждение
enrolment-payer-institution-note = Мы напишем туда и спросим. Если ответа не будет 3 рабочих дня, оплата вернётся к вам.
enrolment-payer-fields = Учреждение, которое платит
enrolment-payer-fields-hint = Нужно, если платит учреждение. Если оно есть в справочнике, поля уже заполнены.
enrolment-payer-name = Название учреждения
enrolment-payer-tax-id = ИНН или NIP
enrolment-payer-tax-id-hint = Например, 526-000-12-46
enrolment-payer-street = Улица и дом
enrolment-payer-postal-code = Почтовый индекс
enrolment-payer-city = Город
enrolment-payer-email = Почта учреждения
enrolment-payer-email-hint = Туда придёт вопрос.
enrolment-event-charge = Начислена оплата
enrolment-event-institution-asked = Учреждение спросили об оплате
enrolment-event-institution-answered = Ответ учреждения
enrolment-event-institution-accepted = Учреждение согласилось заплатить
enrolment-event-institution-declined = Учреждение отказалось платить
enrolment-event-institution-silent = Учреждение не ответило вовремя
enrolment-event-charge-moved = Оплата переходит дальше, по цене новой группы
enrolment-event-rest-waived = Остаток оплаты снят
enrolment-event-booked = Оплата зачислена
enrolment-event-booked-part = Зачислена часть оплаты
enrolment-event-unbooked = Зачисление оплаты отменено
enrolment-event-let-go = Платить больше не нужно
enrolment-event-waived = Оплата снята
enrolment-event-overdue = Напоминание: оплата просрочена
enrolment-event-refund-due = Оплата будет возвращена
enrolment-event-online-start = Начата оплата через интернет
enrolment-event-online-refused = Оплата через интернет не подтверждена
enrolment-event-refunded = Оплата возвращена
enrolment-payer-recipient = Получатель, если он другой
enrolment-payer-recipient-hint = Если платит муниципалитет: школа, которая участвует.
enrolment-payer-recipient-address = Адрес получателя

# Заявки детей
enrolment-child-title = Заявка за ребёнка
enrolment-who = За кого заявка?
enrolment-who-unconfirmed = Данные ещё не сверены с документами. Заявку можно подать сейчас, а документы показать потом.
enrolment-who-joined = Заявка уже есть:
enrolment-child-apply-about = Это заявка, ещё не зачисление. Место пока держат, учреждение ответит до { $day }.
enrolment-child-join-about = Если данные ребёнка уже сверены с документами, он получит место сразу. Если нет, место держат, а вы показываете документы.
enrolment-age-title = Для другого возраста
enrolment-age-text = Программа для возраста от { $from } до { $to } лет в день первого занятия. Среди тех, за кого вы можете подать заявку, никого такого возраста нет, или заявки уже поданы. Если вашего ребёнка здесь ещё нет, сначала добавьте его.
enrolment-age-adults = Это обучение для взрослых, они записываются сами.
enrolment-applications-title = Заявки моих детей
enrolment-applications-empty = Заявок ещё нет
enrolment-applications-empty-text = Добавьте ребёнка, затем найдите программу и подайте заявку.
enrolment-check-documents = Документы ребёнка
enrolment-check-documents-hint = Покажите документ ребёнка и свой документ в учреждении: { $organisation }.
enrolment-check-documents-open = Посмотреть данные
enrolment-not-yet-enrolment = Это ещё не зачисление. Учреждение ответит до { $day }.
enrolment-says-child-applied = Заявка принята, место держат.
enrolment-says-child-confirmed = У ребёнка есть место.
enrolment-letter-for-child = { $title } ({ $child })
flash-enrolment-child-joined = У ребёнка есть место. Подробности в письме.
flash-enrolment-child-applied = Заявка в учреждении, место держат. Это ещё не зачисление: ниже видно, что дальше.
flash-enrolment-child-in-line = Ребёнок в листе ожидания. Мы напишем, когда освободится место.
flash-enrolment-child-already = За этого ребёнка заявка уже есть. Здесь видно, на каком она этапе.

enrolment-event-enrol = Зачисление приказом
enrolment-letter-enrolled-subject = Зачисление: { $title }
enrolment-letter-enrolled-what = «{ $title }»: учреждение зачислило приказом. Приказ: { $order }.
enrolment-child-all-applied = За всех подходящего возраста, за кого вы можете подать заявку, заявки уже поданы. Если другого вашего ребёнка здесь ещё нет, сначала добавьте его.
enrolment-letter-applied-child-subject = Мы получили заявку на ребёнка ({ $child }): { $programme }
enrolment-letter-applied-child-what = Мы получили вашу заявку на программу «{ $programme }» для ребёнка ({ $child }). Место пока сохраняется за ним. Это ещё не зачисление: { $organisation } ответит до { $answer }.
enrolment-letter-applied-child-next = Когда решение будет принято, мы вам напишем. По кнопке видно, как продвигается заявка; там же её можно отозвать.
enrolment-letter-applied-child-documents = До этого покажите там документ ребёнка и свой: только тогда учреждение примет решение.
enrolment-letter-applied-child-open = Открыть заявку
enrolment-who-other-age = { $name }: { $age ->
    [one] { $age } год
    [few] { $age } года
    [many] { $age } лет
   *[other] { $age } года
} в день первого занятия; программа — для возраста от { $from } до { $to } лет.
enrolment-resign-child-title = Отозвать заявку?
enrolment-resign-child-what = Вы освободите место на программе «{ $title }» (ребёнок: { $child }). Начало: { $when }.
enrolment-decline-child-what = Место на программе «{ $title }» ждёт ребёнка: { $child }. Начало: { $when }.
enrolment-decline-child-next = Если вы откажетесь, место сразу получит следующий ребёнок, а { $child } больше не будет в списке.
enrolment-late-child-text = Освободить место на программе «{ $title }» (ребёнок: { $child }) через сайт можно было до { $day }, включительно.
enrolment-late-child-next = Если ребёнок не сможет прийти, попросите организатора отозвать заявку. Платную программу нужно оплатить, если организатор не отменит оплату.
enrolment-late-child-reason = Почему ребёнок не сможет прийти?
enrolment-late-child-back = Вернуться к заявкам моих детей
