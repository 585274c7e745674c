# Pliki dla uczestników grupy.
materials-title = Materiały
materials-none = Nie ma jeszcze żadnych materiałów.
materials-name = Plik
materials-size = Rozmiar
materials-added = Dodano
materials-opens = Otwarcie
materials-deeds = Zmień
materials-from-start-short = od początku
materials-with-gate = po ukończeniu, ankiecie i opłacie
materials-up = W górę
materials-down = W dół
materials-open = Otwórz od początku
materials-close = Otwórz dopiero na końcu
materials-delete = Usuń
materials-delete-title = Usunąć ten plik?
materials-delete-text = Uczestnicy nie będą mogli pobrać pliku { $name }. Nie da się go przywrócić.
materials-add-title = Dodaj plik
materials-from-start = Otwarty od początku
materials-from-start-hint = Każdy, kto ma miejsce, może go pobrać od razu. Bez tego otworzy się razem z zaświadczeniem: po ukończeniu szkolenia, ankiecie i opłacie.
materials-file = Plik
materials-file-hint = Najwyżej { $most }. Rodzaje: { $kinds }.
materials-add = Dodaj
materials-full = Grupa może mieć najwyżej { $most } plików. Usuń któryś, żeby dodać następny.
materials-bytes =
    { $count ->
        [one] { $count } bajt
        [few] { $count } bajty
        [many] { $count } bajtów
       *[other] { $count } bajta
    }
materials-closed = Te pliki otworzą się, gdy niczego już nie będzie brakować. Brakuje: { $parts }.
materials-missing-completion = ukończenia szkolenia
materials-missing-survey = ankiety
materials-missing-payment = opłaty
materials-closed-for-good = Te pliki są dla osób, które ukończyły szkolenie.
flash-material-added = Plik został dodany.
flash-material-changed = Zapisano.
flash-material-deleted = Plik został usunięty.
error-material_no_file = Wybierz plik.
error-material_no_ending = Nazwa pliku nie ma końcówki takiej jak .pdf, więc nie wiemy, co to za plik.
error-material_not_taken = Plików z końcówką .{ $ending } nie przyjmujemy. Przyjmowane rodzaje są wymienione przy polu.
error-material_two_endings = Nazwa kończy się na .{ $endings }: dwie końcówki mogą wprowadzać w błąd. Zmień nazwę pliku.
error-material_too_large = Plik jest większy niż { $most }. Zmniejsz go albo podziel.
error-material_empty = Plik jest pusty.
error-material_torn = Plik nie dotarł w całości. Sprawdź połączenie i spróbuj ponownie; niczego nie zapisaliśmy.
error-material_other_kind = Zawartość nie jest tym, co mówi końcówka .{ $ending }. Otwórz plik w jego programie, zapisz na nowo w tym formacie i spróbuj ponownie.
error-material_infected = Skaner antywirusowy znalazł w tym pliku { $found }. Pliku nie zapisaliśmy.
error-material_not_scanned = Skaner antywirusowy teraz nie odpowiada, a bez sprawdzenia niczego nie przyjmujemy. Spróbuj za kilka minut.
error-material_scanner_too_large = Skaner antywirusowy nie przyjmuje tak dużych plików, a bez sprawdzenia niczego nie przyjmujemy. Dodaj mniejszy plik albo daj znać administratorowi.
error-material_not_kept = Nie udało się zapisać pliku. Spróbuj za kilka minut.
error-material_too_many = Grupa może mieć najwyżej { $most } plików. Najpierw usuń któryś.
