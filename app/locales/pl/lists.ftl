# Listy pracowników: pliki, widoki, działania na wielu wierszach, klawisze.
lists-take = Pobierz listę:
lists-keys = Klawisze
lists-key-rows = następny i poprzedni wiersz
lists-key-open = otwiera wiersz
lists-key-choose = zaznacza wiersz albo cofa zaznaczenie
lists-key-search = przechodzi do pola wyszukiwania
lists-key-help = pokazuje te klawisze
lists-keys-on = Włącz klawisze
lists-keys-off = Wyłącz klawisze
lists-back = Wróć do listy

# Widoki
lists-views = Moje widoki
lists-views-change = Zmień moje widoki
lists-views-none = Nie masz jeszcze żadnych widoków
lists-views-none-text = Przefiltruj listę i zapisz filtr pod nazwą: znajdziesz go nad tą listą jako odnośnik.
lists-view-keep = Zapisz ten filtr
lists-view-keep-button = Zapisz
lists-name = Nazwa
lists-of = Lista
lists-remove = Usuń
flash-lists-view-kept = Widok jest zapisany. Znajdziesz go nad listą.
flash-lists-view-removed = Widok jest usunięty.
error-lists_too_many_views = Masz już { $most } widoków. Najpierw usuń któryś z nich.
error-lists_no_filter = Nie ma czego zapisać: lista nie jest przefiltrowana albo jej adres jest uszkodzony. Przefiltruj ją jeszcze raz.

# Wiele wierszy naraz
lists-choose = Wybór
lists-choose-row = Zaznacz: { $row }
lists-choose-all =
    { $count ->
        [one] Zaznacz wszystko ({ $count } wiersz)
        [few] Zaznacz wszystko ({ $count } wiersze)
        [many] Zaznacz wszystko ({ $count } wierszy)
       *[other] Zaznacz wszystko ({ $count } wiersza)
    }
lists-with-chosen = Zaznaczone:
lists-missing =
    { $count ->
        [one] { $count } zaznaczonego wiersza już nie ma. Pomijamy go.
        [few] { $count } zaznaczonych wierszy już nie ma. Pomijamy je.
        [many] { $count } zaznaczonych wierszy już nie ma. Pomijamy je.
       *[other] { $count } zaznaczonego wiersza już nie ma. Pomijamy je.
    }
lists-done = Zrobione: { $count }.
lists-not-done = Niezrobione: { $count }. Powody są poniżej.
lists-done-title = Zrobione
lists-not-done-title = Niezrobione
lists-row-gone = Jeden z wybranych wierszy
lists-name-documents = { $name }: dokumentów jeszcze nie widziano. Najpierw zaznacz je na stronie dziecka; bez tego tego zgłoszenia nie da się potwierdzić.
lists-why-missing = Już go nie ma.
lists-why-failed = Coś się nie udało po naszej stronie. Spróbuj jeszcze raz z tym wierszem.
flash-lists-none-chosen = Nic nie było zaznaczone, więc niczego nie zrobiliśmy. Najpierw zaznacz wiersze.
error-lists_decided = Decyzja zapadła już wcześniej albo uczestnik zrezygnował.
error-lists_decided_by = W międzyczasie już o tym zdecydowano: { $state }, { $when }, { $name }.
error-lists_decided_when = W międzyczasie stan jest inny: { $state }, { $when }.
error-lists_not_confirmed = Przenosi się tylko osoby z potwierdzonym miejscem, zanim szkolenie się zacznie.
error-lists_target_gone = Tamta grupa już się zaczęła albo nie ma jej w ofercie.
error-lists_no_draft = To już nie jest szkic.
error-lists_is_so = Tak już jest.

lists-do-confirm = Potwierdź
lists-ask-confirm =
    { $count ->
        [one] Potwierdzić { $count } zgłoszenie?
        [few] Potwierdzić { $count } zgłoszenia?
        [many] Potwierdzić { $count } zgłoszeń?
       *[other] Potwierdzić { $count } zgłoszenia?
    }
lists-about-confirm = Każda z tych osób dostanie list z potwierdzeniem miejsca i wpisem do kalendarza.
lists-do-refuse = Odrzuć
lists-ask-refuse =
    { $count ->
        [one] Odrzucić { $count } zgłoszenie?
        [few] Odrzucić { $count } zgłoszenia?
        [many] Odrzucić { $count } zgłoszeń?
       *[other] Odrzucić { $count } zgłoszenia?
    }
lists-about-refuse = Miejsca dostaną następne osoby z listy, a każda z tych osób otrzyma list z powodem.
lists-do-cancel = Odwołaj zapisy
lists-ask-cancel =
    { $count ->
        [one] Odwołać { $count } zapis?
        [few] Odwołać { $count } zapisy?
        [many] Odwołać { $count } zapisów?
       *[other] Odwołać { $count } zapisu?
    }
lists-about-cancel = Zapisy się kończą, miejsca dostaną następne osoby z listy, a każda z tych osób otrzyma list z powodem.
lists-do-transfer = Przenieś do innej grupy
lists-ask-transfer =
    { $count ->
        [one] Przenieść { $count } osobę do innej grupy?
        [few] Przenieść { $count } osoby do innej grupy?
        [many] Przenieść { $count } osób do innej grupy?
       *[other] Przenieść { $count } osoby do innej grupy?
    }
lists-about-transfer = Po kolei, w tej kolejności, dopóki są miejsca. Każda osoba dostanie jeden list z oboma terminami i poprawiony kalendarz.
lists-do-write = Napisz do nich
lists-do-waive = Umórz
lists-ask-waive =
    { $count ->
        [one] Umorzyć { $count } należność?
        [few] Umorzyć { $count } należności?
        [many] Umorzyć { $count } należności?
       *[other] Umorzyć { $count } należności?
    }
lists-about-waive = Nic nie trzeba będzie płacić, a każdy uczestnik otrzyma list z powodem.
lists-do-pay-back = Pieniądze zwrócono
lists-ask-pay-back =
    { $count ->
        [one] Zwrócono pieniądze za { $count } należność?
        [few] Zwrócono pieniądze za { $count } należności?
        [many] Zwrócono pieniądze za { $count } należności?
       *[other] Zwrócono pieniądze za { $count } należności?
    }
lists-about-pay-back = Potwierdź, gdy przelewy zostały wysłane. Każdy uczestnik dostanie wiadomość.
lists-do-set-aside = Odłóż
lists-ask-set-aside =
    { $count ->
        [one] Odłożyć { $count } wpłatę?
        [few] Odłożyć { $count } wpłaty?
        [many] Odłożyć { $count } wpłat?
       *[other] Odłożyć { $count } wpłaty?
    }
lists-about-set-aside = To nie są opłaty za szkolenia. Znikną z listy.
lists-do-close = Zamknij
lists-ask-close =
    { $count ->
        [one] Zamknąć { $count } sprawę?
        [few] Zamknąć { $count } sprawy?
        [many] Zamknąć { $count } spraw?
       *[other] Zamknąć { $count } sprawy?
    }
lists-about-close = Osoby, które pytały, dowiedzą się o tym i nadal będą mogły napisać.
lists-do-publish = Opublikuj
lists-ask-publish =
    { $count ->
        [one] Opublikować { $count } szkolenie?
        [few] Opublikować { $count } szkolenia?
        [many] Opublikować { $count } szkoleń?
       *[other] Opublikować { $count } szkolenia?
    }
lists-about-publish = Ich grupy z otwartą ofertą pojawią się w katalogu.
lists-do-draft = Cofnij do szkicu
lists-ask-draft =
    { $count ->
        [one] Cofnąć { $count } szkolenie do szkicu?
        [few] Cofnąć { $count } szkolenia do szkicu?
        [many] Cofnąć { $count } szkoleń do szkicu?
       *[other] Cofnąć { $count } szkolenia do szkicu?
    }
lists-about-draft = Znikną z katalogu. Szkolenie, które ma grupy w ofercie, zostanie bez zmian.
lists-do-archive = Przenieś do archiwum
lists-ask-archive =
    { $count ->
        [one] Przenieść { $count } szkolenie do archiwum?
        [few] Przenieść { $count } szkolenia do archiwum?
        [many] Przenieść { $count } szkoleń do archiwum?
       *[other] Przenieść { $count } szkolenia do archiwum?
    }
lists-about-archive = Znikną z katalogu. Szkolenie, które ma grupy w ofercie, zostanie bez zmian.
lists-do-publish-groups = Opublikuj
lists-ask-publish-groups =
    { $count ->
        [one] Opublikować { $count } grupę?
        [few] Opublikować { $count } grupy?
        [many] Opublikować { $count } grup?
       *[other] Opublikować { $count } grupy?
    }
lists-about-publish-groups = Pojawią się w katalogu, a zapisać się będzie można od dnia otwarcia zapisów.
lists-do-cancel-groups = Odwołaj
lists-ask-cancel-groups =
    { $count ->
        [one] Odwołać { $count } grupę?
        [few] Odwołać { $count } grupy?
        [many] Odwołać { $count } grup?
       *[other] Odwołać { $count } grupy?
    }
lists-about-cancel-groups = Grupy się nie odbędą i wszystkie zapisy się zakończą. Każdy otrzyma list z powodem. Tego nie da się cofnąć.
lists-do-zip = Pobierz jako ZIP
lists-do-open-files = Otwórz od początku
lists-ask-open-files =
    { $count ->
        [one] Otworzyć { $count } plik od początku?
        [few] Otworzyć { $count } pliki od początku?
        [many] Otworzyć { $count } plików od początku?
       *[other] Otworzyć { $count } pliku od początku?
    }
lists-about-open-files = Od razu może je pobrać każdy, kto ma miejsce.
lists-do-close-files = Otwórz dopiero na końcu
lists-ask-close-files =
    { $count ->
        [one] Zamknąć { $count } plik do końca szkolenia?
        [few] Zamknąć { $count } pliki do końca szkolenia?
        [many] Zamknąć { $count } plików do końca szkolenia?
       *[other] Zamknąć { $count } pliku do końca szkolenia?
    }
lists-about-close-files = Pobierze je tylko ten, komu niczego nie brakuje: po ukończeniu, ankiecie i opłacie.
lists-do-delete-files = Usuń
lists-ask-delete-files =
    { $count ->
        [one] Usunąć { $count } plik?
        [few] Usunąć { $count } pliki?
        [many] Usunąć { $count } plików?
       *[other] Usunąć { $count } pliku?
    }
lists-about-delete-files = Nikt ich już nie pobierze. Tego nie da się cofnąć.
error-lists_view_taken = Pod tą nazwą jest już inny filtr. Wpisz inną nazwę albo najpierw usuń tamten widok.

lists-do-enrol = Przyjmij zarządzeniem
lists-ask-enrol =
    { $count ->
        [one] Przyjąć zarządzeniem { $count } osobę?
        [few] Przyjąć zarządzeniem { $count } osoby?
        [many] Przyjąć zarządzeniem { $count } osób?
       *[other] Przyjąć zarządzeniem { $count } osoby?
    }
lists-about-enrol = Przyjęte zostaną tylko osoby z potwierdzonym miejscem. Każda z nich dostanie list z numerem zarządzenia.
# Wyszukiwanie
lists-search = Szukaj w tabeli
lists-nothing = Nic nie znaleziono
lists-nothing-text = Każde słowo jest szukane we wszystkich kolumnach tabeli. Wpisz mniej słów albo tylko początek słowa.
lists-whole = Pokaż całą tabelę
