# Что ждёт сотрудника: первая страница, ежедневное письмо, отставание учреждений.
consoles-waits = Что ждёт
consoles-nothing = Ничего не ждёт. Хорошего дня.
consoles-head-what = Что
consoles-head-when = До какого дня
consoles-overdue = срок прошёл: { $day }
consoles-due = ближайший срок: { $day }
consoles-since = ждёт с: { $day }
consoles-line = { $what } — { $when }
consoles-what-applications =
    { $count ->
        [one] { $count } заявка ждёт решения
        [few] { $count } заявки ждут решения
        [many] { $count } заявок ждут решения
       *[other] { $count } заявки ждут решения
    }
consoles-what-late =
    { $count ->
        [one] { $count } просьба об отказе после срока
        [few] { $count } просьбы об отказе после срока
        [many] { $count } просьб об отказе после срока
       *[other] { $count } просьбы об отказе после срока
    }
consoles-what-requests =
    { $count ->
        [one] { $count } обращение без ответа
        [few] { $count } обращения без ответа
        [many] { $count } обращений без ответа
       *[other] { $count } обращения без ответа
    }
consoles-what-marks =
    { $count ->
        [one] { $count } группа без отметок о посещении
        [few] { $count } группы без отметок о посещении
        [many] { $count } групп без отметок о посещении
       *[other] { $count } группы без отметок о посещении
    }
consoles-what-finish =
    { $count ->
        [one] { $count } группу пора завершить: занятия закончились
        [few] { $count } группы пора завершить: занятия закончились
        [many] { $count } групп пора завершить: занятия закончились
       *[other] { $count } группы пора завершить: занятия закончились
    }
consoles-what-few =
    { $count ->
        [one] { $count } группа скоро начнётся, а людей в ней мало
        [few] { $count } группы скоро начнутся, а людей в них мало
        [many] { $count } групп скоро начнутся, а людей в них мало
       *[other] { $count } группы скоро начнутся, а людей в них мало
    }
consoles-what-children =
    { $count ->
        [one] { $count } ребёнка нужно подтвердить
        [few] { $count } детей нужно подтвердить
        [many] { $count } детей нужно подтвердить
       *[other] { $count } ребёнка нужно подтвердить
    }
consoles-what-guardians =
    { $count ->
        [one] { $count } ребёнок, доступ к записи которого просит второй представитель
        [few] { $count } ребёнка, доступ к записям которых просит второй представитель
        [many] { $count } детей, доступ к записям которых просит второй представитель
       *[other] { $count } ребёнка, доступ к записям которых просит второй представитель
    }
consoles-what-corrections =
    { $count ->
        [one] { $count } исправление нужно проверить
        [few] { $count } исправления нужно проверить
        [many] { $count } исправлений нужно проверить
       *[other] { $count } исправления нужно проверить
    }
consoles-what-cases =
    { $count ->
        [one] { $count } случай: один ребёнок или двое
        [few] { $count } случая: один ребёнок или двое
        [many] { $count } случаев: один ребёнок или двое
       *[other] { $count } случая: один ребёнок или двое
    }
consoles-what-moves =
    { $count ->
        [one] { $count } смена муниципалитета ждёт решения
        [few] { $count } смены муниципалитета ждут решения
        [many] { $count } смен муниципалитета ждут решения
       *[other] { $count } смены муниципалитета ждут решения
    }
consoles-what-drafts =
    { $count ->
        [one] { $count } заявление о смене муниципалитета ждёт подписи
        [few] { $count } заявления о смене муниципалитета ждут подписи
        [many] { $count } заявлений о смене муниципалитета ждут подписи
       *[other] { $count } заявления о смене муниципалитета ждут подписи
    }
consoles-what-merges =
    { $count ->
        [one] { $count } объединение ждёт ответа владельца
        [few] { $count } объединения ждут ответа владельца
        [many] { $count } объединений ждут ответа владельца
       *[other] { $count } объединения ждут ответа владельца
    }
consoles-what-certificates =
    { $count ->
        [one] { $count } сертификат ждёт даты или места рождения
        [few] { $count } сертификата ждут даты или места рождения
        [many] { $count } сертификатов ждут даты или места рождения
       *[other] { $count } сертификата ждут даты или места рождения
    }
consoles-what-asked =
    { $count ->
        [one] { $count } платёж ждёт ответа учреждения
        [few] { $count } платежа ждут ответа учреждения
        [many] { $count } платежей ждут ответа учреждения
       *[other] { $count } платежа ждут ответа учреждения
    }
consoles-what-entries =
    { $count ->
        [one] { $count } платёж нужно сопоставить
        [few] { $count } платежа нужно сопоставить
        [many] { $count } платежей нужно сопоставить
       *[other] { $count } платежа нужно сопоставить
    }
consoles-what-overdue =
    { $count ->
        [one] { $count } просроченное начисление
        [few] { $count } просроченных начисления
        [many] { $count } просроченных начислений
       *[other] { $count } просроченного начисления
    }
consoles-what-refunds =
    { $count ->
        [one] { $count } оплату нужно вернуть
        [few] { $count } оплаты нужно вернуть
        [many] { $count } оплат нужно вернуть
       *[other] { $count } оплаты нужно вернуть
    }
consoles-what-letters =
    { $count ->
        [one] { $count } письмо не доставлено за последние дни
        [few] { $count } письма не доставлены за последние дни
        [many] { $count } писем не доставлено за последние дни
       *[other] { $count } письма не доставлено за последние дни
    }

# Ежедневное письмо
consoles-digest-title = Ежедневное письмо
consoles-digest-way = Ежедневное письмо о том, что ждёт
consoles-digest-lead = По рабочим дням в { $time } мы присылаем письмо с тем же, что на первой странице. Когда ничего не ждёт, письма нет.
consoles-digest-is-on = Письмо приходит.
consoles-digest-is-off = Письмо отключено. Всё видно на странице «На сегодня».
consoles-digest-switch-on = Включить письмо
consoles-digest-switch-off = Отключить письмо
consoles-digest-now = Сейчас в письме было бы
consoles-digest-subject = Что ждёт сегодня: { $today }
consoles-digest-what = Вот что ждёт вас. Первым стоит то, срок чего прошёл.
consoles-digest-action = Открыть и начать
consoles-digest-off = Письмо можно отключить на странице «Ежедневное письмо»: на неё ведёт первая страница сотрудника.
flash-consoles-digest-on = Письмо включено.
flash-consoles-digest-off = Письмо отключено.

# Отставание учреждений
consoles-branch-title = Учреждения
consoles-branch-lead = Кто отстаёт: сначала учреждения, где прошёл срок ответа, затем те, где кто-то ждёт дольше всех.
consoles-branch-nothing = Ни одно учреждение не отстаёт.
consoles-branch-institution = Учреждение
consoles-branch-municipality = Муниципалитет
consoles-branch-late = Заявки после срока
consoles-branch-undecided = Заявки без решения
consoles-branch-requests = Обращения без ответа
consoles-branch-unconfirmed = Неподтверждённые дети с заявкой
consoles-branch-oldest = Дольше всех ждут с
consoles-branch-clear =
    { $count ->
        [one] { $count } учреждение, где ничего не ждёт.
        [few] { $count } учреждения, где ничего не ждёт.
        [many] { $count } учреждений, где ничего не ждёт.
       *[other] { $count } учреждения, где ничего не ждёт.
    }
consoles-branch-found =
    { $count ->
        [one] { $count } учреждение, где что-то ждёт.
        [few] { $count } учреждения, где что-то ждёт.
        [many] { $count } учреждений, где что-то ждёт.
       *[other] { $count } учреждения, где что-то ждёт.
    }
