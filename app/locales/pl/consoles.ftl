# Co czeka na pracownika: pierwsza strona, codzienny list, zaległości placówek.
consoles-waits = Co czeka
consoles-nothing = Nic nie czeka. Dobrego dnia.
consoles-head-what = Co
consoles-head-when = Do kiedy
consoles-overdue = termin minął: { $day }
consoles-due = najbliższy termin: { $day }
consoles-since = czeka od: { $day }
consoles-line = { $what } – { $when }
consoles-what-applications =
    { $count ->
        [one] { $count } zgłoszenie do rozpatrzenia
        [few] { $count } zgłoszenia do rozpatrzenia
        [many] { $count } zgłoszeń do rozpatrzenia
       *[other] { $count } zgłoszenia do rozpatrzenia
    }
consoles-what-late =
    { $count ->
        [one] { $count } prośba o rezygnację po terminie
        [few] { $count } prośby o rezygnację po terminie
        [many] { $count } próśb o rezygnację po terminie
       *[other] { $count } prośby o rezygnację po terminie
    }
consoles-what-requests =
    { $count ->
        [one] { $count } wiadomość bez odpowiedzi
        [few] { $count } wiadomości bez odpowiedzi
        [many] { $count } wiadomości bez odpowiedzi
       *[other] { $count } wiadomości bez odpowiedzi
    }
consoles-what-marks =
    { $count ->
        [one] { $count } grupa z nieuzupełnioną obecnością
        [few] { $count } grupy z nieuzupełnioną obecnością
        [many] { $count } grup z nieuzupełnioną obecnością
       *[other] { $count } grupy z nieuzupełnioną obecnością
    }
consoles-what-finish =
    { $count ->
        [one] { $count } grupa do zamknięcia po ostatnich zajęciach
        [few] { $count } grupy do zamknięcia po ostatnich zajęciach
        [many] { $count } grup do zamknięcia po ostatnich zajęciach
       *[other] { $count } grupy do zamknięcia po ostatnich zajęciach
    }
consoles-what-few =
    { $count ->
        [one] { $count } grupa wkrótce rusza, a ma za mało osób
        [few] { $count } grupy wkrótce ruszają, a mają za mało osób
        [many] { $count } grup wkrótce rusza, a ma za mało osób
       *[other] { $count } grupy wkrótce rusza, a ma za mało osób
    }
consoles-what-children =
    { $count ->
        [one] { $count } dziecko do potwierdzenia
        [few] { $count } dzieci do potwierdzenia
        [many] { $count } dzieci do potwierdzenia
       *[other] { $count } dziecka do potwierdzenia
    }
consoles-what-guardians =
    { $count ->
        [one] { $count } dziecko, o które prosi drugi opiekun
        [few] { $count } dzieci, o które prosi drugi opiekun
        [many] { $count } dzieci, o które prosi drugi opiekun
       *[other] { $count } dziecka, o które prosi drugi opiekun
    }
consoles-what-corrections =
    { $count ->
        [one] { $count } poprawka danych do sprawdzenia
        [few] { $count } poprawki danych do sprawdzenia
        [many] { $count } poprawek danych do sprawdzenia
       *[other] { $count } poprawki danych do sprawdzenia
    }
consoles-what-cases =
    { $count ->
        [one] { $count } sprawa: jedno dziecko czy dwoje
        [few] { $count } sprawy: jedno dziecko czy dwoje
        [many] { $count } spraw: jedno dziecko czy dwoje
       *[other] { $count } sprawy: jedno dziecko czy dwoje
    }
consoles-what-moves =
    { $count ->
        [one] { $count } zmiana gminy do rozstrzygnięcia
        [few] { $count } zmiany gminy do rozstrzygnięcia
        [many] { $count } zmian gminy do rozstrzygnięcia
       *[other] { $count } zmiany gminy do rozstrzygnięcia
    }
consoles-what-drafts =
    { $count ->
        [one] { $count } wniosek o zmianę gminy czeka na podpis
        [few] { $count } wnioski o zmianę gminy czekają na podpis
        [many] { $count } wniosków o zmianę gminy czeka na podpis
       *[other] { $count } wniosku o zmianę gminy czeka na podpis
    }
consoles-what-merges =
    { $count ->
        [one] { $count } połączenie czeka na odpowiedź właściciela konta
        [few] { $count } połączenia czekają na odpowiedź właściciela konta
        [many] { $count } połączeń czeka na odpowiedź właściciela konta
       *[other] { $count } połączenia czeka na odpowiedź właściciela konta
    }
consoles-what-certificates =
    { $count ->
        [one] { $count } zaświadczenie czeka na datę lub miejsce urodzenia
        [few] { $count } zaświadczenia czekają na datę lub miejsce urodzenia
        [many] { $count } zaświadczeń czeka na datę lub miejsce urodzenia
       *[other] { $count } zaświadczenia czeka na datę lub miejsce urodzenia
    }
consoles-what-asked =
    { $count ->
        [one] { $count } opłata czeka na odpowiedź placówki
        [few] { $count } opłaty czekają na odpowiedź placówki
        [many] { $count } opłat czeka na odpowiedź placówki
       *[other] { $count } opłaty czeka na odpowiedź placówki
    }
consoles-what-entries =
    { $count ->
        [one] { $count } wpłata do dopasowania
        [few] { $count } wpłaty do dopasowania
        [many] { $count } wpłat do dopasowania
       *[other] { $count } wpłaty do dopasowania
    }
consoles-what-overdue =
    { $count ->
        [one] { $count } opłata po terminie
        [few] { $count } opłaty po terminie
        [many] { $count } opłat po terminie
       *[other] { $count } opłaty po terminie
    }
consoles-what-refunds =
    { $count ->
        [one] { $count } opłata do zwrotu
        [few] { $count } opłaty do zwrotu
        [many] { $count } opłat do zwrotu
       *[other] { $count } opłaty do zwrotu
    }
consoles-what-letters =
    { $count ->
        [one] { $count } list nie dotarł w ostatnich dniach
        [few] { $count } listy nie dotarły w ostatnich dniach
        [many] { $count } listów nie dotarło w ostatnich dniach
       *[other] { $count } listu nie dotarło w ostatnich dniach
    }

# Codzienny list
consoles-digest-title = Codzienny list
consoles-digest-way = Codzienny list o tym, co czeka
consoles-digest-lead = W dni robocze o { $time } wysyłamy list z tym samym, co pokazuje pierwsza strona. Gdy nic nie czeka, listu nie ma.
consoles-digest-is-on = List przychodzi.
consoles-digest-is-off = List jest wyłączony. Wszystko widać na stronie „Na dziś”.
consoles-digest-switch-on = Włącz list
consoles-digest-switch-off = Wyłącz list
consoles-digest-now = Teraz list mówiłby
consoles-digest-subject = Co dziś czeka: { $today }
consoles-digest-what = To czeka na Ciebie. Najpierw stoi to, czego termin minął.
consoles-digest-action = Otwórz i zacznij
consoles-digest-off = List można wyłączyć na stronie „Codzienny list”, do której prowadzi pierwsza strona pracownika.
flash-consoles-digest-on = List jest włączony.
flash-consoles-digest-off = List jest wyłączony.

# Zaległości placówek
consoles-branch-title = Placówki
consoles-branch-lead = Kto ma zaległości: najpierw placówki, w których minął termin odpowiedzi, potem te, w których ktoś czeka najdłużej.
consoles-branch-nothing = Żadna placówka nie ma zaległości.
consoles-branch-institution = Placówka
consoles-branch-municipality = Gmina
consoles-branch-late = Zgłoszenia po terminie
consoles-branch-undecided = Zgłoszenia bez decyzji
consoles-branch-requests = Wiadomości bez odpowiedzi
consoles-branch-unconfirmed = Niepotwierdzone dzieci ze zgłoszeniem
consoles-branch-oldest = Najstarsze czeka od
consoles-branch-clear =
    { $count ->
        [one] { $count } placówka nie ma niczego do zrobienia.
        [few] { $count } placówki nie mają niczego do zrobienia.
        [many] { $count } placówek nie ma niczego do zrobienia.
       *[other] { $count } placówki nie ma niczego do zrobienia.
    }
consoles-branch-found =
    { $count ->
        [one] { $count } placówka z zaległościami.
        [few] { $count } placówki z zaległościami.
        [many] { $count } placówek z zaległościami.
       *[other] { $count } placówki z zaległościami.
    }
