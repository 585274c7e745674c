# What is wrong with a list that was handed in. `line` is the line of the CSV file or the row of the sheet.
tables-empty-file = The file is empty.
tables-no-rows = The file has a header line and no rows below it.
tables-not-a-table = This is { $kind ->
    [pdf] a PDF
    [image] an image
    [archive] a packed file
    [document] a text document
    [web-page] a web page
   *[other] not a list
}. Save the list as CSV or XLSX and try again.
tables-encrypted = This workbook is locked with a password. Save it without one and try again.
tables-macros = This workbook carries macros. Save it as a plain XLSX or CSV file and try again.
tables-old-excel = This is a workbook of Excel 97–2003 (.xls). Save it as XLSX or CSV and try again.
tables-broken-workbook = This workbook is damaged and cannot be read ({ $detail }). Open it in a spreadsheet, save it as XLSX or CSV and try again.
tables-too-large = The file is too large: { $max } MB is the most.
tables-too-many-rows = { $max ->
    [one] The file has more than { $max } row. Split it and hand in the parts one by one.
   *[other] The file has more than { $max } rows. Split it and hand in the parts one by one.
}
tables-nul-bytes = Line { $line } holds NUL bytes, which no text has. Save the list as CSV in UTF-8 and try again.
tables-mixed-encoding = From line { $line } on, letters are stored in two different ways. Save the list as CSV in UTF-8 and try again.
tables-missing-column = The column “{ $column }” is missing.
tables-unknown-column = The column “{ $column }” is not known here.
tables-unknown-column-near = The column “{ $column }” is not known here. Did you mean “{ $nearest }”?
tables-duplicate-column = The column “{ $column }” is there more than once.
tables-torn-quote = Line { $line }: a quotation mark opens here and is never closed.
tables-stray-quote = Line { $line }: text goes on after a closing quotation mark. Quotation marks inside a cell are written twice.
tables-row-too-short = Line { $line }: the row is too short; cells needed: { $expected }, found: { $found }.
tables-row-too-long = Line { $line }: the row is too long; cells needed: { $expected }, found: { $found }.
tables-empty-cell = Line { $line }: “{ $column }” is empty.
tables-cell-too-long = Line { $line }: “{ $column }” is longer than { $max ->
    [one] { $max } character
   *[other] { $max } characters
}.
tables-control-characters = Line { $line }: “{ $column }” holds invisible control characters.
tables-cell-error = Line { $line }: “{ $column }” shows the spreadsheet error { $shown }.
tables-problems-left-out = { $count ->
    [one] And { $count } more problem.
   *[other] And { $count } more problems.
}
tables-ignored-column = The column “{ $column }” was not read.
