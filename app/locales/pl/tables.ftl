# Co jest nie tak z przekazaną listą. `line` to wiersz pliku CSV albo arkusza.
tables-empty-file = Plik jest pusty.
tables-no-rows = W pliku jest nagłówek, ale nie ma pod nim żadnych wierszy.
tables-not-a-table = { $kind ->
    [pdf] To jest plik PDF.
    [image] To jest obraz.
    [archive] To jest plik spakowany.
    [document] To jest dokument tekstowy.
    [web-page] To jest strona internetowa.
   *[other] To nie jest lista.
} Zapisz listę jako CSV lub XLSX i spróbuj jeszcze raz.
tables-encrypted = Ten skoroszyt jest chroniony hasłem. Zapisz go bez hasła i spróbuj jeszcze raz.
tables-macros = Ten skoroszyt zawiera makra. Zapisz go jako zwykły plik XLSX lub CSV i spróbuj jeszcze raz.
tables-old-excel = To jest skoroszyt programu Excel 97–2003 (.xls). Zapisz go jako XLSX lub CSV i spróbuj jeszcze raz.
tables-broken-workbook = Ten skoroszyt jest uszkodzony i nie da się go odczytać ({ $detail }). Otwórz go w arkuszu kalkulacyjnym, zapisz jako XLSX lub CSV i spróbuj jeszcze raz.
tables-too-large = Plik jest za duży: może mieć najwyżej { $max } MB.
tables-too-many-rows = { $max ->
    [one] W pliku jest więcej niż { $max } wiersz. Podziel go i przekaż po kawałku.
    [few] W pliku jest więcej niż { $max } wiersze. Podziel go i przekaż po kawałku.
    [many] W pliku jest więcej niż { $max } wierszy. Podziel go i przekaż po kawałku.
   *[other] W pliku jest więcej niż { $max } wiersza. Podziel go i przekaż po kawałku.
}
tables-nul-bytes = W wierszu { $line } są bajty NUL, których nie ma w żadnym tekście. Zapisz listę jako CSV w UTF-8 i spróbuj jeszcze raz.
tables-mixed-encoding = Od wiersza { $line } litery są zapisane na dwa różne sposoby. Zapisz listę jako CSV w UTF-8 i spróbuj jeszcze raz.
tables-missing-column = Brakuje kolumny „{ $column }”.
tables-unknown-column = Nie znamy kolumny „{ $column }”.
tables-unknown-column-near = Nie znamy kolumny „{ $column }”. Czy chodzi o „{ $nearest }”?
tables-duplicate-column = Kolumna „{ $column }” występuje więcej niż raz.
tables-torn-quote = Wiersz { $line }: tu otwiera się cudzysłów, którego nic nie zamyka.
tables-stray-quote = Wiersz { $line }: po zamknięciu cudzysłowu jest dalszy tekst. Cudzysłów wewnątrz komórki zapisuje się podwójnie.
tables-row-too-short = Wiersz { $line } jest za krótki; potrzebne komórki: { $expected }, znalezione: { $found }.
tables-row-too-long = Wiersz { $line } jest za długi; potrzebne komórki: { $expected }, znalezione: { $found }.
tables-empty-cell = Wiersz { $line }: kolumna „{ $column }” jest pusta.
tables-cell-too-long = Wiersz { $line }: w kolumnie „{ $column }” jest więcej niż { $max ->
    [one] { $max } znak
    [few] { $max } znaki
    [many] { $max } znaków
   *[other] { $max } znaku
}.
tables-control-characters = Wiersz { $line }: w kolumnie „{ $column }” są niewidoczne znaki sterujące.
tables-cell-error = Wiersz { $line }: w kolumnie „{ $column }” arkusz pokazuje błąd { $shown }.
tables-problems-left-out = { $count ->
    [one] I jeszcze { $count } problem.
    [few] I jeszcze { $count } problemy.
    [many] I jeszcze { $count } problemów.
   *[other] I jeszcze { $count } problemu.
}
tables-ignored-column = Kolumna „{ $column }” nie została wczytana.
