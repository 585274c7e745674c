# Treści listów, jakie piszą jednostki.
letter-texts-title = Listy
letter-texts-installation = Cała instalacja
letter-texts-places-lead = Każda jednostka może ułożyć własne treści listów. Jednostki pod nią używają jej treści, dopóki nie napiszą swoich.
letter-texts-lead = To listy, które wysyłamy w imieniu jednostki. Otwórz list, aby napisać go po swojemu; link, termin i powód zawsze w nim zostają.
letter-texts-lead-installation = Tych treści używa każda jednostka, dopóki ona albo jednostka nad nią nie napisze własnych. Listy o kontach mają tylko te.
letter-texts-letter = List
letter-texts-languages = Języki listu
letter-texts-in-pl = Polski
letter-texts-in-ru = Rosyjski
letter-texts-in-en = Angielski
letter-texts-standard = Treść standardowa
letter-texts-own = Własna treść
letter-texts-inherited = Jak w: { $whose }
letter-texts-sent-now = Wysyłamy teraz:
letter-texts-subject = Temat
letter-texts-body = Treść
letter-texts-body-hint = Każdy wiersz to akapit. Nazwy w nawiasach klamrowych wypełnimy w każdym liście; dwa nawiasy {"{{"} oznaczają jeden.
letter-texts-preview = Pokaż podgląd
letter-texts-as-mail = Jak w programie pocztowym
letter-texts-save = Zapisz i używaj
letter-texts-standard-back = Wróć do treści standardowej
letter-texts-above-back = Wróć do tekstu: { $whose }
letter-texts-left = Twoja treść, teraz nieużywana
letter-texts-left-text = Możesz z niej kopiować albo poniżej użyć jej ponownie.
letter-texts-names = Co można wstawić
letter-texts-names-text = Wpisz nazwę z nawiasami tam, gdzie ma się pojawić.
letter-texts-needed = Musi zostać w liście.
letter-texts-shown = Podgląd
letter-texts-shown-text = Z przykładowymi danymi. Listy dostaną prawdziwe.
letter-texts-not-shown = Podgląd wróci, gdy treść będzie bez błędów.
letter-texts-sender = Nadawca
letter-texts-versions = Wersje
letter-texts-version = Wersja
letter-texts-number = Wersja { $version }
letter-texts-version-standard = { $version }: bez własnego tekstu
letter-texts-when = Zapisana
letter-texts-who = Kto
letter-texts-use = Użyj ponownie
letter-texts-in-use = Używana
flash-letter-texts-saved = Zapisane. Od teraz listy wychodzą z tą treścią.
flash-letter-texts-standard-again = Od teraz listy wychodzą bez Twojej treści. Zachowaliśmy ją poniżej.
flash-letter-texts-unchanged = Nie ma czego zapisywać: listy już wychodzą z tą treścią.
error-letter_brace = Jest tu samotny nawias klamrowy. Nazwy pisz tak: {"{"}title{"}"}, a nawias w tekście podwój.
error-letter_unknown = W tym liście nie ma nazwy { $name }. Lista pokazuje, co można wstawić.
error-letter_not_alone = { $name } musi stać w osobnym wierszu.
error-letter_not_in_subject = { $name } może stać tylko w treści.
error-letter_missing = { $name } musi zostać w treści: bez tego list nie wystarczy.
error-letter_twice = { $name } może stać w treści tylko raz.
error-letter_order = { $first } ma stać nad { $second }.
error-letter_changed = W tym czasie ktoś inny zmienił ten list: jego wersja jest na liście poniżej. Ponowny zapis zastąpi ją Twoją.
# Tematy
letter-texts-topic-places = Miejsca na szkoleniach
letter-texts-topic-line = Lista rezerwowa
letter-texts-topic-dates = Terminy i wiadomości grupy
letter-texts-topic-results = Wyniki
letter-texts-topic-certificates = Zaświadczenia
letter-texts-topic-payments = Płatności
letter-texts-topic-families = Dzieci
letter-texts-topic-requests = Zgłoszenia
letter-texts-topic-accounts = Konta i prywatność
# Listy
letter-texts-kind-enrolment-confirmed = Miejsce potwierdzone
letter-texts-kind-enrolment-applied = Zapis przyjęty do decyzji
letter-texts-kind-enrolment-refused = Zapis odrzucony
letter-texts-kind-enrolment-resigned = Rezygnacja
letter-texts-kind-enrolment-cancelled = Zapis anulowany przez organizatora
letter-texts-kind-enrolment-late-asked = Późna rezygnacja: prośba przyjęta
letter-texts-kind-enrolment-late-declined = Późna rezygnacja: odmowa
letter-texts-kind-enrolment-withdrawn = Późna rezygnacja: zgoda
letter-texts-kind-enrolment-late-to-answer = Późna rezygnacja: do organizatora
letter-texts-kind-enrolment-undecided = Zgłoszenia czekają: do organizatora
letter-texts-kind-enrolment-undecided-above = Zgłoszenia nadal czekają: do jednostki wyżej
letter-texts-kind-enrolment-waiting = Na liście rezerwowej
letter-texts-kind-enrolment-offered = Propozycja miejsca
letter-texts-kind-enrolment-declined = Propozycja odrzucona
letter-texts-kind-enrolment-lapsed = Propozycja wygasła
letter-texts-kind-enrolment-left-line = Wypisanie z listy rezerwowej
letter-texts-kind-enrolment-list-closed = Lista rezerwowa zamknięta
letter-texts-kind-enrolment-reminder = Przypomnienie przed początkiem
letter-texts-kind-enrolment-changed = Zmiana terminu lub miejsca
letter-texts-kind-enrolment-transferred = Przeniesienie do innej grupy
letter-texts-kind-enrolment-group-cancelled = Szkolenie odwołane
letter-texts-kind-group-mail = List pisany do grupy
letter-texts-kind-enrolment-completed = Szkolenie ukończone, czeka ankieta
letter-texts-kind-enrolment-not-completed = Szkolenie nieukończone
letter-texts-kind-enrolment-corrected-completed = Wynik poprawiony: ukończone
letter-texts-kind-enrolment-corrected-not-completed = Wynik poprawiony: nieukończone
letter-texts-kind-enrolment-address-shown = Organizator obejrzał adres e-mail
letter-texts-kind-certificates-ready = Zaświadczenie gotowe
letter-texts-kind-certificates-missing = Czego brakuje do zaświadczenia
letter-texts-kind-certificates-lacking = Brakuje danych w profilu
letter-texts-kind-certificates-replaced = Nowe zaświadczenie zamiast starego
letter-texts-kind-certificates-revoked = Zaświadczenie unieważnione
letter-texts-kind-payments-due = Do zapłaty
letter-texts-kind-payments-reminder = Przypomnienie o płatności
letter-texts-kind-payments-overdue = Płatność po terminie
letter-texts-kind-payments-booked = Płatność zaksięgowana
letter-texts-kind-payments-unbooked = Księgowanie cofnięte
letter-texts-kind-payments-waived = Opłata umorzona
letter-texts-kind-payments-rest-waived = Reszta opłaty umorzona
letter-texts-kind-payments-moved = Inna cena po przeniesieniu
letter-texts-kind-payments-returned = Opłata do zwrotu, z powodem
letter-texts-kind-payments-refund-due = Opłata do zwrotu
letter-texts-kind-payments-refunded = Opłata zwrócona
letter-texts-kind-payments-asked = Zapytaliśmy placówkę o opłatę
letter-texts-kind-payments-accepted = Placówka płaci
letter-texts-kind-payments-declined = Placówka nie płaci
letter-texts-kind-payments-lapsed = Placówka nie odpowiedziała
letter-texts-kind-payments-institution-asked = Do placówki: czy zapłaci?
letter-texts-kind-payments-institution-accepted = Do placówki: jak zapłacić
letter-texts-kind-payments-institution-reminder = Przypomnienie o opłacie, do placówki
letter-texts-kind-payments-institution-overdue = Opłata po terminie, do placówki
letter-texts-kind-payments-institution-released = Nie trzeba płacić, do placówki
letter-texts-kind-payments-institution-refund-due = Opłata zostanie zwrócona, do placówki
letter-texts-kind-payments-institution-refunded = Opłata zwrócona, do placówki
letter-texts-kind-families-entered = Dodano dziecko
letter-texts-kind-families-met = Do opiekunów: próba dodania dziecka
letter-texts-kind-families-reminded = Na jaki adres zarejestrowano dziecko
letter-texts-kind-families-share-asked = Do opiekunów: prosi drugi opiekun
letter-texts-kind-families-shared = Do drugiego opiekuna: zgoda
letter-texts-kind-families-not-shared = Do drugiego opiekuna: brak zgody
letter-texts-kind-requests-confirm = Potwierdzenie adresu w zgłoszeniu
letter-texts-kind-requests-opened = Zgłoszenie przyjęte
letter-texts-kind-requests-answered = Odpowiedź na zgłoszenie
letter-texts-kind-requests-closed = Sprawa zamknięta
letter-texts-kind-requests-asked = Do organizatora: nowe zgłoszenie
letter-texts-kind-accounts-activate = Aktywacja konta
letter-texts-kind-accounts-attempt = Rejestracja na znany adres
letter-texts-kind-accounts-reset = Nowe hasło
letter-texts-kind-accounts-password = Hasło zmienione
letter-texts-kind-accounts-email-new = Potwierdzenie nowego adresu
letter-texts-kind-accounts-email-old = Adres zmieniony
letter-texts-kind-accounts-device = Logowanie na nowym urządzeniu
# Co znaczą nazwy
letter-texts-means-title = tytuł szkolenia
letter-texts-means-organisation = nazwa jednostki
letter-texts-means-when = kiedy się zaczyna
letter-texts-means-percent = wymagana obecność w procentach
letter-texts-means-position = pozycja na liście
letter-texts-means-until = do kiedy trzymamy miejsce
letter-texts-means-number = numer zaświadczenia
letter-texts-means-before = numer poprzedniego zaświadczenia
letter-texts-means-amount = kwota do zapłaty
letter-texts-means-day = termin płatności
letter-texts-means-reason = podany powód
letter-texts-means-institution = placówka, która płaci
letter-texts-means-child = imię dziecka
letter-texts-means-name = imię i nazwisko osoby
letter-texts-means-subject = temat wpisany przez piszącego
letter-texts-means-details = terminy, miejsce i prowadzący
letter-texts-means-changes = co było i co będzie
letter-texts-means-payment = kwota, a gdy trzeba zapłacić, także dane do przelewu
letter-texts-means-device = kiedy, w jakiej przeglądarce i z jakiej sieci
letter-texts-means-address = nowy adres, częściowo zakryty
letter-texts-means-training = tytuł szkolenia pod treścią
letter-texts-means-button = przycisk „{ $words }” z linkiem
letter-texts-means-resigning = do kiedy można zrezygnować; znika, gdy jest za późno
letter-texts-means-calendar = do czego jest załączony plik kalendarza, jeśli jest
letter-texts-means-next = czego jeszcze trzeba do zaświadczenia
letter-texts-means-survey = że czeka ankieta, jeśli nie jest wypełniona
letter-texts-means-missing = czego brakuje, każde w osobnym zdaniu
letter-texts-means-undecided = ile zgłoszeń czeka i od kiedy
letter-texts-means-message = to, co napisano
letter-texts-means-files = że załączone pliki są też w materiałach, jeśli są
letter-texts-means-why = kto i do kogo pisze
# Przykładowe dane
letter-texts-sample-title = Tablica multimedialna od podstaw
letter-texts-sample-child = Zosia
letter-texts-sample-organisation = Miejskie Centrum Doskonalenia Nauczycieli
letter-texts-sample-when = wtorek, 1 grudnia 2026, 16:00
letter-texts-sample-percent = 75
letter-texts-sample-position = 3
letter-texts-sample-until = wtorek, 24 listopada 2026, 12:00
letter-texts-sample-number = 42/2026
letter-texts-sample-before = 17/2026
letter-texts-sample-amount = 120 zł
letter-texts-sample-reason = choroba prowadzącej
letter-texts-sample-institution = Szkoła Podstawowa nr 7
letter-texts-sample-name = Anna Nowak
letter-texts-sample-subject = Parking
letter-texts-sample-message = Czy obok budynku jest parking?
letter-texts-sample-details =
    Kiedy: wtorek, 1 grudnia 2026, 16:00–19:15
    Gdzie: ul. Ogrodowa 4, sala 12
    Prowadzi: Halina Wrońska
letter-texts-sample-moved =
    Przedtem: wtorek, 1 grudnia 2026, 16:00–19:15
    Kiedy: czwartek, 10 grudnia 2026, 16:00–19:15
    Gdzie: ul. Ogrodowa 4, sala 12
letter-texts-sample-changes =
    Termin spotkania: 1 grudnia 2026, 16:00 → 3 grudnia 2026, 16:00
    Miejsce: sala 12 → sala 5
letter-texts-sample-transfer =
    Kwota: 120 zł
    Odbiorca: Miejskie Centrum Doskonalenia Nauczycieli
    Numer rachunku: 61 1090 1014 0000 0712 1981 2874
    Tytuł przelewu: ZP-1042-K
letter-texts-sample-payment = Kwota: 120 zł
letter-texts-sample-address = Nowy adres: an•••@mail.example
letter-texts-sample-device =
    Kiedy: niedziela, 22 listopada 2026, 10:00
    Przeglądarka: Firefox, Linux
    Sieć: 192.0.2.0
letter-texts-sample-training = Szkolenie: Tablica multimedialna od podstaw
