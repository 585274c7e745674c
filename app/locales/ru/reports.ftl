# Отчёты за период, для администраторов.
reports-title = Отчёты
reports-lead = Группы, первое занятие которых приходится на этот период ({ $span }). Каждое число ведёт к списку, который оно считает.
reports-from = С
reports-to = По
reports-day-hint = Например, 1.09.2026.
reports-show = Показать
reports-xlsx = Скачать книгу (XLSX)
reports-pdf = Скачать документом для печати (PDF)
reports-made = По состоянию на { $day }
reports-too-long = Отчёт за этот период слишком длинный для одного документа. Выберите период короче или скачайте книгу.
reports-nothing = За этот период ничего нет.
reports-not-given = не указано
reports-total = Итого
reports-group = Группа
reports-offer-by-subject = Программы по предметам
reports-offer-by-month = Программы по месяцам
reports-people-by-subject = Участники по предметам
reports-people-by-month = Участники по месяцам
reports-people-by-workplace = Участники по местам работы
reports-people-by-stage = Участники по типам учреждений
reports-money = Финансы
reports-surveys = Средние оценки анкет
reports-by-subject = Предмет
reports-by-month = Месяц
reports-by-workplace = Место работы
reports-by-stage = Тип учреждения
reports-by-currency = Валюта
reports-column-groups = Группы
reports-column-finished = Завершены
reports-column-cancelled = Отменены
reports-column-places = Места
reports-column-hours = Учебные часы
reports-column-enrolments = Записи
reports-column-people = Люди
reports-column-completed = Окончили
reports-column-not_completed = Не окончили
reports-column-person-hours = Пройдено часов
reports-column-charged = Начислено
reports-column-booked = Зачислено
reports-column-open = Осталось оплатить
reports-column-overdue = Из них просрочено
reports-column-waived = Списано
reports-column-refund = Возвращено или к возврату
reports-column-answers = Показано ответов
reports-column-mean = Среднее, от 1 до 5
reports-column-first-day = Первое занятие
reports-column-subject = Предмет
reports-column-state = Состояние
reports-column-group = Группа
reports-column-due-on = Оплатить до
reports-column-amount = Сумма
reports-column-counted = Учтено здесь
reports-column-charges = Начисления
reports-list-groups = Группы отчёта
reports-list-people = Участники отчёта
reports-list-charges = Начисления отчёта
reports-first-groups = Группа
reports-first-people = Фамилия и имя
reports-first-charges = Участник
error-reports_order = Последний день не может быть раньше первого.

# Дети: числа без имён
reports-children-title = Дети и места
reports-children-lead = Группы, первые занятия которых приходятся на этот период ({ $span }); возраст на день: { $day }.
reports-children-once = Каждый ребёнок посчитан один раз, даже если ходит в несколько групп; места посчитаны каждое. В строке «Итого» никто не посчитан дважды.
reports-children-repeats = Ребёнок с несколькими местами может стоять в нескольких строках, поэтому в сумме строк бывает больше, чем «Итого».
reports-children-few = По числам меньше 5 можно узнать отдельных детей. Не публикуйте их.
reports-children-ages = возраст на { $day }
reports-children-by-municipality = По муниципалитетам
reports-children-by-age = По возрасту
reports-children-by-subject = По направлениям
reports-children-by-funding = По финансированию
reports-by-municipality = Муниципалитет проживания
reports-by-age = Возраст
reports-by-funding = Кто платит
reports-funding-free = Бесплатно
reports-funding-paid = Платит семья
reports-funding-certificate = Сертификат финансирования
reports-on = Возраст на день
reports-on-hint = Пусто: первый день периода.
reports-column-children = Дети
reports-column-taken = Занятые места
reports-years =
    { $count ->
        [one] { $count } год
        [few] { $count } года
        [many] { $count } лет
       *[other] { $count } года
    }
