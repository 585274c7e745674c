# Файлы для участников группы.
materials-title = Материалы
materials-none = Материалов пока нет.
materials-name = Файл
materials-size = Размер
materials-added = Добавлен
materials-opens = Открытие
materials-deeds = Изменить
materials-from-start-short = с самого начала
materials-with-gate = после завершения, анкеты и оплаты
materials-up = Выше
materials-down = Ниже
materials-open = Открыть с самого начала
materials-close = Открыть только в конце
materials-delete = Удалить
materials-delete-title = Удалить этот файл?
materials-delete-text = Участники больше не смогут скачать файл { $name }. Вернуть его нельзя.
materials-add-title = Добавить файл
materials-from-start = Открыт с самого начала
materials-from-start-hint = Каждый, у кого есть место, сможет скачать его сразу. Иначе он откроется вместе с сертификатом: после завершения обучения, анкеты и оплаты.
materials-file = Файл
materials-file-hint = Не больше { $most }. Виды: { $kinds }.
materials-add = Добавить
materials-full = В группе может быть не больше { $most } файлов. Удалите какой-нибудь, чтобы добавить следующий.
materials-bytes =
    { $count ->
        [one] { $count } байт
        [few] { $count } байта
        [many] { $count } байт
       *[other] { $count } байта
    }
materials-closed = Эти файлы откроются, когда всё будет готово. Не хватает: { $parts }.
materials-missing-completion = завершения обучения
materials-missing-survey = анкеты
materials-missing-payment = оплаты
materials-closed-for-good = Эти файлы — для тех, кто прошёл обучение.
flash-material-added = Файл добавлен.
flash-material-changed = Сохранено.
flash-material-deleted = Файл удалён.
error-material_no_file = Выберите файл.
error-material_no_ending = У имени файла нет окончания вроде .pdf, и мы не знаем, что это за файл.
error-material_not_taken = Файлы с окончанием .{ $ending } не принимаются. Какие принимаются, написано у поля.
error-material_two_endings = Имя оканчивается на .{ $endings }: два окончания могут ввести в заблуждение. Переименуйте файл.
error-material_too_large = Файл больше { $most }. Уменьшите его или разделите.
error-material_empty = Файл пуст.
error-material_torn = Файл пришёл не целиком. Проверьте соединение и попробуйте ещё раз; ничего не сохранено.
error-material_other_kind = Содержимое не то, что говорит окончание .{ $ending }. Откройте файл в его программе, сохраните заново в этом формате и попробуйте ещё раз.
error-material_infected = Антивирус нашёл в этом файле { $found }. Файл не сохранён.
error-material_not_scanned = Антивирус сейчас не отвечает, а без проверки мы ничего не принимаем. Попробуйте через несколько минут.
error-material_scanner_too_large = Антивирус не принимает такие большие файлы, а без проверки мы ничего не принимаем. Добавьте файл поменьше или сообщите администратору.
error-material_not_kept = Файл не удалось сохранить. Попробуйте через несколько минут.
error-material_too_many = В группе может быть не больше { $most } файлов. Сначала удалите какой-нибудь.
