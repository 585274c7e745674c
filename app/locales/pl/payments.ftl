# Płatności: co zapłacić i co zapłacono, odpowiedź placówki, strony księgowości, listy.

payments-title = Płatności
payments-empty = Nie masz nic do zapłacenia
payments-empty-text = Gdy dołączysz do płatnego szkolenia, zobaczysz tu kwotę, numer rachunku i tytuł przelewu.
payments-waiting =
    { $count ->
        [0] Nic nie czeka na Twoją zapłatę.
        [one] { $count } płatność czeka na Ciebie.
        [few] { $count } płatności czekają na Ciebie.
        [many] { $count } płatności czeka na Ciebie.
       *[other] { $count } płatności czeka na Ciebie.
    }
payments-amount = Kwota
payments-to-pay = Do zapłaty
payments-paid = Zapłacono dotąd
payments-recipient = Odbiorca
payments-recipient-address = Adres odbiorcy
payments-account = Numer rachunku
payments-transfer-title = Tytuł przelewu
payments-due-on = Termin
payments-group = Grupa
payments-no-account = Organizator nie podał jeszcze numeru rachunku. Zapytaj go.
payments-title-matters = Podaj tytuł dokładnie tak, jak tutaj: po nim rozpoznamy Twoją wpłatę. Księgowanie może potrwać kilka dni.
payments-code-title = Kod QR przelewu { $title }
payments-code-hint = Zeskanuj go w aplikacji banku: przelew wypełni się sam.
payments-says-due = Do zapłaty, termin: { $day }.
payments-says-takes-days = Księgowanie może potrwać kilka dni.
payments-says-overdue = Termin minął: { $day }. Zapłać jak najszybciej.
payments-says-booked = Opłacone. Dziękujemy.
payments-says-waived = Nie trzeba płacić.
payments-says-refund_due = Pieniądze zostaną Ci zwrócone.
payments-says-refund-institution = Pieniądze wracają do placówki: { $institution }.
payments-says-refund-each = To, co wpłacono, wróci do tego, kto zapłacił.
payments-says-refunded = Pieniądze zostały zwrócone.
payments-says-asked = Zapytaliśmy placówkę, czy zapłaci: { $institution }.
payments-says-answer-before = Może odpowiedzieć do: { $when }.
payments-says-institution = Płaci placówka: { $institution }.
payments-state = Stan
payments-state-due = do zapłaty
payments-state-overdue = po terminie
payments-state-booked = opłacone
payments-state-waived = umorzone
payments-state-refund_due = do zwrotu
payments-state-refunded = zwrócone
payments-ask-awaiting_institution = zapytano placówkę
payments-ask-accepted = placówka się zgodziła
payments-ask-declined = placówka odmówiła
payments-ask-lapsed = placówka nie odpowiedziała

# Odpowiedź placówki
payments-asked-title = Czy Twoja placówka zapłaci za to szkolenie?
payments-asked-open = Prosimy o odpowiedź: czy placówka zapłaci?
payments-asked-accepted = Placówka zgodziła się zapłacić.
payments-asked-declined = Placówka nie zapłaci. Uczestnik o tym wie.
payments-asked-lapsed = Czas na odpowiedź minął. Płaci uczestnik.
payments-asked-paid = Placówka zapłaciła. Dziękujemy.
payments-asked-refund-due = Wpłata wraca do placówki.
payments-asked-refunded = Wpłata została odesłana placówce.
payments-asked-settled = Nie ma już nic do zapłacenia.
payments-asked-by = Organizator
payments-asked-for = Uczestnik
payments-training = Szkolenie
payments-when = Kiedy
payments-asked-payer = Płatnik
payments-tax-id = NIP
payments-address = Adres
payments-asked-until = Odpowiedź do
payments-asked-what = Zgoda oznacza przejęcie płatności. Numer rachunku i tytuł przelewu zobaczysz od razu, wyślemy je też pocztą elektroniczną.
payments-accept = Tak, zapłacimy
payments-decline = Nie zapłacimy
payments-how = Jak zapłacić
payments-asked-contact = Pytania? { $contact }
payments-paying-title = Za co płacimy
payments-paying-none = Nikt nie prosił Twojej placówki o zapłatę
payments-paying-none-text = Gdy ktoś zapisze się na szkolenie i wskaże Twoją placówkę jako płatnika, zobaczysz to tutaj.
payments-paying-about = Szkolenia, w których Twoją placówkę wskazano jako płatnika. Otwórz jedno z nich, aby odpowiedzieć albo zobaczyć, jak zapłacić.
flash-payments-answered = Dziękujemy. Odpowiedź została zapisana.
error-payment_answered = Na to pytanie już odpowiedziano albo minął czas na odpowiedź. Nic się nie zmieniło.

# Księgowość
payments-staff-title = Płatności
payments-ways = Strony płatności
payments-way-due = Do zapłaty
payments-way-overdue = Po terminie
payments-way-queue = Do dopasowania
payments-way-booked = Zaksięgowane
payments-way-refunds = Zwroty
payments-way-waived = Umorzone
payments-way-ended = Już nienależne
payments-way-statements = Wyciągi
payments-way-closing = Zamknięcie dnia
payments-way-settings = Rachunki
payments-search = Nazwisko, placówka, szkolenie lub tytuł przelewu
payments-none = Tu nic nie ma
payments-none-text = Należności pojawiają się, gdy ktoś dołącza do płatnej grupy.
payments-none-found = Nic nie pasuje
payments-none-found-text = Nic nie pasuje do tych słów. Spróbuj podać ich mniej.
payments-found =
    { $count ->
        [one] { $count } należność.
        [few] { $count } należności.
        [many] { $count } należności.
       *[other] { $count } należności.
    }
payments-participant = Uczestnik
payments-payer = Płatnik
payments-see-enrolment = Zobacz zapis
payments-queue-title = Wpłaty do dopasowania
payments-queue-empty = Każda wpłata znalazła swoją należność
payments-queue-empty-text = To, co z następnego wyciągu nie dopasuje się samo, poczeka tutaj.
payments-queue-about = Te wpłaty nie dopasowały się same. Otwórz wpłatę, żeby zobaczyć, czego może dotyczyć.
payments-day = Dzień
payments-day-hint = Na przykład 1.12.2026
payments-counterparty = Od kogo
payments-best = Najbardziej prawdopodobne
payments-best-none = brak podpowiedzi
payments-suggested-why = Punkty: { $score } ({ $why })
payments-suggested-about = Płatnik: { $payer }. Pozostało do zapłaty: { $remaining }.
payments-sign-token = tytuł
payments-sign-amount = kwota
payments-sign-name = imię i nazwisko
payments-sign-part-of-name = imię lub nazwisko
payments-sign-tax-id = NIP
payments-sign-institution = placówka
payments-book = Zaksięguj
payments-entry-title = Pozycja wyciągu
payments-entry-new = w trakcie dopasowania
payments-entry-to_match = do dopasowania
payments-entry-booked = zaksięgowana
payments-entry-set_aside = odłożona
payments-entry-outgoing = wychodząca
payments-left = Jeszcze niezaksięgowane
payments-reference = Referencje
payments-bookings = Księgowania
payments-bookings-none = Nic jeszcze nie zaksięgowano.
payments-booked-by = Kto zaksięgował
payments-booked-by-itself = automatycznie
payments-undone = Cofnięte: { $reason }
payments-undone-moved = Przeniesione na opłatę za inną grupę
payments-suggestions = Czego może dotyczyć
payments-suggestions-none = Żadna otwarta należność nie przypomina tej wpłaty.
payments-find = Znajdź inną należność
payments-set-aside = Odłóż
payments-aside-reason = Dlaczego to nie jest opłata?
payments-aside-reason-hint = Na przykład: odsetki, dotacja. Pozycja zniknie z listy.
payments-unbook = Cofnij księgowanie
payments-unbook-which = Które księgowanie?
payments-unbook-reason = Dlaczego je cofasz?
payments-unbook-reason-hint = Uczestnik przeczyta ten powód. Wpłata wróci do dopasowania.
payments-waive = Umórz należność
payments-waive-reason = Dlaczego ją umarzasz?
payments-waive-reason-hint = Uczestnik przeczyta ten powód. Nic nie trzeba będzie płacić.
payments-refund = Do zwrotu
payments-refund-reason = Dlaczego wpłata wraca?
payments-refund-reason-hint = Kto zapłacił, dostanie wiadomość. Uczestnik przeczyta ten powód.
payments-pay-back = Pieniądze zwrócono
payments-pay-back-what = Naciśnij, gdy przelew do płatnika został wysłany. Uczestnik dostanie wiadomość.
flash-payments-booked = Zaksięgowano.
flash-payments-unbooked = Księgowanie zostało cofnięte.
flash-payments-waived = Należność umorzona, uczestnik został powiadomiony.
flash-payments-to-refund = Zapisano: pieniądze są do zwrotu.
flash-payments-refunded = Zapisano: pieniądze zwrócone.
flash-payments-set-aside = Odłożono.
error-payment_not_held = To księgowanie już cofnięto albo pieniądze są zwracane. Nic się nie zmieniło.
error-payment_not_possible = Tego nie można już zrobić: należność lub pozycja zmieniła się w międzyczasie.
error-payment_not_left = Tyle z tej pozycji nie zostało albo jest już zaksięgowana na tę należność.
error-payment_not_due = Należność jest rozliczona albo pozostało mniej do zapłaty.
error-payment_not_fitting = Pozycja i należność są w różnych walutach.
payments-names-settled = Tytuł wskazuje opłatę, na którą nic już nie czeka.
payments-reverses = Bank cofa wcześniejszą pozycję.
payments-reverse = Cofnij zaksięgowanie
payments-reverse-hint = Uczestnik przeczyta ten powód. Opłata znów będzie do zapłaty, a obie pozycje zostaną odłożone.
payments-repeats = To prawdopodobnie powtórzenie: ta sama pozycja jest w innym wyciągu.
payments-repeat-aside = To powtórzenie, odłóż
payments-repeat-reason = Powtórzenie pozycji z innego wyciągu
payments-rest-back = Reszta została zwrócona
payments-paid-back-reason = Dlaczego i jak została zwrócona?
payments-paid-back-reason-hint = Na przykład: nadpłata, przelew z 3 grudnia. Pozycja zniknie z listy.
payments-take-up = Przywróć na listę
payments-take-up-what = Pozycja została odłożona. Możesz ją przywrócić na listę „Do dopasowania”.
payments-aside-title = Odłożone pozycje
payments-aside-why = Dlaczego odłożono
payments-aside-none = Nic nie odłożono.
flash-payments-taken-up = Pozycja jest znów na liście.
flash-payments-paid-back = Zapisano: reszta została zwrócona.
payments-statement-title = Wyciąg { $file }
payments-statement-about = Pozycje, które przyniósł ten wyciąg. Te, które znamy z wcześniejszych wyciągów, są przy nich.
payments-statement-nothing = Ten wyciąg nie przyniósł nowych pozycji.
payments-column-what = Co się stało
payments-day-booked = zaksięgowano
payments-day-undone = cofnięto
payments-day-refunded = zwrócono

# Wyciągi
payments-statements-title = Wyciągi bankowe
payments-statement-organisation = Czyj to wyciąg?
payments-statement-organisation-hint = Potrzebne tylko, gdy plik nie podaje rachunku, jak niektóre pliki CSV i MT940.
payments-statement-by-account = Według rachunku w pliku
payments-statement-file = Plik
payments-statement-file-hint = CAMT.053, MT940, CSV lub 1CClientBankExchange. Ten sam wyciąg wczytany ponownie niczego nie zaksięguje drugi raz.
payments-statement-send = Wczytaj wyciąg
payments-statement-done = Wyciąg wczytany
payments-statement-taken = Rachunek { $account }:
    { $entries ->
        [one] { $entries } pozycja
        [few] { $entries } pozycje
        [many] { $entries } pozycji
       *[other] { $entries } pozycji
    }, w tym nowych { $fresh }.
payments-statement-difference = Salda nie zgadzają się z pozycjami, więc nic z niego nie zaksięgowano automatycznie.
payments-statement-booked =
    { $count ->
        [one] { $count } wpłata zaksięgowana automatycznie.
        [few] { $count } wpłaty zaksięgowane automatycznie.
        [many] { $count } wpłat zaksięgowanych automatycznie.
       *[other] { $count } wpłaty zaksięgowanej automatycznie.
    }
payments-statements-before = Wczytane wcześniej
payments-period = Okres
payments-file = Plik
payments-entries = Pozycje
payments-fresh = Nowe
payments-taken-at = Wczytano
error-file_missing = Wybierz plik.
error-statement_too_large = Plik jest większy niż { $most } MB. Wczytaj go poleceniem „zapis import statement”.
error-statement_broken = Nic nie wczytano: { $what }
error-statement_not_yours = Nic nie wczytano: { $account } nie jest rachunkiem, który prowadzisz. Sprawdź plik albo dodaj rachunek w zakładce „Rachunki”.
error-statement_no_account = Plik nie mówi, którego rachunku dotyczy. Wybierz, czyj to wyciąg.
error-statement_which_account = Plik nie mówi, którego rachunku dotyczy, a jest ich kilka. Wybierz rachunek.
error-bank_code = BIC banku w Rosji ma dziewięć cyfr.
error-bank_account = Rachunek korespondencyjny ma 20 cyfr, zaczyna się od 301 i pasuje do BIC.
error-bank_other = Ten rachunek w rublach nie pasuje do BIC banku poniżej: w jednym z nich jest pomyłka.
payments-place-line = wiersz { $line }
payments-place-path = w { $path }
payments-place-byte = bajt { $byte }
payments-broken-empty = plik jest pusty.
payments-broken-too-large = plik jest większy niż { $limit } bajtów.
payments-broken-unknown-format = to nie jest wyciąg, który umiemy odczytać. Jeśli to tabela z Twojego banku, uzupełnij raz „Kolumny pliku CSV z banku” w ustawieniach płatności.
payments-broken-not-text = to nie jest tekst w kodowaniu { $encoding }.
payments-broken-xml-broken = uszkodzony XML ({ $message }).
payments-broken-xml-forbidden = tego nie może być w wyciągu: { $text }.
payments-broken-xml-too-big = XML jest zbyt głęboki lub zbyt duży ({ $limit }).
payments-broken-too-many = więcej { $name } niż { $limit }.
payments-broken-not-camt053 = to nie jest CAMT.053, lecz { $found }.
payments-broken-missing = brakuje { $name }.
payments-broken-unexpected = { $name } nie powinno tu być.
payments-broken-malformed = nie można odczytać { $name }: { $text }
payments-broken-date-invalid = nie ma takiego dnia: { $text }
payments-broken-amount-invalid = to nie jest kwota: { $text }
payments-broken-amount-too-precise = { $text } ma więcej miejsc po przecinku niż { $digits }.
payments-broken-amount-too-large = kwota jest zbyt duża: { $text }
payments-broken-currency-invalid = nie ma takiej waluty: { $text }
payments-broken-direction-unknown = ani obciążenie, ani uznanie: { $text }
payments-broken-cut-short = plik kończy się za wcześnie: brakuje { $expected }.
payments-broken-mapping-invalid = kolumna { $name } nie pasuje.

# Zamknięcie dnia
payments-closing-title = Zamknięcie dnia
payments-closing-none = Tego dnia nic nie zaksięgowano.
payments-show = Pokaż
payments-sum = Razem:
payments-column-day = Dzień w banku
payments-column-title = Należność
payments-column-name = Uczestnik
payments-column-training = Szkolenie
payments-column-counterparty = Od kogo
payments-column-transfer = Tytuł przelewu
payments-column-amount = Kwota
payments-column-currency = Waluta
payments-column-answer = Odpowiedź placówki
payments-column-by = Kto zaksięgował

# Rachunki i ceny
payments-settings-title = Rachunki i sprzedawca
payments-settings-about = Gdzie płaci się za szkolenia każdej jednostki.
payments-iban = Numer rachunku
payments-iban-hint = IBAN, 26 cyfr albo inny numer, na przykład 20 cyfr rachunku w Rosji. Po nim wyciąg trafia do jednostki.
payments-account-currency = Waluta rachunku
payments-account-currency-hint = Mają ją też pozycje wyciągu, który waluty nie podaje.
payments-more-accounts = Kolejne rachunki
payments-more-accounts-about = Opłata trafia na pierwszy rachunek w jej walucie. Puste pole usuwa rachunek.
payments-bank = Bank rachunku w rublach
payments-bank-about = Dzięki niemu płacący w rublach dostają kod QR, który odczyta aplikacja ich banku.
payments-bank-name = Nazwa banku
payments-bank-code = BIC, dziewięć cyfr
payments-bank-account = Rachunek korespondencyjny
payments-terms = Termin
payments-due-days = Dni na zapłatę
payments-due-days-hint = Od zapisania się; nigdy później niż pierwsze zajęcia.
payments-seller = Sprzedawca
payments-seller-name = Nazwa
payments-seller-name-hint = Jak na fakturach, na przykład gmina.
payments-seller-tax-id = NIP
payments-seller-address = Adres
payments-recipient-name = Jednostka wystawiająca
payments-recipient-name-hint = Gdy sprzedawcą jest gmina: jednostka, która działa w jej imieniu.
payments-save = Zapisz
flash-payments-settings-saved = Zapisano.
error-iban_taken = Ten rachunek ma inna jednostka.
error-account_twice = Ten rachunek jest tu już podany.
payments-prices-title = Ceny według miejsca pracy
payments-prices-usual = Wszyscy inni płacą { $price }.
payments-prices-about = Kto pracuje w podanej organizacji lub w jednostce pod nią, płaci jej cenę. Co nic nie kosztuje, ma cenę 0. Należności już powstałe nie zmienią się.
payments-prices-organisation = Pracuje w
payments-prices-nobody = Nikt
payments-prices-price = Płaci
flash-payments-prices-saved = Ceny zapisane.
error-price_twice = Ta jednostka jest tu dwa razy.

# Listy
payments-letter-open = Moje płatności
payments-letter-answer = Zobacz i odpowiedz
payments-letter-see = Zobacz płatność
payments-letter-due-subject = Opłata za szkolenie: { $title }
payments-letter-due-what = Miejsce na szkoleniu „{ $title }” jest Twoje. Zapłać { $amount }, termin: { $day }.
payments-letter-due-next = Podaj tytuł przelewu dokładnie tak, jak niżej. Na stronie jest też kod QR do aplikacji banku.
payments-letter-reminder-subject = Przypomnienie o opłacie: { $title }
payments-letter-reminder-what = Zbliża się termin opłaty za szkolenie „{ $title }”: { $day }.
payments-letter-reminder-next = Jeśli przelew już wyszedł, nie trzeba nic robić: księgowanie może potrwać kilka dni.
payments-letter-overdue-subject = Opłata po terminie: { $title }
payments-letter-overdue-what = Termin opłaty za szkolenie „{ $title }” minął: { $day }. Wpłata jeszcze nie dotarła.
payments-letter-overdue-next = Zapłać jak najszybciej. Jeśli przelew już wyszedł, sprawdź, czy miał właściwy tytuł.
payments-letter-booked-subject = Opłacone: { $title }
payments-letter-booked-what = Opłata za szkolenie „{ $title }” jest zaksięgowana. Dziękujemy.
payments-letter-booked-next = Nie ma nic więcej do zapłacenia.
payments-letter-unbooked-subject = Opłata znów do zapłacenia: { $title }
payments-letter-unbooked-what = Księgowanie opłaty za szkolenie „{ $title }” cofnięto. Powód: { $reason }
payments-letter-unbooked-next = Niżej jest to, co pozostało do zapłaty. Jeśli to pomyłka, napisz lub zadzwoń.
payments-letter-waived-subject = Nie trzeba płacić: { $title }
payments-letter-waived-what = Opłatę za szkolenie „{ $title }” umorzono. Powód: { $reason }
payments-letter-waived-next = Nie ma nic więcej do zapłacenia.
payments-letter-rest-waived-subject = Nie trzeba płacić więcej: { $title }
payments-letter-rest-waived-what = Resztę opłaty za szkolenie „{ $title }” umorzono. Powód: { $reason }
payments-letter-moved-subject = Opłata się zmieniła: { $title }
payments-letter-moved-what = Przeniesiono Cię do innej grupy szkolenia „{ $title }”. Kosztuje { $amount }, termin: { $day }.
payments-letter-returned-what = Wpłata za szkolenie „{ $title }” zostanie zwrócona. Powód: { $reason }
payments-reason-cheaper = Nowa grupa kosztuje mniej. Różnica to „Kwota”.
payments-reason-cancelled = Organizator odwołał grupę.
payments-letter-refund-due-subject = Zwrócimy opłatę: { $title }
payments-letter-refund-due-what = Nie masz już miejsca na szkoleniu „{ $title }”, więc wpłata zostanie zwrócona.
payments-letter-refund-due-next = Organizator odeśle ją na rachunek, z którego przyszła.
payments-letter-refunded-subject = Opłata zwrócona: { $title }
payments-letter-refunded-what = Wpłata za szkolenie „{ $title }” została odesłana.
payments-letter-refunded-next = Może dotrzeć za kilka dni.
payments-letter-asked-subject = Zapytaliśmy placówkę o zapłatę: { $title }
payments-letter-asked-what = Zapytaliśmy placówkę { $institution }, czy zapłaci za szkolenie „{ $title }”. Ma 3 dni robocze na odpowiedź.
payments-letter-asked-next = Miejsce jest Twoje. Jeśli placówka odmówi lub nie odpowie, płatność wróci do Ciebie i napiszemy do Ciebie.
payments-letter-accepted-subject = Placówka zapłaci: { $title }
payments-letter-accepted-what = { $institution } zgadza się zapłacić za szkolenie „{ $title }”.
payments-letter-accepted-next = Nie musisz nic robić. Napiszemy, gdy opłata zostanie zaksięgowana.
payments-letter-declined-subject = Placówka nie zapłaci: { $title }
payments-letter-declined-what = { $institution } nie zapłaci za szkolenie „{ $title }”.
payments-letter-declined-next = Zapłać w terminie: { $day }, albo zrezygnuj, póki to możliwe.
payments-letter-lapsed-subject = Placówka nie odpowiedziała: { $title }
payments-letter-lapsed-what = Zapytaliśmy placówkę { $institution } o zapłatę za szkolenie „{ $title }” i nie odpowiedziała na czas.
payments-letter-lapsed-next = Zapłać w terminie: { $day }, albo zrezygnuj, póki to możliwe.
payments-letter-institution-asked-subject = Czy zapłacą Państwo za szkolenie? { $name }, { $title }
payments-letter-institution-asked-what = { $name } zapisuje się na szkolenie „{ $title }” i wskazuje płatnika: { $institution }.
payments-letter-institution-asked-next = Prosimy otworzyć stronę i odpowiedzieć w 3 dni robocze. Nie trzeba mieć konta. Bez odpowiedzi płaci uczestnik.
payments-letter-institution-asked-again-subject = Zmieniła się cena, czy Państwo zapłacą? { $name }, { $title }
payments-letter-institution-asked-again-what = { $name } uczestniczy teraz w innej grupie szkolenia „{ $title }”. Cała opłata wynosi { $amount }; poniżej jest to, co pozostaje do zapłaty.
payments-letter-institution-asked-again-next = Prosimy otworzyć stronę i odpowiedzieć w 3 dni robocze. Nie trzeba mieć konta. To, co już wpłacono, liczy się w każdym razie; bez odpowiedzi resztę płaci uczestnik.
payments-letter-institution-accepted-subject = Jak zapłacić za szkolenie: { $name }, { $title }
payments-letter-institution-accepted-what = Dziękujemy za przejęcie opłaty za szkolenie „{ $title }”, w którym uczestniczy { $name }.
payments-letter-institution-accepted-next = Prosimy podać tytuł przelewu dokładnie tak, jak niżej.
payments-letter-institution-reminder-subject = Przypomnienie o opłacie: { $name }, { $title }
payments-letter-institution-reminder-what = Zbliża się termin opłaty za szkolenie „{ $title }”, uczestnik: { $name }. Termin: { $day }.
payments-letter-institution-reminder-next = Jeśli przelew już wyszedł, nie trzeba nic robić: księgowanie może potrwać kilka dni. Prosimy podać tytuł dokładnie tak, jak niżej.
payments-letter-institution-overdue-subject = Opłata po terminie: { $name }, { $title }
payments-letter-institution-overdue-what = Termin opłaty za szkolenie „{ $title }”, uczestnik: { $name }, minął: { $day }. Wpłata jeszcze nie dotarła.
payments-letter-institution-overdue-next = Prosimy zapłacić jak najszybciej. Jeśli przelew już wyszedł, prosimy sprawdzić, czy miał właściwy tytuł.
payments-letter-institution-released-subject = Nie trzeba płacić: { $name }, { $title }
payments-letter-institution-released-what = Opłata za szkolenie „{ $title }”, uczestnik: { $name }, nie jest już należna.
payments-letter-institution-released-next = Nie trzeba odpowiadać ani płacić. Jeśli przelew już wyszedł, prosimy dać znać organizatorowi.
payments-letter-institution-refund-due-subject = Zwrócimy opłatę: { $name }, { $title }
payments-letter-institution-refund-due-what = Wpłata placówki za szkolenie „{ $title }”, uczestnik: { $name }, zostanie zwrócona.
payments-letter-institution-refund-due-next = Organizator odeśle ją na rachunek, z którego przyszła. Nie trzeba nic robić.
payments-letter-institution-refunded-subject = Opłata zwrócona: { $name }, { $title }
payments-letter-institution-refunded-what = Wpłata placówki za szkolenie „{ $title }”, uczestnik: { $name }, została odesłana.
payments-letter-institution-refunded-next = Może dotrzeć za kilka dni.

# The pro-forma on paper
payments-pro-forma = Pro forma (PDF)
payments-pro-forma-together =
    { $count ->
        [one] Pro-forma łącznie za { $count } należność (PDF)
        [few] Pro-forma łącznie za { $count } należności (PDF)
        [many] Pro-forma łącznie za { $count } należności (PDF)
       *[other] Pro-forma łącznie za { $count } należności (PDF)
    }
payments-together-which = Które należności mają być na niej oprócz tej?
payments-paper-title = Pro forma
payments-paper-collective = Zbiorcza pro forma
payments-paper-issued = Wystawiono
payments-paper-due = Termin zapłaty
payments-paper-seller = Sprzedawca
payments-paper-buyer = Nabywca
payments-paper-issuer = Wystawca
payments-paper-recipient = Odbiorca
payments-paper-tax-id = NIP
payments-paper-no = Lp.
payments-paper-what = Nazwa
payments-paper-token = Tytuł
payments-paper-amount = Kwota
payments-paper-sum = Do zapłaty:
payments-paper-account = Numer rachunku
payments-paper-transfer = Tytuł przelewu
payments-paper-hint = Zeskanuj kod w aplikacji banku albo przepisz rachunek, kwotę i tytuł dokładnie tak, jak tutaj.
payments-paper-note = Wezwanie do zapłaty, nie jest fakturą VAT.

# Płatność przez internet
payments-online-pay = Zapłać przez { $gateway }
payments-online-hint = Przejdziesz na stronę { $gateway }. Przekażemy tam kwotę, nazwę szkolenia i Twój adres e-mail.
payments-online-title = Płatność przez internet
payments-online-through = Przez
payments-online-again = Spróbuj ponownie
payments-online-look = Sprawdź ponownie
payments-online-started = Czekamy na potwierdzenie z { $gateway }.
payments-online-started-next = Jeśli płatność się udała, potwierdzenie zwykle przychodzi w kilka minut i wtedy do Ciebie napiszemy. Jeśli nie dokończysz płatności, nic nie zostanie pobrane: wróć do swoich płatności.
payments-online-announced = { $gateway } informuje, że opłata wpłynęła. Czekamy na potwierdzenie.
payments-online-announced-next = Nie płać drugi raz. Napiszemy, gdy tylko zaksięgujemy opłatę.
payments-online-booked = Opłacone. Dziękujemy.
payments-online-booked-next = Opłata jest zaksięgowana. Nie masz nic więcej do zapłacenia.
payments-online-to-match = Twoja wpłata dotarła. Nie pasuje do tego, co jest do zapłaty, więc zajmie się nią księgowość.
payments-online-to-match-next = Nie musisz nic robić. W razie pytań napisz lub zadzwoń do organizatora.
payments-online-returning = Twoja wpłata dotarła i zostanie Ci zwrócona.
payments-online-returning-next = Nie masz już miejsca na tym szkoleniu, dlatego zwracamy opłatę.
payments-online-refused = { $gateway } nie potwierdza tej płatności, więc nie jest zaksięgowana.
payments-online-refused-next = Jeśli pieniądze zeszły z Twojego konta, napisz do organizatora: nie przepadły.
payments-online-away = { $gateway } teraz nie odpowiada. Nic nie zostało zapłacone.
payments-online-away-next = Spróbuj ponownie za kilka minut albo zapłać przelewem.
payments-online-not-payable = Tej opłaty nie można już zapłacić przez internet.
payments-online-not-payable-next = Jej stan pokazuje strona Twoich płatności.

# Kolumny pliku CSV z banku
payments-csv-title = Kolumny pliku CSV z banku
payments-csv-lead = Potrzebne tylko wtedy, gdy bank daje wyciągi w CSV. To, co tu zapiszesz, dotyczy każdego pliku CSV tego rachunku: na stronie, w wierszu poleceń i przez API.
payments-csv-file = Przykładowy plik z banku
payments-csv-file-hint = CSV taki, jaki daje bank. Nic z niego nie zapamiętamy.
payments-csv-guess = Zaproponuj kolumny
payments-csv-sample = Przykład odczytany z tymi kolumnami
payments-csv-sample-none = Z tymi kolumnami nie da się odczytać żadnego wiersza. Popraw je niżej.
payments-csv-sample-next = Sprawdź propozycję poniżej i zapisz ją. Na razie nic nie jest zapisane.
payments-csv-file-form = Plik
payments-csv-delimiter = Między kolumnami jest
payments-csv-delimiter-semicolon = średnik
payments-csv-delimiter-comma = przecinek
payments-csv-delimiter-tab = tabulator
payments-csv-delimiter-bar = kreska pionowa
payments-csv-skip-lines = Wiersze przed tabelą
payments-csv-skip-lines-hint = Przed nagłówkiem, a gdy go nie ma, przed pierwszym wierszem.
payments-csv-has-header = Pierwszy wiersz tabeli nazywa kolumny
payments-csv-encoding = Kodowanie
payments-csv-encoding-any = rozpoznane po treści
payments-csv-columns = Kolumny
payments-csv-columns-hint = Podaj numer kolumny, licząc od 1, albo jej nagłówek.
payments-csv-date = Dzień
payments-csv-date-format = Zapis dnia
payments-csv-date-day-first = najpierw dzień: 09.12.2026
payments-csv-date-year-first = najpierw rok: 2026-12-09
payments-csv-date-month-first = najpierw miesiąc: 12/09/2026
payments-csv-amount = Kwota
payments-csv-amount-hint = Jedna kolumna ze znakiem albo zamiast niej dwie następne.
payments-csv-debit = Obciążenia
payments-csv-credit = Uznania
payments-csv-decimal-mark = Przed groszami stoi
payments-csv-mark-comma = przecinek: 1 234,56
payments-csv-mark-point = kropka: 1,234.56
payments-csv-currency-column = Kolumna waluty
payments-csv-currency = Albo zawsze ta waluta
payments-csv-currency-hint = Trzy litery, na przykład PLN. Bez obu czytamy ją przy kwocie.
payments-csv-titles = Tytuł przelewu
payments-csv-titles-hint = Jedna kolumna albo kilka rozdzielonych przecinkami.
payments-csv-counterparty = Nazwa drugiej strony
payments-csv-counterparty-account = Rachunek drugiej strony
payments-csv-reference = Numer referencyjny
payments-csv-forget = Zapomnij te kolumny
payments-csv-forget-what = Będą znów rozpoznawane po nagłówku każdego pliku.
flash-payments-csv-forgotten = Kolumny zostały zapomniane.
error-csv_column = Kolumny mają numery od 1 do 200.
error-csv_no_header = Bez nagłówka kolumny mają tylko numery.
error-csv_amount = Podaj kolumnę kwoty albo obie pozostałe.
error-csv_currency = Waluta to trzy litery.
error-csv_unknown = W tym pliku nie ma tabeli z dniem i kwotą. Wpisz kolumny ręcznie.
error-csv_no_account = Najpierw zapisz numer rachunku.
