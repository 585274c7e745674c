# Raporty z okresu, dla administratorów.
reports-title = Raporty
reports-lead = Grupy, których pierwsze zajęcia przypadają w tym okresie ({ $span }). Każda liczba prowadzi do listy, którą liczy.
reports-from = Od
reports-to = Do
reports-day-hint = Na przykład 1.09.2026.
reports-show = Pokaż
reports-xlsx = Pobierz jako skoroszyt (XLSX)
reports-pdf = Pobierz jako dokument do druku (PDF)
reports-made = Stan na { $day }
reports-too-long = Zestawienie za ten okres jest zbyt długie, żeby wydrukować je jako jeden dokument. Wybierz krótszy okres albo pobierz skoroszyt.
reports-nothing = W tym okresie nic nie ma.
reports-not-given = nie podano
reports-total = Razem
reports-group = Grupa
reports-offer-by-subject = Oferta według przedmiotów
reports-offer-by-month = Oferta według miesięcy
reports-people-by-subject = Uczestnicy według przedmiotów
reports-people-by-month = Uczestnicy według miesięcy
reports-people-by-workplace = Uczestnicy według miejsc pracy
reports-people-by-stage = Uczestnicy według typów placówek
reports-money = Finanse
reports-surveys = Średnie z ankiet
reports-by-subject = Przedmiot
reports-by-month = Miesiąc
reports-by-workplace = Miejsce pracy
reports-by-stage = Typ placówki
reports-by-currency = Waluta
reports-column-groups = Grupy
reports-column-finished = Zakończone
reports-column-cancelled = Odwołane
reports-column-places = Miejsca
reports-column-hours = Godziny dydaktyczne
reports-column-enrolments = Zapisy
reports-column-people = Osoby
reports-column-completed = Ukończyli
reports-column-not_completed = Nie ukończyli
reports-column-person-hours = Ukończone godziny
reports-column-charged = Naliczono
reports-column-booked = Zaksięgowano
reports-column-open = Do zapłaty
reports-column-overdue = W tym po terminie
reports-column-waived = Umorzono
reports-column-refund = Zwrócone lub do zwrotu
reports-column-answers = Pokazane odpowiedzi
reports-column-mean = Średnia, od 1 do 5
reports-column-first-day = Pierwsze zajęcia
reports-column-subject = Przedmiot
reports-column-state = Stan
reports-column-group = Grupa
reports-column-due-on = Termin zapłaty
reports-column-amount = Kwota
reports-column-counted = Liczy się tutaj
reports-column-charges = Opłaty
reports-list-groups = Grupy z raportu
reports-list-people = Uczestnicy z raportu
reports-list-charges = Opłaty z raportu
reports-first-groups = Grupa
reports-first-people = Nazwisko i imię
reports-first-charges = Uczestnik
error-reports_order = Ostatni dzień nie może być przed pierwszym.

# Dzieci: liczby bez nazwisk
reports-children-title = Dzieci i miejsca
reports-children-lead = Grupy, których pierwsze zajęcia przypadają w tym okresie ({ $span }); wiek z dnia: { $day }.
reports-children-once = Każde dziecko liczy się raz, choćby chodziło na kilka zajęć; miejsca liczą się każde z osobna. W wierszu „Razem” nikt nie jest policzony dwa razy.
reports-children-repeats = Dziecko z kilkoma miejscami może stać w kilku wierszach, dlatego wiersze mogą dać więcej niż „Razem”.
reports-children-few = Liczby mniejsze niż 5 mogą wskazać konkretne dzieci. Nie publikuj ich.
reports-children-ages = wiek z dnia { $day }
reports-children-by-municipality = Według gmin
reports-children-by-age = Według wieku
reports-children-by-subject = Według kierunków
reports-children-by-funding = Według finansowania
reports-by-municipality = Gmina zamieszkania
reports-by-age = Wiek
reports-by-funding = Kto płaci
reports-funding-free = Bezpłatne
reports-funding-paid = Płatne przez rodzinę
reports-funding-certificate = Certyfikat finansowania
reports-on = Wiek z dnia
reports-on-hint = Puste: pierwszy dzień okresu.
reports-column-children = Dzieci
reports-column-taken = Zajęte miejsca
reports-years =
    { $count ->
        [one] { $count } rok
        [few] { $count } lata
        [many] { $count } lat
       *[other] { $count } roku
    }
