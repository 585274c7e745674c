# Что не так с переданным списком. `line` — строка файла CSV или листа.
tables-empty-file = Файл пуст.
tables-no-rows = В файле есть заголовок, но под ним нет ни одной строки.
tables-not-a-table = { $kind ->
    [pdf] Это файл PDF.
    [image] Это изображение.
    [archive] Это архив.
    [document] Это текстовый документ.
    [web-page] Это веб-страница.
   *[other] Это не список.
} Сохраните список как CSV или XLSX и попробуйте ещё раз.
tables-encrypted = Эта книга защищена паролем. Сохраните её без пароля и попробуйте ещё раз.
tables-macros = Эта книга содержит макросы. Сохраните её как обычный файл XLSX или CSV и попробуйте ещё раз.
tables-old-excel = Это книга Excel 97–2003 (.xls). Сохраните её как XLSX или CSV и попробуйте ещё раз.
tables-broken-workbook = Эта книга повреждена, прочитать её не удалось ({ $detail }). Откройте её в редакторе таблиц, сохраните как XLSX или CSV и попробуйте ещё раз.
tables-too-large = Файл слишком большой: допустимо не более { $max } МБ.
tables-too-many-rows = { $max ->
    [one] В файле больше { $max } строки. Разделите его и передайте по частям.
    [few] В файле больше { $max } строк. Разделите его и передайте по частям.
    [many] В файле больше { $max } строк. Разделите его и передайте по частям.
   *[other] В файле больше { $max } строки. Разделите его и передайте по частям.
}
tables-nul-bytes = В строке { $line } есть нулевые байты, которых в тексте не бывает. Сохраните список как CSV в UTF-8 и попробуйте ещё раз.
tables-mixed-encoding = Начиная со строки { $line } буквы записаны двумя разными способами. Сохраните список как CSV в UTF-8 и попробуйте ещё раз.
tables-missing-column = Не хватает столбца «{ $column }».
tables-unknown-column = Столбец «{ $column }» здесь неизвестен.
tables-unknown-column-near = Столбец «{ $column }» здесь неизвестен. Возможно, имелся в виду «{ $nearest }»?
tables-duplicate-column = Столбец «{ $column }» встречается больше одного раза.
tables-torn-quote = Строка { $line }: здесь открывается кавычка, которая нигде не закрыта.
tables-stray-quote = Строка { $line }: после закрывающей кавычки продолжается текст. Кавычки внутри ячейки пишутся дважды.
tables-row-too-short = Строка { $line } слишком короткая; нужно ячеек: { $expected }, найдено: { $found }.
tables-row-too-long = Строка { $line } слишком длинная; нужно ячеек: { $expected }, найдено: { $found }.
tables-empty-cell = Строка { $line }: в столбце «{ $column }» пусто.
tables-cell-too-long = Строка { $line }: в столбце «{ $column }» больше { $max ->
    [one] { $max } знака
    [few] { $max } знаков
    [many] { $max } знаков
   *[other] { $max } знака
}.
tables-control-characters = Строка { $line }: в столбце «{ $column }» есть невидимые управляющие символы.
tables-cell-error = Строка { $line }: в столбце «{ $column }» таблица показывает ошибку { $shown }.
tables-problems-left-out = { $count ->
    [one] И ещё { $count } ошибка.
    [few] И ещё { $count } ошибки.
    [many] И ещё { $count } ошибок.
   *[other] И ещё { $count } ошибки.
}
tables-ignored-column = Столбец «{ $column }» не прочитан.
