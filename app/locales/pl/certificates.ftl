# Zaświadczenia: czego brakuje, pobieranie, publiczne sprawdzanie, listy.

# W „Moich szkoleniach”
certificates-badge-ready = Zaświadczenie gotowe
certificates-badge-revoked = Zaświadczenie unieważnione
certificates-badge-survey = Czeka na ankietę
certificates-badge-payment = Czeka na wpłatę
certificates-badge-profile = Brakuje danych
certificates-ready = Wszystko zrobione.
certificates-ready-more = Zaświadczenie nr { $number } czeka na pobranie.
certificates-download = Pobierz zaświadczenie (PDF)
certificates-missing-one = Do zaświadczenia brakuje jednej rzeczy: { $what }.
certificates-missing-several =
    { $count ->
        [one] Do zaświadczenia brakuje { $count } rzeczy.
        [few] Do zaświadczenia brakuje { $count } rzeczy.
        [many] Do zaświadczenia brakuje { $count } rzeczy.
       *[other] Do zaświadczenia brakuje { $count } rzeczy.
    }
certificates-what-survey = ankiety
certificates-what-completion = ukończenie
certificates-what-payment = płatności
certificates-what-profile = danych do zaświadczenia
certificates-part-survey = Ankieta ewaluacyjna
certificates-part-survey-hint = Kilka minut. Odpowiedzi zapisujemy bez Twojego nazwiska.
certificates-part-survey-done = Wysłana: { $day }
certificates-part-survey-button = Wypełnij ankietę
certificates-part-payment = Płatność
certificates-part-payment-state = { $amount }: { $state }
certificates-part-payment-button = Zapłać
certificates-part-payment-institution = płaci Twoja instytucja
certificates-part-profile = Dane do zaświadczenia
certificates-part-profile-born-on = Data urodzenia
certificates-part-profile-birth-place = Miejsce urodzenia
certificates-part-profile-letters = Nazwisko i miejsce urodzenia zapisane łacinką lub cyrylicą
certificates-part-profile-button = Uzupełnij profil
certificates-soon = Przygotowujemy zaświadczenie.
certificates-soon-more = Za chwilę będzie tutaj, a my do Ciebie napiszemy.
certificates-revoked = Zaświadczenie nr { $number } zostało unieważnione.
certificates-revoked-ask = Jeśli masz pytania, skontaktuj się z organizatorem: { $organisation }.
certificates-event-issued = Zaświadczenie nr { $number } wystawione
certificates-event-replaced = Zaświadczenie nr { $number } wystawione w miejsce nr { $before }
certificates-event-revoked = Zaświadczenie nr { $number } unieważnione

# Na papierze
certificates-paper-hours =
    { $count ->
        [one] { $count } godzina dydaktyczna
        [few] { $count } godziny dydaktyczne
        [many] { $count } godzin dydaktycznych
       *[other] { $count } godziny dydaktycznej
    }

# Publiczne sprawdzanie
certificates-verify-title = Sprawdź zaświadczenie
certificates-verify-lead = Wpisz numer z zaświadczenia. Zobaczysz, czy jest ważne, jakiego szkolenia dotyczy i kiedy je wydano.
certificates-verify-number = Numer zaświadczenia
certificates-verify-number-hint = Na przykład 214/2026 albo końcówka adresu pod kodem QR: 12-214-2026
certificates-verify-button = Sprawdź
certificates-verify-several = Zaświadczenie o tym numerze ma kilku organizatorów
certificates-verify-several-text = Wybierz tego, który jest wymieniony na papierze.
certificates-offline = Sprawdzanie bez sieci
certificates-offline-text = Kod QR zawiera podpisany tekst. Można go sprawdzić na każdym komputerze poleceniem „zapis certificate verify” i tym kluczem publicznym:
certificates-offline-key = Klucz jako plik tekstowy
error-certificate_number = Wpisz numer tak, jak jest wydrukowany, na przykład 214/2026.
certificates-unknown-title = Nie ma zaświadczenia o tym numerze
certificates-unknown-what = Nie wydaliśmy zaświadczenia o numerze { $number }.
certificates-unknown-why = Mogła wkraść się pomyłka w cyfrze albo wydano je gdzie indziej.
certificates-unknown-next = Porównaj numer z papierem. Jeśli się zgadza, to zaświadczenia nie wydano tutaj.
certificates-unknown-again = Wpisz numer jeszcze raz
certificates-checked-title = Zaświadczenie nr { $number }
certificates-checked-issued = To zaświadczenie jest ważne.
certificates-only-the-number = W rejestrze jest zaświadczenie o tym numerze; jego dane są poniżej. Kod z papieru, który masz w ręku, do niego nie pasuje.
certificates-checked-issued-more = Wydane przez: { $organisation }.
certificates-checked-reissued = To zaświadczenie zastąpiono nowszym.
certificates-checked-reissued-more = Zostało poprawione. Poproś posiadacza o aktualne.
certificates-checked-revoked = To zaświadczenie nie jest już ważne.
certificates-checked-revoked-more = Unieważnione przez: { $organisation }.
certificates-signature-fits = Kod QR jest prawdziwy.
certificates-signature-fits-more = Podpis zgadza się z numerem, tytułem i datą poniżej.
certificates-signature-wrong = Kod QR nie należy do tego zaświadczenia.
certificates-signature-wrong-more = Podpis się nie zgadza, więc nie ufaj temu papierowi. Poniżej jest to, co mówi rejestr.
certificates-number = Numer
certificates-training = Szkolenie
certificates-issued-on = Data wydania
certificates-organisation = Wydane przez
certificates-name-title = Czy wydano je tej osobie?
certificates-name-text = Nie pokazujemy tu nazwisk. Wpisz to, które jest na papierze, a powiemy, czy się zgadza.
certificates-name = Imię i nazwisko
certificates-name-hint = Tak jak na wydruku, z polskimi znakami
certificates-name-button = Porównaj
certificates-name-fits = Tak, wydano je na nazwisko: { $name }.
certificates-name-differs = Nie, nie wydano go na nazwisko: { $name }.
certificates-name-differs-more = Sprawdź pisownię, litera po literze.

# Listy
certificates-letter-open = Moje szkolenia
certificates-letter-profile = Uzupełnij profil
certificates-letter-ready-subject = Zaświadczenie gotowe: { $title }
certificates-letter-ready-what = Zaświadczenie nr { $number } o ukończeniu szkolenia „{ $title }” jest gotowe. Możesz je pobrać, ile razy zechcesz.
certificates-letter-ready-check = Każdy może sprawdzić, że jest prawdziwe: kodem QR, który jest na nim, albo numerem na naszej stronie.
certificates-letter-replaced-subject = Nowe zaświadczenie: { $title }
certificates-letter-replaced-what = Wydaliśmy nowe zaświadczenie ze szkolenia „{ $title }”: nr { $number }. Zastępuje ono zaświadczenie nr { $before }, które nie jest już ważne.
certificates-letter-replaced-then = Nowe możesz pobrać w „Moich szkoleniach”. Poprzedniego nie pokazuj już nikomu.
certificates-letter-missing-subject = Czego brakuje do zaświadczenia: { $title }
certificates-letter-missing-what = Dziękujemy za ankietę o szkoleniu „{ $title }”. Do zaświadczenia jeszcze czegoś brakuje.
certificates-letter-missing-completion = Szkolenie nie jest oznaczone jako ukończone.
certificates-letter-missing-survey = Ankieta nie jest wypełniona.
certificates-letter-missing-payment = Wpłata nie została jeszcze potwierdzona. Gdy tylko to nastąpi, zaświadczenie zostanie wydane automatycznie.
certificates-letter-lacking-what = Szkolenie „{ $title }” jest ukończone, a ankieta wysłana. Do zaświadczenia potrzebne są dane, których nie ma w Twoim profilu.
certificates-letter-lacking-born-on = Podaj datę urodzenia.
certificates-letter-lacking-birth-place = Podaj miejsce urodzenia.
certificates-letter-lacking-letters = Nazwisko albo miejsce urodzenia ma litery, których nie umiemy wydrukować. Zapisz je łacinką lub cyrylicą.
certificates-letter-lacking-then = Zaświadczenie zostanie wtedy wydane automatycznie, a my do Ciebie napiszemy.

certificates-state-issued = Ważne
certificates-state-reissued = Zastąpione
certificates-state-revoked = Unieważnione
certificates-letter-revoked-subject = Twoje zaświadczenie przestało być ważne: { $title }
certificates-letter-revoked-what = Zaświadczenie nr { $number } ze szkolenia „{ $title }” zostało unieważnione.
certificates-letter-revoked-why = Powód: { $reason }
certificates-letter-revoked-then = Jeśli to pomyłka, skontaktuj się z nami: dane są poniżej.

# Rejestr, zaświadczenia grupy, wykaz godzin
certificates-register-title = Zaświadczenia
certificates-register-empty = Rejestr jest pusty
certificates-register-empty-text = Zaświadczenia pojawią się tu same, gdy ktoś ukończy szkolenie i wypełni ankietę.
certificates-register-show = Pokaż
certificates-register-years = Lata rejestru
certificates-register-search = Nazwisko, szkolenie lub numer
certificates-register-none = Niczego nie znaleziono
certificates-register-none-text = Sprawdź pisownię albo wybierz inny rok.
certificates-register-person = Nazwisko i imię
certificates-register-found =
    { $count ->
        [one] { $count } zaświadczenie.
        [few] { $count } zaświadczenia.
        [many] { $count } zaświadczeń.
       *[other] { $count } zaświadczenia.
    }
certificates-column-number = Numer
certificates-column-issued = Data wydania
certificates-column-state = Stan
certificates-column-surname = Nazwisko
certificates-column-given-name = Imię
certificates-column-born-on = Data urodzenia
certificates-column-birth-place = Miejsce urodzenia
certificates-column-title = Szkolenie
certificates-column-hours = Godziny dydaktyczne
certificates-column-dates = Termin
certificates-column-address = Adres do sprawdzenia
certificates-column-file = Plik
certificates-batch-title = Zaświadczenia grupy
certificates-batch-sum = Wydane: { $count }. Szkolenie ukończyło: { $completed }.
certificates-batch-zip = Wszystkie w jednym pliku (ZIP)
certificates-batch-empty = Nie ma jeszcze zaświadczeń
certificates-batch-empty-text = Zaświadczenie powstaje samo, gdy uczestnik wypełni ankietę i opłata jest zaksięgowana.
certificates-without = Ukończyli, bez zaświadczenia
certificates-batch-not-printed = nie udało się wydrukować
flash-certificates-batch-busy = Właśnie drukujemy zaświadczenia innej grupy. Spróbuj za minutę.
certificates-hours-list = Wykaz godzin
certificates-hours-of = Rok szkolny { $year } (PDF)
certificates-hours-title = Wykaz godzin w roku szkolnym
certificates-hours-no = Lp.
certificates-hours-when = Termin
certificates-hours-what = Szkolenie
certificates-hours-hours = Godziny
certificates-hours-number = Zaświadczenie
certificates-hours-sum = Razem:
certificates-hours-note = Godziny dydaktyczne po 45 minut. Wykaz nie zastępuje zaświadczeń.
certificates-hours-made = Stan na { $day }
certificates-letter-also-needed = Do zaświadczenia potrzeba jeszcze:

# Wygląd zaświadczeń
certificates-layout-title = Wygląd zaświadczeń
certificates-layout-langs = Języki zaświadczenia
certificates-layout-in-pl = Polski
certificates-layout-in-ru = Rosyjski
certificates-layout-in-en = Angielski
certificates-layout-fields = W tekstach możesz użyć pól, które wypełnimy danymi: { $fields }.
certificates-layout-standard = Puste pole zostawia tekst standardowy.
certificates-layout-heading = Tytuł
certificates-layout-certifies = Zdanie nad nazwiskiem
certificates-layout-completed = Zdanie nad tytułem szkolenia
certificates-layout-lines = Dodatkowe zdania
certificates-layout-lines-hint = Każde w osobnym wierszu, nad podpisem. Na przykład podstawa prawna.
certificates-layout-signatory-name = Kto podpisuje
certificates-layout-signatory-hint = Gdy grupa nie wskazuje nikogo innego.
certificates-layout-signatory-role = Stanowisko
certificates-layout-logo = Logo
certificates-layout-logo-hint = Nad nazwą jednostki.
certificates-layout-no-logo = Bez logo
certificates-layout-topics = Pokazuj tematykę
certificates-layout-trainers = Pokazuj prowadzących
certificates-layout-frame = Pokazuj ramkę
certificates-layout-preview = Pokaż podgląd
certificates-layout-pdf = Podgląd jako PDF
certificates-layout-save = Zapisz i używaj
certificates-layout-specimen = Wzór
certificates-layout-picture = Pierwsza strona wzoru zaświadczenia z tymi ustawieniami
certificates-layout-logos = Dodaj logo
certificates-layout-file = Plik z logo
certificates-layout-file-hint = PNG albo SVG, do 500 kB i 2000 pikseli. Potem wybierz je w formularzu powyżej.
certificates-layout-upload = Dodaj
certificates-layout-versions = Wersje
certificates-layout-versions-text = Wydane zaświadczenia zachowują wersję, z którą powstały. Nowe powstają z wersją używaną.
certificates-layout-version = Wersja
certificates-layout-number = Wersja { $version }
certificates-layout-when = Zapisana
certificates-layout-who = Kto
certificates-layout-use = Użyj
certificates-layout-in-use = Używana
certificates-layout-of-product = Wygląd standardowy
flash-certificates-layout-saved = Zapisane. Nowe zaświadczenia będą tak wyglądać.
flash-certificates-layout-used = Nowe zaświadczenia będą tak wyglądać.
flash-certificates-logo-added = Logo jest dodane. Teraz wybierz je w formularzu.
error-layout_not_printed = Z tymi ustawieniami zaświadczenia nie da się wydrukować. Skróć teksty albo wybierz inne logo.
error-layout_changed = Ktoś zapisał w międzyczasie nowszą wersję. Otwórz stronę ponownie, żeby ją zobaczyć.
error-layout_lines = Najwyżej { $most } zdań po { $chars } znaków.
error-layout_field = Nie ma pola { $field }. Dostępne pola są wymienione nad formularzem.
error-layout_letter = Znaku „{ $letter }” nie da się wydrukować.
error-logo_gone = Nie ma takiego logo. Wybierz inne.
error-logo_too_large = Plik jest za duży. Może mieć najwyżej { $most } kB.
error-logo_kind = To nie jest plik PNG ani SVG.
error-logo_side = Bok obrazu może mieć od 1 do { $most } pikseli.
error-logo_element = Rysunek ma element „{ $name }”, którego nie przyjmujemy. Zapisz go jako zwykły SVG albo jako PNG.
error-logo_unreadable = Tego obrazu nie da się wydrukować. Zapisz go jeszcze raz w innym programie albo jako PNG.
error-logos_many = Jednostka ma już tyle obrazów, ile można przechować.
certificates-specimen-number = WZÓR
certificates-specimen-given-name = Anna
certificates-specimen-surname = Przykładowa
certificates-specimen-birth-place = Białystok
certificates-specimen-title = Ocenianie, które pomaga się uczyć
certificates-specimen-topics = Informacja zwrotna; Kryteria sukcesu; Praca w parach
certificates-specimen-trainer = Halina Wrońska
certificates-specimen-signatory = Wanda Szczęsna
certificates-specimen-role = Dyrektor
