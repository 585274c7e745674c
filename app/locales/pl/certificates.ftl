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
certificates-what-payment = płatności
certificates-what-profile = danych do zaświadczenia
certificates-part-survey = Ankieta ewaluacyjna
certificates-part-survey-hint = Kilka minut. Odpowiedzi zapisujemy bez Twojego nazwiska.
certificates-part-survey-done = Wysłana: { $day }
certificates-part-survey-button = Wypełnij ankietę
certificates-part-payment = Płatność
certificates-part-payment-hint = Organizator musi potwierdzić wpłatę: { $price }. Skontaktuj się z organizatorem.
certificates-part-payment-state = { $amount }: { $state }
certificates-part-payment-button = Zapłać
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
