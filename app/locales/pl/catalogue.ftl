# Szkolenia: strona główna, lista, strona szkolenia.
catalogue-home-title = Szkolenia dla tych, którzy uczą
catalogue-home-lead = Znajdź szkolenie, zajmij miejsce i odbierz zaświadczenie, które każdy może sprawdzić.
catalogue-home-next = Najbliższe szkolenia
catalogue-home-all = Zobacz wszystkie szkolenia
catalogue-home-how = Jak to działa
catalogue-home-how-find = Wybierz szkolenie i przeczytaj, kiedy i gdzie się odbędzie.
catalogue-home-how-account = Załóż konto. Wystarczy raz, trzy minuty i adres e-mail.
catalogue-home-how-join = Naciśnij „Dołącz”. Miejsce jest Twoje od tej chwili.
catalogue-home-how-certificate = Po szkoleniu wypełnij krótką ankietę i pobierz zaświadczenie.
catalogue-home-yours = Twoje sprawy
catalogue-home-yours-trainings = terminy, ankiety i zaświadczenia w jednym miejscu.
catalogue-home-yours-profile = dane, które trafią na zaświadczenie.
catalogue-home-verify = wpisz numer i zobacz, czy zaświadczenie jest ważne.

catalogue-title = Znajdź szkolenie
catalogue-lead = Wybierz szkolenie, przeczytaj szczegóły i naciśnij „Dołącz”. Miejsce jest Twoje od tej chwili.
catalogue-search = Czego szukasz?
catalogue-search-hint = Temat, nazwisko prowadzącego albo miejsce. Możesz pisać bez polskich znaków.
catalogue-filters = Filtry
catalogue-more-filters = Więcej filtrów
catalogue-filter-free-places = Z wolnymi miejscami
catalogue-filter-subject = Przedmiot
catalogue-filter-institution = Placówka
catalogue-filter-mode = Forma
catalogue-filter-price = Cena
catalogue-filter-when = Pora
catalogue-filter-from = Od dnia
catalogue-filter-to = Do dnia
catalogue-any-subject = Wszystkie
catalogue-any-institution = Wszystkie
catalogue-any-mode = Każda
catalogue-any-price = Każda
catalogue-any-when = Dowolna
catalogue-institution-unknown = Nieznana placówka
catalogue-mode-on_site = Stacjonarne
catalogue-mode-online = Online
catalogue-mode-mixed = Mieszane
catalogue-price-free = Bezpłatne
catalogue-price-paid = Płatne
catalogue-when-morning = Przed 15:00
catalogue-when-afternoon = Od 15:00
catalogue-when-weekend = W weekend
catalogue-chip-from = Od { $day }
catalogue-chip-to = Do { $day }
catalogue-apply = Zastosuj filtry
catalogue-clear = Usuń wszystkie filtry
catalogue-count =
    { $count ->
        [one] { $count } szkolenie
        [few] { $count } szkolenia
        [many] { $count } szkoleń
       *[other] { $count } szkolenia
    }
catalogue-order = Kolejność:
catalogue-sort-best = najtrafniejsze
catalogue-sort-soonest = najbliższe
catalogue-sort-cheapest = najtańsze
catalogue-sort-places = najwięcej miejsc
catalogue-nothing-title = Nie ma takich szkoleń
catalogue-nothing-text = Spróbuj jednego słowa zamiast kilku, sprawdź pisownię albo usuń któryś z filtrów.
catalogue-none-title = Nie ma teraz zapisów na szkolenia
catalogue-none-text = Nowe terminy pojawią się tutaj, gdy tylko placówki je ogłoszą. Zajrzyj za kilka dni.

catalogue-meetings =
    { $count ->
        [one] { $count } spotkanie
        [few] { $count } spotkania
        [many] { $count } spotkań
       *[other] { $count } spotkania
    }
catalogue-hours =
    { $count ->
        [one] { $count } godzina
        [few] { $count } godziny
        [many] { $count } godzin
       *[other] { $count } godziny
    }
catalogue-teaching-hours =
    { $count ->
        [one] { $count } godzina dydaktyczna
        [few] { $count } godziny dydaktyczne
        [many] { $count } godzin dydaktycznych
       *[other] { $count } godziny dydaktycznej
    }
catalogue-card-time = Godz. { $hours }. { $meetings }, { $teaching }
catalogue-no-date = Termin wkrótce
catalogue-place-online = Online, link przyślemy e-mailem
catalogue-place-mixed = { $place }; część spotkań online
catalogue-taught-by = Prowadzi { $names }
catalogue-taught-by-several = Prowadzą { $names }
catalogue-free = Bezpłatne
catalogue-places =
    { $free ->
        [one] { $free } wolne miejsce z { $capacity }
        [few] { $free } wolne miejsca z { $capacity }
        [many] { $free } wolnych miejsc z { $capacity }
       *[other] { $free } wolnego miejsca z { $capacity }
    }
catalogue-no-places =
    { $capacity ->
        [one] Jedyne miejsce jest zajęte
        [few] Brak wolnych miejsc: wszystkie { $capacity } są zajęte
        [many] Brak wolnych miejsc: wszystkie { $capacity } są zajęte
       *[other] Brak wolnych miejsc: wszystkie { $capacity } są zajęte
    }
catalogue-last-place = Ostatnie miejsce
catalogue-last-places = Ostatnie miejsca
catalogue-window-closed = Zapisy zakończone
catalogue-cancelled = Szkolenie odwołane
catalogue-opens = Zapisy ruszą { $day }, o { $time }

catalogue-course-description = { $summary } Początek: { $date }.
catalogue-programme = Program
catalogue-meetings-title = Spotkania
catalogue-meetings-caption = Terminy spotkań
catalogue-group-title = Termin: { $when }
catalogue-when-line = { $day }, godz. { $hours }. { $meetings }
catalogue-no-meetings-yet = Termin podamy wkrótce
catalogue-meeting-day = Dzień
catalogue-meeting-hours = Godziny
catalogue-meeting-place = Miejsce
catalogue-good-to-know = Dobrze wiedzieć
catalogue-trainers = Prowadzi
catalogue-workload = Wymiar
catalogue-language = Język
catalogue-language-pl = polski
catalogue-language-ru = rosyjski
catalogue-language-en = angielski
catalogue-offered-by = Organizator
catalogue-certificate = Zaświadczenie
catalogue-certificate-free =
    { $hours ->
        [one] Po obecności na co najmniej { $needed } z { $hours } godziny i wypełnieniu ankiety
        [few] Po obecności na co najmniej { $needed } z { $hours } godzin i wypełnieniu ankiety
        [many] Po obecności na co najmniej { $needed } z { $hours } godzin i wypełnieniu ankiety
       *[other] Po obecności na co najmniej { $needed } z { $hours } godziny i wypełnieniu ankiety
    }
catalogue-certificate-paid =
    { $hours ->
        [one] Po obecności na co najmniej { $needed } z { $hours } godziny, wypełnieniu ankiety i zaksięgowaniu płatności
        [few] Po obecności na co najmniej { $needed } z { $hours } godzin, wypełnieniu ankiety i zaksięgowaniu płatności
        [many] Po obecności na co najmniej { $needed } z { $hours } godzin, wypełnieniu ankiety i zaksięgowaniu płatności
       *[other] Po obecności na co najmniej { $needed } z { $hours } godziny, wypełnieniu ankiety i zaksięgowaniu płatności
    }
catalogue-certificate-free-any = Po szkoleniu i wypełnieniu ankiety
catalogue-certificate-paid-any = Po szkoleniu, wypełnieniu ankiety i zaksięgowaniu płatności
catalogue-resignation = Rezygnacja
catalogue-resign-until = Do { $day }, do końca dnia. Później skontaktuj się z nami:
catalogue-resign-over = Termin samodzielnej rezygnacji minął. Skontaktuj się z nami:
catalogue-resign-always = W każdej chwili, dopóki nie ma terminu. Możesz też skontaktować się z nami:
catalogue-calendar = Kalendarz
catalogue-calendar-file = Dodaj spotkania do swojego kalendarza
catalogue-changes = Zmiany
catalogue-changes-promise = O każdej zmianie terminu lub miejsca napiszemy do Ciebie e-mail.
catalogue-join-title = Dołącz do szkolenia
catalogue-join = Dołącz
catalogue-other-trainings = Zobacz inne szkolenia
catalogue-open-until = Zapisy trwają do { $day }, do { $time }.
catalogue-open-until-end-of = Zapisy trwają do { $day }, do końca dnia.
catalogue-list-open = Lista rezerwowa otwarta
catalogue-list-sentence = Wszystkie miejsca są zajęte. Możesz poczekać: Twoja pozycja na liście rezerwowej to { $position }, a gdy zwolni się miejsce, napiszemy do Ciebie.
catalogue-join-list = Zapisz się na listę rezerwową
catalogue-approval = Decyzja organizatora
catalogue-approval-text = O każdym zgłoszeniu decyduje organizator, a miejsce czeka na Ciebie do tego czasu.
catalogue-full-sentence = Gdy ktoś zrezygnuje, miejsce znów pojawi się tutaj.
catalogue-closed-sentence = Zapisy na ten termin się skończyły.
catalogue-cancelled-sentence = To szkolenie się nie odbędzie. Osobom zapisanym wysłaliśmy e-mail.
catalogue-no-groups-title = Nie ma teraz terminów
catalogue-no-groups-text = Szkolenie się już odbyło albo czeka na nowy termin.

catalogue-import-text = Wiersz { $line }: „{ $column }” jest za długie albo zawiera znaki sterujące: { $value }
catalogue-import-count = Wiersz { $line }: „{ $column }” to nie liczba całkowita od 1 do 100000: { $value }
catalogue-import-price = Wiersz { $line }: „{ $column }” to nie kwota, na przykład 120 albo 120,50: { $value }
catalogue-import-mode = Wiersz { $line }: „{ $column }” to nie stacjonarne, online ani mieszane: { $value }
catalogue-import-yes-or-no = Wiersz { $line }: „{ $column }” to ani tak, ani nie: { $value }
catalogue-import-state = Wiersz { $line }: „{ $column }” to nie stan, który może nadać lista (draft, published, a dla szkoleń też archived): { $value }
catalogue-import-language = Wiersz { $line }: „{ $column }” to nie kod języka, na przykład pl, ru albo en: { $value }
catalogue-import-date-time = Wiersz { $line }: „{ $column }” to nie dzień z godziną, na przykład 2026-12-01 16:00: { $value }
catalogue-import-meetings = Wiersz { $line }: „{ $column }” to nie lista spotkań, na przykład 2026-12-01 16:00-19:15; 2026-12-08 16:00-19:15: { $value }
catalogue-import-meetings-overlap = Wiersz { $line }: dwa spotkania w „{ $column }” nakładają się: { $value }
catalogue-import-window = Wiersz { $line }: zapisy kończą się, zanim się zaczną („{ $column }”): { $value }
catalogue-import-twice = Wiersz { $line }: ten sam kod w „{ $column }” jest już w wierszu { $value }
catalogue-import-no-organisation = Wiersz { $line }: „{ $column }” jest puste; wypełnij je albo podaj jednostkę całej listy przez --organisation
catalogue-import-unknown-organisation = Wiersz { $line }: „{ $column }” nie jest nazwą znanej jednostki: { $value }
catalogue-import-several-organisations = Wiersz { $line }: „{ $column }” to nazwa kilku jednostek; wpisz zamiast niej numer: { $value }
catalogue-import-unknown-course = Wiersz { $line }: „{ $column }” nie jest kodem szkolenia tej jednostki: { $value }
catalogue-import-currency = Wiersz { $line }: „{ $column }” nie jest walutą, którą znamy (na przykład PLN, EUR, RUB): { $value }
catalogue-import-capacity-below-taken = Wiersz { $line }: „{ $column }” to mniej niż zajętych miejsc: { $value }
catalogue-import-has-participants = Wiersz { $line }: w tej grupie są już zapisane osoby ({ $value }); zmień jej termin, miejsce, formę lub prowadzących na stronie obsługi, która do nich napisze („{ $column }”)
catalogue-import-group-over = Wiersz { $line }: grupy w „{ $column }” nie można już zmienić listą: { $value }
catalogue-import-age = Wiersz { $line }: „{ $column }” wymaga wieku od 0 do 99 lat, najmłodszego i najstarszego: { $value }
catalogue-filter-age = Wiek dziecka, w latach
catalogue-filter-municipality = Gmina
catalogue-any-municipality = Dowolna
catalogue-municipality-unknown = Gmina spoza listy
catalogue-filter-days = Dni tygodnia
catalogue-filter-days-hint = Tylko to, co odbywa się w wybrane dni i w żadne inne. Bez wyboru: każdy dzień.
catalogue-misread-age = „{ $text }” to nie wiek od 0 do 99, więc lista nie jest nim zawężona.
catalogue-misread-from = Nie rozumiemy dnia „{ $text }”, więc lista się od niego nie zaczyna. Zapisz go jako 1.12.2026.
catalogue-misread-to = Nie rozumiemy dnia „{ $text }”, więc lista się na nim nie kończy. Zapisz go jako 1.12.2026.
catalogue-card-age = wiek: { $age }
catalogue-card-ages = wiek: { $from }–{ $to }
catalogue-takes-certificate-alone = Płaci za to bon edukacyjny, rodzina nie dopłaca
catalogue-filter-city = Miejscowość lub dzielnica
catalogue-any-city = Gdziekolwiek
catalogue-filter-funding = Finansowanie
catalogue-any-funding = Dowolne
catalogue-filter-certificate = Bon edukacyjny
catalogue-chip-age = { $age ->
    [one] { $age } rok
    [few] { $age } lata
    [many] { $age } lat
   *[other] { $age } lat
}
catalogue-ages = Wiek
catalogue-ages-between = od { $from } do { $to } lat w dniu pierwszych zajęć
catalogue-takes-certificate = Można zapłacić bonem edukacyjnym
catalogue-apply-for = Zgłoś
catalogue-home-parents = Dla rodziców: zapisz dziecko
catalogue-home-parents-how = Każde dziecko dodaje się raz. Potem zgłaszasz je na zajęcia w dowolnej placówce i widzisz tu, jak stoi każde zgłoszenie.
catalogue-home-parents-child = Dodaj dziecko albo zobacz swoje dzieci
catalogue-home-yours-children = dzieci, w których imieniu działasz, i ich zgłoszenia
