# Co ogłaszają jednostki.
announcements-title = Ogłoszenia
announcements-lead = Wiadomość z datami na górze stron tych, których dotyczy, a jeśli chcesz, także pocztą.
announcements-new = Nowe ogłoszenie
announcements-edit = Ogłoszenie
announcements-show-current = Teraz
announcements-show-coming = Przyszłe
announcements-show-past = Minione
announcements-none = Nic tu nie ma
announcements-none-text = Gdy coś ogłosisz, stanie tutaj ze swoimi datami.
announcements-title-column = Tytuł
announcements-organisation = Dla kogo
announcements-organisation-hint = Ogłoszenie dotyczy tej jednostki i wszystkich pod nią.
announcements-next = Dalej
announcements-audience = Kto je widzi
announcements-audience-hint = Wszyscy: na stronach placówek i ich oferty oraz u tych, którzy biorą w czymś udział. Pozostali widzą je tylko po zalogowaniu.
announcements-audience-everybody = Wszyscy
announcements-audience-participants = Uczestnicy i rodzice dzieci, które biorą udział
announcements-audience-staff = Pracownicy
announcements-only-some = Tylko dla niektórych kursów lub grup
announcements-only = Kursy i grupy
announcements-only-hint = Dla uczestników i rodziców. Nie zaznaczaj nic, aby dotrzeć do wszystkich.
announcements-too-many = Jest tu zbyt wiele kursów, aby wybierać: ogłoś to dla jednej placówki, a wybierzesz jej kursy.
announcements-group = { $title }, grupa { $code }
announcements-chosen-before = Wybrane wcześniej, już nie w ofercie
announcements-days = Dni
announcements-from = Pierwszy dzień
announcements-until = Ostatni dzień
announcements-language = Język, w którym piszesz
announcements-language-hint = W tym języku tekst jest potrzebny. Kto czyta w innym, zobaczy ten tekst tam, gdzie innego nie ma.
announcements-title-pl = Tytuł po polsku
announcements-title-ru = Tytuł po rosyjsku
announcements-title-en = Tytuł po angielsku
announcements-text-pl = Tekst po polsku
announcements-text-ru = Tekst po rosyjsku
announcements-text-en = Tekst po angielsku
announcements-text-hint = Każdy wiersz to osobny akapit. Adresy, które zaczynają się od https://, staną się odnośnikami.
announcements-announce = Ogłoś
announcements-save = Zapisz zmiany
announcements-shown = Tak to widać
announcements-change = Zmień
announcements-change-text = Zmiana jest widoczna od razu. Pocztą nie wychodzi drugi raz, chyba że o to poprosisz.
announcements-withdraw = Wycofaj
announcements-withdraw-what = Wycofanego ogłoszenia nikt już nie zobaczy. Listów, które wyszły, nie da się cofnąć.
announcements-withdrawn = wycofane
announcements-is-withdrawn = To ogłoszenie zostało wycofane. Nikt go już nie widzi.
announcements-mail = Poczta
announcements-mail-title = Wyślij pocztą
announcements-not-mailed = nie wysłano
announcements-letters =
    { $count ->
        [one] { $count } list
        [few] { $count } listy
        [many] { $count } listów
       *[other] { $count } listu
    }
announcements-mailed =
    { $count ->
        [one] Wysłano do { $count } osoby: { $when }
        [few] Wysłano do { $count } osób: { $when }
        [many] Wysłano do { $count } osób: { $when }
       *[other] Wysłano do { $count } osoby: { $when }
    }
announcements-mailed-before = Ogłoszenie już wysłano. Kto je wtedy dostał, dostanie je jeszcze raz.
announcements-told =
    { $count ->
        [one] Ten list dostanie { $count } osoba.
        [few] Ten list dostaną { $count } osoby.
        [many] Ten list dostanie { $count } osób.
       *[other] Ten list dostanie { $count } osoby.
    }
announcements-told-how = Każda osoba dostaje jeden list: uczestnicy, oboje opiekunowie dziecka albo pracownicy. Ogłoszenie dla wszystkich dostają ci, którzy teraz biorą w czymś udział.
announcements-readers =
    { $count ->
        [one] Tak przeczyta je { $count } osoba: { $language }
        [few] Tak przeczytają je { $count } osoby: { $language }
        [many] Tak przeczyta je { $count } osób: { $language }
       *[other] Tak przeczyta je { $count } osoby: { $language }
    }
announcements-send =
    { $count ->
        [one] Wyślij { $count } list
        [few] Wyślij { $count } listy
        [many] Wyślij { $count } listów
       *[other] Wyślij { $count } listu
    }
announcements-shown-until = do { $day }
announcements-put-away = Schowaj
announcements-letter-subject = { $subject }
announcements-letter-open = Strona placówki
announcements-letter-why = Dostajesz ten list, bo sprawa Cię dotyczy. Ogłasza ją swoim uczestnikom, rodzicom lub pracownikom: { $organisation }.
flash-announcement-created = Ogłoszono. Będzie widoczne w swoich dniach.
flash-announcement-saved = Zapisano. Tak to teraz widać.
flash-announcement-withdrawn = Wycofano. Nikt go już nie widzi.
flash-announcement-mailed = Listy są w drodze.
flash-announcement-over = Minęło albo zostało wycofane, więc nie wychodzi pocztą.
flash-notice-put-away = Schowano. Nie zobaczysz go więcej.
error-announcement_far = To ponad dwa lata naprzód.
error-announcement_days = Ostatni dzień wypada przed pierwszym.
error-announcement_past = Ostatni dzień już minął. Wybierz dzisiejszy lub późniejszy.
error-announcement_over = Minęło albo zostało wycofane.
error-announcement_nobody = Teraz nie dotyczy to nikogo, więc żaden list nie wyszedł.
error-announcement_changed = Ktoś inny w tym czasie to zmienił albo wycofał. Spójrz wyżej. Jeśli zapiszesz jeszcze raz, Twój tekst zastąpi tamten.
error-announcement_others =
    { $count ->
        [one] Coś się w tym czasie zmieniło: teraz list dostałaby { $count } osoba. Nic jeszcze nie wysłano.
        [few] Coś się w tym czasie zmieniło: teraz list dostałyby { $count } osoby. Nic jeszcze nie wysłano.
        [many] Coś się w tym czasie zmieniło: teraz list dostałoby { $count } osób. Nic jeszcze nie wysłano.
       *[other] Coś się w tym czasie zmieniło: teraz list dostałoby { $count } osoby. Nic jeszcze nie wysłano.
    }
