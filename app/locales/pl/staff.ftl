# Strony pracowników: oferta, grupy, listy, obecność.
staff-ways = Strony pracowników
staff-today-finished = Ostatnio zakończone
staff-none = brak
staff-no-meetings = Jeszcze bez terminów
staff-save = Zapisz
staff-edit = Zmień
staff-state = Stan
staff-starts = Początek
staff-taken = Zajęte miejsca
staff-taken-of = { $taken } z { $capacity }
staff-next-step = Co dalej
staff-back-to-group = Wróć do grupy

# Na dziś
staff-today-title = Na dziś
staff-today-mark = Obecność do zaznaczenia
staff-today-finish = Grupy do zakończenia
staff-today-soon = Zaczynają się w ciągu 14 dni
staff-today-later = Pozostałe grupy
staff-today-empty = Na razie nie ma tu żadnej grupy
staff-today-empty-text = Grupy pojawią się tu po opublikowaniu. Prowadzący widzą te, do których ich przypisano.
staff-below-minimum = za mało osób, żeby ruszyć
staff-unmarked =
    { $count ->
        [one] { $count } brakujący wpis
        [few] { $count } brakujące wpisy
        [many] { $count } brakujących wpisów
       *[other] { $count } brakującego wpisu
    }

# Szkolenia
staff-courses-title = Szkolenia
staff-courses-search = Tytuł, kod, temat albo organizator
staff-courses-filter = Pokaż według stanu
staff-courses-empty = Nie ma jeszcze żadnego szkolenia
staff-courses-empty-text = Zacznij od szkolenia: temat, godziny, program. Potem dodasz do niego grupy z terminami.
staff-courses-first = Najpierw placówki
staff-courses-first-text = Szkolenie należy do placówki, a tej jeszcze nie ma. Wczytaj ich listę poleceniem „zapis import organisations PLIK”; opis kolumn jest w docs/operations.
staff-courses-none = Nic nie pasuje do tych warunków
staff-courses-none-text = Zdejmij filtr albo wpisz mniej słów.
staff-courses-all = Pokaż wszystkie
staff-courses-found =
    { $count ->
        [one] { $count } szkolenie.
        [few] { $count } szkolenia.
        [many] { $count } szkoleń.
       *[other] { $count } szkolenia.
    }
staff-course-state-draft = Szkic
staff-course-state-published = W ofercie
staff-course-state-archived = W archiwum
staff-next-meeting = Najbliższe spotkanie
staff-open-groups = Trwające i planowane grupy
staff-course-new = Nowe szkolenie
staff-course-new-title = Nowe szkolenie
staff-course-about = O szkoleniu
staff-course-see = Zobacz stronę szkolenia
staff-course-publish = Opublikuj
staff-course-to-draft = Wycofaj do szkiców
staff-course-archive = Przenieś do archiwum
staff-organisation = Organizator
staff-title = Tytuł
staff-code = Kod
staff-course-code-hint = Krótka nazwa na listach, inna dla każdego szkolenia, na przykład TIK-12.
staff-subject = Temat
staff-subject-hint = Po tym słowie można filtrować katalog, na przykład Matematyka.
staff-summary = Opis
staff-summary-hint = Dwa lub trzy zdania: co da to szkolenie.
staff-topics = Program
staff-topics-hint = Jeden temat w wierszu. Program trafia na stronę szkolenia i na zaświadczenie.
staff-audience = Dla kogo
staff-audience-hint = Na przykład: nauczyciele klas 1–3.
staff-language = Język zajęć
staff-language-pl = polski
staff-language-ru = rosyjski
staff-language-en = angielski
staff-teaching-hours = Godziny dydaktyczne
staff-teaching-hours-hint = Po 45 minut. Liczba trafia na zaświadczenie.

# Grupy
staff-groups = Grupy
staff-groups-empty = To szkolenie nie ma jeszcze grup. Grupa to terminy, miejsce i liczba osób.
staff-group = Grupa
staff-group-named = Grupa { $code }
staff-group-title = { $title }, grupa { $code }
staff-group-new = Nowa grupa
staff-group-new-title = Nowa grupa
staff-group-edit-title = Zmiana grupy { $code }: { $title }
staff-group-make = Utwórz grupę
staff-group-publish = Opublikuj grupę
staff-group-facts = Grupa w skrócie
staff-group-code-hint = Krótka nazwa, inna dla każdej grupy szkolenia, na przykład 1 albo jesień.
staff-group-state-draft = Szkic
staff-group-state-published = W ofercie
staff-group-state-running = Trwa
staff-group-state-finished = Zakończona
staff-group-state-cancelled = Odwołana
staff-step-add-meetings = Szkic bez terminów. Dodaj spotkania, a potem opublikuj grupę.
staff-step-publish = Szkic, którego nikt jeszcze nie widzi. Sprawdź dane i opublikuj grupę.
staff-step-wait = Grupa jest w ofercie. Teraz zapisują się uczestnicy.
staff-step-mark = Grupa trwa. Zaznacz obecność po każdym spotkaniu.
staff-step-finish = Wszystkie spotkania się odbyły. Zaznacz obecność i zakończ grupę.
staff-step-finished = Grupa jest zakończona, uczestnicy dostali wyniki.
staff-step-cancelled = Grupa jest odwołana, uczestnicy zostali powiadomieni.
staff-step-mark-action = Zaznacz obecność
staff-step-finish-action = Zakończ grupę
staff-course-not-published = Szkolenie nie jest opublikowane, więc nikt nie widzi tej grupy w katalogu.
staff-meetings = Spotkania
staff-meetings-hint = Data, na przykład 1.12.2026, i godziny, na przykład 16:00. Obowiązuje czas organizatora.
staff-meeting-number = Spotkanie { $number }
staff-day = Data
staff-hour = Godzina
staff-meeting-starts = Od
staff-meeting-ends = Do
staff-meeting-place = Miejsce, jeśli inne
staff-meeting-add = Dodaj spotkanie
staff-meeting-remove = Usuń spotkanie
staff-where-and-who = Gdzie i kto prowadzi
staff-mode = Forma zajęć
staff-mode-on_site = Stacjonarnie
staff-mode-online = Online
staff-mode-mixed = Częściowo online
staff-place = Miejsce
staff-place-hint = Adres i sala. Przy zajęciach online może zostać puste.
staff-online-link = Link do spotkań
staff-online-link-hint = Dostaną go tylko osoby z miejscem w grupie.
staff-trainers = Prowadzący
staff-trainers-hint = Imiona i nazwiska, tak jak mają się pokazać.
staff-trainer-accounts = Kto prowadzi listę
staff-trainer-accounts-hint = Te osoby zobaczą uczestników, zaznaczą obecność i zakończą grupę.
staff-enrolling = Zapisy
staff-capacity = Liczba miejsc
staff-minimum = Najmniejsza liczba osób
staff-minimum-hint = Tyle osób musi się zapisać, żeby grupa ruszyła. 0 oznacza, że nie ma progu.
staff-opens = Początek zapisów
staff-closes = Koniec zapisów
staff-opens-date = Początek zapisów, data
staff-opens-time = Początek zapisów, godzina
staff-closes-date = Koniec zapisów, data
staff-closes-time = Koniec zapisów, godzina
staff-instant-hint = Na przykład 1.12.2026 i 16:00.
staff-window = Zapisy
staff-window-of = od: { $opens }, do: { $closes }
staff-price = Cena
staff-price-hint = Na przykład 120 albo 120,50. Puste oznacza bezpłatnie.
staff-currency = Waluta
staff-currency-hint = Opłata jest w tej walucie. Opłaty, które już są, zostają bez zmian.
staff-free = Bezpłatnie
staff-certificate = Zaliczenie i zaświadczenie
staff-attendance-percent = Próg obecności
staff-attendance-percent-hint = Tyle procent czasu zajęć trzeba być, żeby zaliczyć, na przykład 75.
staff-percent = { $percent }%
staff-signatory = Podpisuje
staff-signatory-name = Kto podpisuje zaświadczenie
staff-signatory-role = Stanowisko
staff-signatory-role-hint = Tak jak ma się pokazać pod podpisem, na przykład dyrektor.
staff-meanwhile = Tak jest zapisane teraz

# Pytanie przed zapisem
staff-confirm-title = Zapisać te zmiany?
staff-confirm-told =
    { $count ->
        [one] Wyślemy list do { $count } osoby.
        [few] Wyślemy list do { $count } osób.
        [many] Wyślemy list do { $count } osób.
       *[other] Wyślemy list do { $count } osoby.
    }
staff-confirm-letter = Każda osoba dostanie jeden list w swoim języku, z tym, co się zmienia, i z nowym wpisem do kalendarza.
staff-confirm-changes = Co się zmienia
staff-confirm-what = Co
staff-confirm-old = Było
staff-confirm-new = Będzie
staff-confirm-save = Zapisz
staff-confirm-send =
    { $count ->
        [one] Zapisz i wyślij { $count } list
        [few] Zapisz i wyślij { $count } listy
        [many] Zapisz i wyślij { $count } listów
       *[other] Zapisz i wyślij { $count } listu
    }
staff-confirm-back = Wróć do formularza
staff-odd-past-meeting = Jest tu nowy termin w przeszłości. Jeśli to pomyłka, wróć i popraw datę.
staff-odd-far-meeting = Jest tu termin za ponad dwa lata. Sprawdź rok.
staff-odd-closes-after-start = Zapisy kończą się po pierwszym spotkaniu.
staff-odd-window-over = Zapisy skończyły się w przeszłości, więc nikt nie będzie mógł dołączyć.
staff-odd-other-price = Są już zapisane osoby. Nowa cena obowiązuje przy miejscach potwierdzanych od teraz: kto ma miejsce, płaci tak, jak było ustalone, a wystawione należności się nie zmieniają. Jeśli ktoś ma nie płacić, umorz jego należność.
staff-change-meeting = Termin spotkania
staff-change-meeting-added = Nowe spotkanie
staff-change-meeting-removed = Odwołane spotkanie
staff-change-not-held = nie odbędzie się
staff-change-place = Miejsce
staff-change-mode = Forma zajęć
staff-change-trainers = Prowadzący
staff-change-link = Link do spotkań

# Odwołanie i zakończenie
staff-cancel-link = Odwołaj grupę
staff-cancel-title = Odwołać grupę?
staff-cancel-what = Szkolenie „{ $title }” w tej grupie się nie odbędzie, a wszystkie zapisy zostaną zamknięte. Tego nie da się cofnąć.
staff-cancel-told =
    { $count ->
        [one] Napiszemy o tym do { $count } osoby.
        [few] Napiszemy o tym do { $count } osób.
        [many] Napiszemy o tym do { $count } osób.
       *[other] Napiszemy o tym do { $count } osoby.
    }
staff-cancel-reason = Powód
staff-cancel-reason-hint = Uczestnicy przeczytają to w liście.
staff-cancel-button = Odwołaj grupę i zawiadom uczestników
staff-finish-title = Zakończyć grupę?
staff-finish-not-over = Ostatnie spotkanie kończy się: { $when }. Wtedy będzie można zakończyć grupę.
staff-finish-unmarked =
    { $count ->
        [one] { $count } osoba nie ma zaznaczonej obecności na każdym spotkaniu. Najpierw uzupełnij listę.
        [few] { $count } osoby nie mają zaznaczonej obecności na każdym spotkaniu. Najpierw uzupełnij listę.
        [many] { $count } osób nie ma zaznaczonej obecności na każdym spotkaniu. Najpierw uzupełnij listę.
       *[other] { $count } osoby nie ma zaznaczonej obecności na każdym spotkaniu. Najpierw uzupełnij listę.
    }
staff-finish-completed =
    { $count ->
        [one] { $count } osoba zalicza szkolenie
        [few] { $count } osoby zaliczają szkolenie
        [many] { $count } osób zalicza szkolenie
       *[other] { $count } osoby zalicza szkolenie
    }
staff-finish-not-completed =
    { $count ->
        [one] { $count } osoba nie zalicza: obecność poniżej { $percent }%
        [few] { $count } osoby nie zaliczają: obecność poniżej { $percent }%
        [many] { $count } osób nie zalicza: obecność poniżej { $percent }%
       *[other] { $count } osoby nie zalicza: obecność poniżej { $percent }%
    }
staff-finish-told = Każda osoba dostanie list z wynikiem, a zaliczającym otworzy się ankieta.
staff-finish-button = Zakończ grupę

# Uczestnicy
staff-participants-title = Uczestnicy
staff-participants-empty = Nikt się jeszcze nie zapisał
staff-participants-empty-text = Lista wypełni się, gdy ruszą zapisy.
staff-participants-holding =
    { $count ->
        [one] { $count } osoba ma miejsce.
        [few] { $count } osoby mają miejsce.
        [many] { $count } osób ma miejsce.
       *[other] { $count } osoby ma miejsce.
    }
staff-took-part =
    { $count ->
        [one] Wzięła udział { $count } osoba. Ukończone: { $completed }.
        [few] Wzięły udział { $count } osoby. Ukończone: { $completed }.
        [many] Wzięło udział { $count } osób. Ukończone: { $completed }.
       *[other] Wzięło udział { $count } osoby. Ukończone: { $completed }.
    }
staff-finished-on = Zakończona
staff-look-up-noted = Każde otwarcie tej listy jest odnotowywane.
staff-participant-name = Nazwisko i imię
staff-participant-email = E-mail
staff-participant-phone = Telefon
staff-participant-workplace = Miejsce pracy
staff-participant-state = Stan
staff-participant-applied = Zapis
staff-participant-payment = Płatność
staff-participant-no-charge = bez opłaty
staff-participants-search = Imię i nazwisko, miejsce pracy lub telefon
staff-participants-by-state = Pokaż według stanu
staff-participants-by-payment = Pokaż według płatności
staff-participants-all = Pokaż wszystkich
staff-participants-found =
    { $count ->
        [one] { $count } osoba.
        [few] { $count } osoby.
        [many] { $count } osób.
       *[other] { $count } osoby.
    }
staff-participant-attended = Obecność
staff-deed-address = Pokaż cały adres
staff-address-one-title = Pokazać adres e-mail: { $name }?
staff-address-one-about = Każde obejrzenie adresu jest odnotowywane, a ta osoba otrzyma list z powodem.
staff-address-title = Adres e-mail: { $name }
staff-address-noted = Ten adres pokazujemy raz. Obejrzenie jest odnotowane, a ta osoba dostaje o nim list.
staff-attended-of = { $present } z { $marked }
staff-enrolment-state-applied = Czeka na decyzję
staff-enrolment-state-waiting = Lista oczekujących
staff-enrolment-state-offered = Miejsce zaproponowane
staff-enrolment-state-confirmed = Potwierdzone
staff-enrolment-state-attending = Uczestniczy
staff-enrolment-state-completed = Zaliczone
staff-enrolment-state-not_completed = Niezaliczone
staff-enrolment-state-refused = Odmowa
staff-enrolment-state-cancelled = Anulowane
staff-enrolment-state-resigned = Rezygnacja
staff-enrolment-state-lapsed = Propozycja wygasła
staff-enrolment-state-transferred = Przeniesione

# Lista obecności
staff-paper-title = Lista obecności do druku
staff-paper-heading = Lista obecności
staff-paper-hint = Wydrukuj tę stronę: mieści się na kartkach A4, z polami na podpis.
staff-paper-number = Nr
staff-paper-signature = Podpis
staff-paper-trainer-signature = Podpis prowadzącego: ______________________________
staff-attendance-title = Obecność
staff-attendance-hint = Zaznacz osoby, które były. Spotkanie, przy którym nikogo nie zaznaczysz, zostanie bez wpisu.
staff-attendance-unmarked = bez wpisu
staff-attendance-present = obecność
staff-attendance-absent = nieobecność
staff-attendance-nobody = Nikt nie przyszedł
staff-attendance-save = Zapisz obecność
staff-attendance-none = Żadne spotkanie się jeszcze nie zaczęło
staff-attendance-none-text = Obecność można zaznaczać od początku spotkania.
staff-attendance-empty-text = Nie ma kogo zaznaczyć na liście.

# Co właśnie zrobiono
flash-staff-saved = Zapisane.
flash-staff-saved-told = Zapisane. Listy do uczestników są w drodze.
flash-staff-course-made = Szkolenie jest zapisane jako szkic. Teraz dodaj grupę z terminami.
flash-staff-course-published = Szkolenie jest opublikowane.
flash-staff-course-archived = Szkolenie jest w archiwum.
flash-staff-course-drafted = Szkolenie wróciło do szkiców.
flash-staff-group-made = Grupa jest zapisana jako szkic. Sprawdź dane i opublikuj.
flash-staff-group-published = Grupa jest w ofercie.
flash-staff-group-cancelled = Grupa jest odwołana. Listy do uczestników są w drodze.
flash-staff-group-finished = Grupa jest zakończona. Listy z wynikami są w drodze.
flash-staff-group-closed = Ta grupa jest już zakończona albo odwołana. Nie ma nic więcej do zrobienia.
flash-staff-attendance-saved = Obecność jest zapisana.

# Błędy
error-number_range = Wpisz liczbę od { $least } do { $most }.
error-money = Wpisz kwotę, na przykład 120 albo 120,50.
error-date_typed = Wpisz datę jako dzień.miesiąc.rok, na przykład 1.12.2026.
error-date_year = Rok musi być od 2000 do 2199.
error-time = Wpisz godzinę, na przykład 16:00.
error-web_address = Wpisz adres, który zaczyna się od https://
error-closes_before_opens = Zapisy muszą się kończyć po tym, jak się zaczną.
error-minimum_over_capacity = To więcej, niż jest miejsc.
error-meeting_no_date = Spotkanie { $number }: wpisz datę albo usuń to spotkanie.
error-meeting_no_start = Spotkanie { $number }: wpisz, o której się zaczyna.
error-meeting_no_end = Spotkanie { $number }: wpisz, o której się kończy.
error-meeting_date = Spotkanie { $number }: wpisz datę jako dzień.miesiąc.rok, na przykład 1.12.2026.
error-meeting_date_not_real = Spotkanie { $number }: nie ma takiego dnia w kalendarzu.
error-meeting_time = Spotkanie { $number }: wpisz godzinę, na przykład 16:00.
error-meeting_ends_before_start = Spotkanie { $number }: koniec musi być później niż początek.
error-meeting_place = Spotkanie { $number }: miejsce ma za dużo znaków albo zawiera niedozwolone.
error-meetings_overlap = Dwa spotkania grupy trwają w tym samym czasie.
error-meetings_twice = To samo spotkanie jest tu dwa razy. Otwórz formularz od nowa.
error-too_many_meetings = Grupa może mieć najwyżej { $most } spotkań.
error-meeting_has_marks = Spotkania z zaznaczoną obecnością nie można usunąć.
error-no_meetings = Grupa w ofercie musi mieć przynajmniej jedno spotkanie.
error-code_taken = Ten kod jest już zajęty. Wybierz inny.
error-capacity_below_taken =
    { $count ->
        [one] Zajęte jest już { $count } miejsce, więc nie może ich być mniej.
        [few] Zajęte są już { $count } miejsca, więc nie może ich być mniej.
        [many] Zajętych jest już { $count } miejsc, więc nie może ich być mniej.
       *[other] Zajętych jest już { $count } miejsca, więc nie może ich być mniej.
    }
error-course_has_groups =
    { $count ->
        [one] Szkolenie ma { $count } grupę w ofercie. Najpierw ją zakończ albo odwołaj.
        [few] Szkolenie ma { $count } grupy w ofercie. Najpierw je zakończ albo odwołaj.
        [many] Szkolenie ma { $count } grup w ofercie. Najpierw je zakończ albo odwołaj.
       *[other] Szkolenie ma { $count } grupy w ofercie. Najpierw je zakończ albo odwołaj.
    }
error-group_over = Grupa jest zakończona albo odwołana, więc nie można jej już zmienić.
error-group_not_running = Tej grupy nie można teraz zakończyć: nie zaczęła się albo jest już zamknięta.
error-group_not_over = Ostatnie spotkanie kończy się: { $when }.
error-attendance_unmarked =
    { $count ->
        [one] { $count } osoba nie ma zaznaczonej obecności na każdym spotkaniu.
        [few] { $count } osoby nie mają zaznaczonej obecności na każdym spotkaniu.
        [many] { $count } osób nie ma zaznaczonej obecności na każdym spotkaniu.
       *[other] { $count } osoby nie ma zaznaczonej obecności na każdym spotkaniu.
    }
error-attendance_list_changed = Lista zmieniła się w międzyczasie. Niczego nie zapisaliśmy: sprawdź ją i zapisz jeszcze raz.
error-attendance_not_yet = To spotkanie jeszcze się nie zaczęło.

# Jedna osoba w grupie
staff-result-reason = Powód
staff-result-reason-hint = Uczestnik przeczyta go w liście, a w historii zostanie na zawsze.
staff-result-to-completed = Popraw na „ukończone”
staff-result-to-not-completed = Popraw na „nieukończone”
staff-result-ask-completed = Poprawić wynik na „ukończone”?
staff-result-ask-not-completed = Poprawić wynik na „nieukończone”?
staff-result-certificate-goes = Zaświadczenie nr { $number } przestanie być ważne.
staff-result-certificate-comes = Zaświadczenie zostanie wydane, gdy tylko niczego nie będzie do niego brakować.
staff-result-told = Uczestnik dostanie list z nowym wynikiem i z powodem.
staff-certificates-title = Zaświadczenia
staff-certificate-named = Nr { $number }, data wydania: { $when }
staff-certificate-reason = Powód
staff-certificate-reason-hint = Posiadacz przeczyta go w liście, a w historii zostanie na zawsze.
staff-certificate-reissue = Wydaj nowe
staff-certificate-revoke = Unieważnij
staff-certificate-ask-reissue = Wydać nowe zaświadczenie w miejsce nr { $number }?
staff-certificate-ask-revoke = Unieważnić zaświadczenie nr { $number }?
staff-certificate-goes = Zaświadczenie nr { $number } przestanie być ważne, a publiczne sprawdzanie to pokaże.
staff-certificate-was-revoked = Zaświadczenie nr { $number } jest unieważnione i takie pozostanie.
staff-certificate-new = Nowe powstanie z danych, jakie są teraz, i dostanie następny numer.
staff-certificate-told-reissue = Posiadacz dostanie list z obydwoma numerami i z powodem.
staff-certificate-told-revoke = Posiadacz dostanie list z powodem. Nowe zaświadczenie może potem wydać tylko pracownik, na tej samej stronie.
staff-history = Historia
staff-event-because = { $event }. Powód: { $reason }
staff-event-reason = Powód: { $reason }.
staff-event-by-system = samoczynnie
flash-staff-result-corrected = Wynik jest poprawiony, uczestnik dostanie wiadomość.
flash-staff-certificate-reissued = Nowe zaświadczenie jest wydane, poprzednie przestało być ważne.
flash-staff-certificate-revoked = Zaświadczenie jest unieważnione, jego posiadacz dostanie wiadomość.
error-nothing_to_correct = Taki wynik jest już zapisany albo grupa jeszcze trwa. Nic się nie zmieniło.
error-certificate_not_valid = To zaświadczenie zostało w międzyczasie zastąpione lub unieważnione. Nic się nie zmieniło.
error-certificate_not_possible = Zaświadczenia nie można teraz wydać: dane uczestnika są niepełne albo brakuje czegoś wcześniej. Nic się nie zmieniło.

# Kopiowanie
staff-copy-group-title = Kolejna edycja
staff-copy-group-lead = Nowa grupa taka jak ta: te same dni tygodnia i godziny, liczone od nowego pierwszego dnia, z tymi samymi materiałami. Zobaczysz wszystko przed zapisaniem.
staff-copy-first = Pierwszy dzień
staff-copy-group-first-hint = Dzień pierwszego spotkania, na przykład 1.9.2027. Spotkania, które wypadłyby w weekend lub święto, przechodzą na najbliższy dzień roboczy; spotkania weekendowe omijają tylko święta.
staff-copy-group-button = Pokaż nową grupę
staff-copy-course-title = Skopiuj na nowy rok
staff-copy-course-lead = „{ $title }” ze wszystkimi grupami i ich materiałami, jako szkice: nikt ich nie widzi, dopóki ich nie opublikujesz. Odwołane grupy są pominięte.
staff-copy-code = Kod nowego szkolenia
staff-copy-code-hint = Inny niż kod tego szkolenia.
staff-copy-course-first-hint = Dzień, w którym zaczyna się najwcześniejsza grupa, na przykład 1.9.2027. Pozostałe idą za nią jak dotąd; spotkania, które wypadłyby w weekend lub święto, przechodzą na najbliższy dzień roboczy; spotkania weekendowe omijają tylko święta.
staff-copy-course-button = Skopiuj
flash-staff-course-copied = Kopia jest gotowa jako szkic. Przejrzyj terminy, a potem ją opublikuj.

# Lista rezerwowa, decyzje, przeniesienia, rezygnacje po terminie
staff-waiting-places = Lista rezerwowa
staff-waiting-places-hint = Tyle osób może czekać na miejsce. 0 oznacza brak listy.
staff-needs-approval = O każdym zgłoszeniu decydujemy sami
staff-needs-approval-hint = Kto się zgłosi, ma zatrzymane miejsce; potwierdzasz albo odrzucasz na liście uczestników.
staff-deadlines-title = Terminy w placówce
staff-offer-hours = Ile godzin trzymamy oferowane miejsce
staff-offer-hours-hint = Od 2 do 720. Oferta kończy się najpóźniej 24 godziny przed pierwszym spotkaniem, a nikt nie ma mniej niż 2 godziny.
staff-long-from-hours = Szkolenie jest długie od tylu godzin
staff-long-from-hours-hint = Z długiego szkolenia można zrezygnować na 3 dni przed początkiem, z krótkiego na 1 dzień.
staff-long-from-meetings = Szkolenie jest długie od tylu spotkań
staff-long-from-meetings-hint = Wystarczy jeden z tych dwóch warunków.
staff-waiting-list = Lista rezerwowa
staff-approval = Decyzja
staff-approval-on = O każdym zgłoszeniu decydujemy sami
staff-applied = Zgłoszenia do decyzji
staff-applied-at = Zgłoszono
staff-decision = Decyzja
staff-late = Prośby o wypisanie po terminie
staff-position = Pozycja
staff-everybody = Wszyscy na liście
staff-deed-confirm = Potwierdź
staff-deed-refuse = Odrzuć
staff-deed-cancel = Odwołaj zapis
staff-deed-transfer = Przenieś do innej grupy
staff-deed-move-up = Przesuń do przodu
staff-refuse-one-title = Odrzucić zgłoszenie: { $name }?
staff-refuse-one-about = Miejsce dostanie następna osoba z listy, a ta osoba otrzyma list z powodem.
staff-cancel-one-title = Odwołać zapis: { $name }?
staff-cancel-one-about = Zapis się kończy, miejsce dostanie następna osoba z listy, a ta osoba otrzyma list z powodem.
staff-reason-template = Powód
staff-reason-template-hint = Wybierz powód, napisz własny albo jedno i drugie.
staff-reason-words = Własnymi słowami
staff-reason-words-hint = Uczestnik przeczyta to dokładnie tak, jak napiszesz.
staff-transfer-title = Przenieś do innej grupy: { $name }
staff-transfer-about = Najpierw zajmujemy miejsce w nowej grupie. Uczestnik dostanie jeden list z oboma terminami i poprawiony kalendarz.
staff-transfer-target = Do której grupy?
staff-transfer-to =
    { $free ->
        [one] Grupa { $code }, { $when }, { $free } wolne miejsce
        [few] Grupa { $code }, { $when }, { $free } wolne miejsca
        [many] Grupa { $code }, { $when }, { $free } wolnych miejsc
       *[other] Grupa { $code }, { $when }, { $free } wolnego miejsca
    }
staff-transfer-reason = Powód
staff-transfer-price = Tam cena to { $price }: brakująca kwota będzie do zapłaty, nadpłata do zwrotu.
staff-transfer-none = Żadna inna grupa nie ma wolnego miejsca
staff-transfer-none-text = Przenosi się do innej grupy tego samego szkolenia, która jeszcze się nie zaczęła i ma wolne miejsce.
staff-move-up-title = Przesuń na liście rezerwowej: { $name }
staff-move-up-about = Obecna pozycja to { $position }. Wyprzedzone osoby zobaczą to w swojej historii razem z powodem.
staff-move-up-position = Nowa pozycja
staff-move-up-reason = Powód
staff-move-up-reason-hint = Przeczytają go wyprzedzone osoby, więc bez nazwisk i spraw prywatnych.
staff-late-title = Wypisać po terminie: { $name }?
staff-late-asked = Data prośby
staff-late-reason = Powód
staff-late-paid = To szkolenie jest płatne. Należność pozostaje, chyba że zostanie umorzona.
staff-late-answer = Twoja odpowiedź
staff-late-answer-hint = Uczestnik ją przeczyta. Przy odmowie jest konieczna.
staff-late-withdraw = Wypisz
staff-late-decline = Odmów
staff-late-answer-link = Odpowiedz
staff-today-decide = Czeka na decyzję
staff-step-decide-action = Zdecyduj
staff-to-decide =
    { $count ->
        [one] czeka { $count } osoba
        [few] czekają { $count } osoby
        [many] czeka { $count } osób
       *[other] czeka { $count } osoby
    }
flash-staff-confirmed = Potwierdzone. List jest już w drodze.
flash-staff-refused = Odrzucone. List z powodem jest już w drodze.
flash-staff-cancelled-one = Zapis odwołany. List z powodem jest już w drodze.
flash-staff-decided-before = Decyzja zapadła już wcześniej albo uczestnik zrezygnował. Niczego nie zmieniliśmy.
flash-staff-transferred = Przeniesione. Jeden list z oboma terminami jest już w drodze.
flash-staff-moved-up = Przesunięte. Wyprzedzone osoby zobaczą to w swojej historii.
flash-staff-withdrawn = Wypisane. List jest już w drodze.
flash-staff-late-declined = Odmowa zapisana. List z odpowiedzią jest już w drodze.
flash-staff-look-again = Sesja skończyła się w międzyczasie i niczego nie zrobiliśmy. Sprawdź i naciśnij przycisk jeszcze raz.
error-reason_required = Wybierz powód albo go napisz.
error-target_full = Ostatnie miejsce w tej grupie właśnie zajęto. Wybierz inną grupę.
error-target_joined = Ta osoba jest już w tej grupie albo na nią czeka.
error-not_ahead = Podaj pozycję bliżej początku niż obecna, licząc od 1.
error-applications_undecided =
    { $count ->
        [one] { $count } zgłoszenie czeka jeszcze na decyzję. Najpierw je potwierdź albo odrzuć.
        [few] { $count } zgłoszenia czekają jeszcze na decyzję. Najpierw je potwierdź albo odrzuć.
        [many] { $count } zgłoszeń czeka jeszcze na decyzję. Najpierw je potwierdź albo odrzuć.
       *[other] { $count } zgłoszenia czeka jeszcze na decyzję. Najpierw je potwierdź albo odrzuć.
    }
staff-ages = Wiek
staff-ages-hint = Dla zajęć, które wymagają określonego wieku w dniu pierwszego spotkania. Rodzice składają wtedy wnioski za dzieci. Przy szkoleniu dla dorosłych zostaw oba pola puste.
staff-age-from = Od, w latach
staff-age-to = Do, w latach
staff-takes-certificate = Można zapłacić bonem edukacyjnym
staff-takes-certificate-hint = Rodziny mogą wyszukać takie zajęcia.
error-age_order = Najstarszy wiek jest niższy od najmłodszego.

flash-staff-child-unconfirmed = Jeszcze nie potwierdzono: najpierw porównaj dane dziecka z dokumentami.
error-lists_unconfirmed = Danych dziecka nie porównano jeszcze z dokumentami.

staff-applications-title = Zgłoszenia
staff-applications-about = To, co czeka na decyzję, od najbliższego terminu odpowiedzi.
staff-applications-none = Nic nie czeka na decyzję
staff-applications-none-text = Nowe zgłoszenia pojawią się tutaj.
staff-application-who = Kto
staff-application-what = Dokąd
staff-application-organisation = Placówka
staff-application-due = Odpowiedź do
staff-application-state = Na jakim etapie
staff-application-late = po terminie
staff-application-documents = bez dokumentów
staff-application-ready = do decyzji
staff-order = Numer i data zarządzenia
staff-order-hint = Na przykład: 14/2026 z 3 września. Przeczyta to każda z tych osób.
staff-reason-account = Adres właściwego konta
staff-reason-account-hint = Tylko dla podwójnego konta: adres konta, z którego trzeba korzystać. Osoba przeczyta jego początek oraz telefon i godziny tych, którzy pomogą.
