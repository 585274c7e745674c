# Занятия: календарь, код в аудитории, исправления посещаемости.
meetings-calendar-title = Календарь
meetings-week = Неделя { $number }: { $span }
meetings-weeks = Недели
meetings-week-previous = Предыдущая неделя
meetings-week-this = Эта неделя
meetings-week-next = Следующая неделя
meetings-whose = Чьи занятия
meetings-own = Только те, что веду я
meetings-today = сегодня
meetings-week-empty = На этой неделе занятий нет
meetings-week-empty-text = Здесь видны занятия групп, в том числе черновиков. Преподаватели видят группы, к которым они приписаны.
meetings-day-empty = Занятий нет.
meetings-hours = Время
meetings-of-today = Занятия сегодня

# Код в аудитории
meetings-code-show = Показать код присутствия
meetings-code-title = Код присутствия
meetings-code-how = Отсканируйте телефоном и войдите. Ваше присутствие будет отмечено.
meetings-code-picture = QR-код, который ведёт на страницу отметки о присутствии
meetings-code-type = Или откройте { $address } и введите:
meetings-code-changes =
    { $seconds ->
        [one] Он сменится через { $seconds } секунду; страница обновится сама.
        [few] Он сменится через { $seconds } секунды; страница обновится сама.
        [many] Он сменится через { $seconds } секунд; страница обновится сама.
       *[other] Он сменится через { $seconds } секунды; страница обновится сама.
    }
meetings-code-early = Код будет виден здесь от начала занятия до его конца.
meetings-code-over = Это занятие закончилось. Отметьте недостающих в списке.
meetings-code-present = Пока присутствуют: { $present } из { $all }.

# Своё присутствие
meetings-attend-title = Я на занятии
meetings-attend-link = Я здесь: ввести код
meetings-attend-present = Ваше присутствие отмечено.
meetings-attend-not-marked = Вы ещё не отмечены. Введите код, который показан в аудитории.
meetings-attend-child-present = Присутствие отмечено: { $child }.
meetings-attend-child-not-marked = Присутствие ещё не отмечено: { $child }. Введите код, который показан в аудитории.
meetings-person = Кто на занятии?
meetings-attend-me = Я
meetings-attend-send = Отметить моё присутствие
meetings-code = Код
meetings-code-hint = Шесть цифр. Они меняются каждые полминуты.
meetings-attend-nothing = Сейчас у вас нет занятий
meetings-attend-nothing-text = Код действует от начала занятия до его конца. Если вы на занятии, а отметки нет, скажите преподавателю.
meetings-attend-not-yet = «{ $title }»: это занятие начнётся: { $when }. Отсканируйте код ещё раз в это время.
meetings-attend-over = «{ $title }»: это занятие закончилось: { $when }. Если вы были на нём, скажите преподавателю: список ещё можно изменить.
flash-meetings-attended = Ваше присутствие отмечено.
error-room_code = Сейчас показан другой код. Посмотрите ещё раз: он меняется каждые полминуты.
error-room_code_nothing_on = Сейчас у вас нет занятий, поэтому отмечать нечего.

# Исправления после окончания
meetings-correction = Группа завершена. Изменение — это исправление: нужна причина, а тот, кто окажется выше или ниже порога посещаемости, получит другой результат и письмо.
meetings-correction-reason = Причина исправления
meetings-correction-reason-hint = Её прочтут те, чей результат изменится.
flash-meetings-results-corrected = Посещаемость сохранена, и результаты изменились. Письма уже в пути.

# Площадки и аудитории
meetings-venues-title = Площадки
meetings-venues-empty = Площадок пока нет
meetings-venues-empty-text = У площадки есть адрес и аудитории. Занятие можно поместить в аудиторию, и видно, когда она занята.
meetings-venue-new-title = Новая площадка
meetings-venue-name = Название
meetings-venue-name-hint = Например: Главное здание. В письмах оно стоит перед адресом и аудиторией.
meetings-address = Адрес
meetings-rooms = Аудитории
meetings-rooms-hint = Занятия, которые уже помещены в аудиторию, сохраняют слова, сообщённые участникам, пока группу не сохранят снова.
meetings-room-number = Аудитория { $number }
meetings-room-name = Название или номер
meetings-room-add = Добавить аудиторию
meetings-room-remove = Убрать аудиторию
meetings-room = Аудитория
meetings-room-other = Другое место
meetings-venue-close = Больше не использовать
meetings-venue-close-text = Площадка исчезнет из этого списка вместе с аудиториями. Это возможно, если в ней больше не будет занятий; прошедшие занятия сохраняют своё место.
flash-meetings-venue-closed = Площадка больше не используется.
error-room_name = Аудитория { $number }: введите название не длиннее 80 знаков.
error-room_no_name = Аудитория { $number }: введите название или уберите её.
error-room_places = Аудитория { $number }: введите, сколько человек она вмещает, от 1 до 100 000.
error-venue_changed = Кто-то сохранил эту площадку тем временем, и сейчас ничего не сохранено. Откройте её заново, чтобы увидеть, как она выглядит; введённое осталось здесь.
error-rooms_twice = У двух аудиторий одно и то же название.
error-too_many_rooms = У площадки может быть не больше { $most } аудиторий.
error-room_in_use =
    { $count ->
        [one] В аудитории «{ $room }» ещё должно пройти { $count } занятие. Сначала перенесите его.
        [few] В аудитории «{ $room }» ещё должны пройти { $count } занятия. Сначала перенесите их.
        [many] В аудитории «{ $room }» ещё должно пройти { $count } занятий. Сначала перенесите их.
       *[other] В аудитории «{ $room }» ещё должно пройти { $count } занятия. Сначала перенесите их.
    }
error-meeting_room = Занятие { $number }: этой аудитории больше нет в списке. Выберите другую.
meetings-warn-room = Аудитория «{ $who }» занята: { $when }, { $hours }, «{ $title }», группа { $code }.
meetings-warn-room-elsewhere = Аудитория «{ $who }» занята другой организацией: { $when }, { $hours }.
meetings-warn-trainer = { $who } в это время ведёт другое занятие: { $when }, { $hours }, «{ $title }», группа { $code }.
meetings-warn-trainer-elsewhere = { $who } в это время ведёт занятие в другой организации: { $when }, { $hours }.
meetings-warn-small =
    { $places ->
        [one] Аудитория «{ $who }» вмещает { $places } человека, а мест в группе { $capacity }.
        [few] Аудитория «{ $who }» вмещает { $places } человека, а мест в группе { $capacity }.
        [many] Аудитория «{ $who }» вмещает { $places } человек, а мест в группе { $capacity }.
       *[other] Аудитория «{ $who }» вмещает { $places } человека, а мест в группе { $capacity }.
    }
meetings-warn-more =
    { $count ->
        [one] И ещё { $count } такое совпадение.
        [few] И ещё { $count } таких совпадения.
        [many] И ещё { $count } таких совпадений.
       *[other] И ещё { $count } такого совпадения.
    }
