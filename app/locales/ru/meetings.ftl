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
