# Справочник учреждений.
directory-title = Учреждения
directory-lead = Школы, детские сады и центры: где они находятся, когда открыты, как с ними связаться и что предлагают.
directory-all = Все учреждения с адресами
directory-search = Найти учреждение
directory-search-hint = Название, номер, улица или город. Регистр букв не важен.
directory-kind = Вид
directory-any-kind = Все виды
directory-municipality = Муниципалитет
directory-any-municipality = Все муниципалитеты
directory-clear = Показать все
directory-kind-region = Регион
directory-kind-municipality = Муниципалитет
directory-kind-institution = Учреждение
directory-kind-training-centre = Учебный центр
directory-kind-support-centre = Центр поддержки
directory-count =
    { $count ->
        [one] { $count } учреждение
        [few] { $count } учреждения
        [many] { $count } учреждений
       *[other] { $count } учреждения
    }
directory-offered =
    { $count ->
        [one] открыта { $count } группа
        [few] открыты { $count } группы
        [many] открыто { $count } групп
       *[other] открыто { $count } группы
    }
directory-nothing = Ничего похожего не нашлось
directory-nothing-text = Введите меньше слов или только город. Если учреждение должно быть здесь, спросите нас.
directory-all-of = Все учреждения: { $name }
directory-reach = Адрес и контакты
directory-map = Показать на карте
directory-no-answers = Это учреждение пока не отвечает здесь на сообщения: позвоните или откройте страницу
directory-offer = Что предлагает
directory-offer-none = Сейчас здесь ничего не предлагается.
directory-offer-all =
    { $count ->
        [one] Посмотреть в каталоге: { $count } группа этого учреждения
        [few] Посмотреть в каталоге все { $count } группы этого учреждения
        [many] Посмотреть в каталоге все { $count } групп этого учреждения
       *[other] Посмотреть в каталоге все { $count } группы этого учреждения
    }
