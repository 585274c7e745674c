# Drzewo jednostek, kto w nim pracuje, zastępstwa.
branches-title = Jednostki
branches-lead = Drzewo, które masz pod opieką. Rola obowiązuje w jednostce, dla której ją nadano, i we wszystkich pod nią.
branches-search = Znajdź jednostkę po nazwie, miejscowości albo typie
branches-add = Dodaj jednostkę
branches-add-below = Dodaj jednostkę pod nią
branches-installation-staff = Administratorzy instalacji
branches-none = Nie ma jeszcze jednostek
branches-none-text = Zacznij od regionu albo miasta; wszystko inne leży pod nim.
branches-nothing = Nic nie znaleziono
branches-nothing-text = Spróbuj części nazwy albo samej miejscowości.
branches-whole = Pokaż całe drzewo
branches-found =
    { $count ->
        [one] Znaleziono { $count } jednostkę
        [few] Znaleziono { $count } jednostki
        [many] Znaleziono { $count } jednostek
       *[other] Znaleziono { $count } jednostki
    }
branches-closed-ones = Zamknięte jednostki
branches-kind = Rodzaj
branches-kind-region = region
branches-kind-municipality = gmina
branches-kind-training_centre = ośrodek doskonalenia
branches-kind-institution = placówka
branches-kind-support_centre = centrum wsparcia
branches-top = na szczycie drzewa
branches-under = Leży pod
branches-under-hint = Kto ma rolę wyżej, też ją widzi.
branches-name = Nazwa
branches-institution-type = Typ
branches-institution-type-hint = Tak jak w rejestrze, na przykład: szkoła podstawowa
branches-address = Adres
branches-street = Ulica
branches-street-number = Numer
branches-postal-code = Kod pocztowy
branches-city = Miejscowość
branches-post-office = Poczta
branches-post-office-hint = Tylko gdy jest w innej miejscowości
branches-tax-id = NIP
branches-tax-id-hint = NIP albo rosyjski INN; sprawdzamy cyfrę kontrolną.
branches-phone = Telefon
branches-email = E-mail
branches-email-hint = Można na niego pisać przez formularz; strony nie pokazują go odwiedzającym.
branches-time-zone = Strefa czasowa
branches-long = Kiedy szkolenie jest długie
branches-long-hint = Z długiego szkolenia można zrezygnować najpóźniej trzy dni przed początkiem, z krótkiego dzień przed.
branches-long-from-hours = Od tylu godzin zajęć
branches-long-from-meetings = Od tylu spotkań
branches-long-from = godziny zajęć: { $hours } albo spotkania: { $meetings }
branches-save = Zapisz
branches-new-title = Nowa jednostka
branches-edit = Zmień dane
branches-edit-title = Dane jednostki
branches-below = Bezpośrednio pod nią
branches-move = Przenieś
branches-move-title = Przeniesienie: { $name }
branches-move-lead = Jednostka przechodzi pod inną razem ze wszystkim, co leży pod nią. Zanim coś się stanie, zobaczysz, kto zacznie ją widzieć, a kto przestanie.
branches-move-look = Zobacz, co się stanie
branches-move-question = Przenieść „{ $name }”? Nowe miejsce: { $to }
branches-move-do = Przenieś
branches-losing = Przestaną ją widzieć
branches-gaining = Zaczną ją widzieć
branches-nobody = Nikt.
branches-count-roles =
    { $count ->
        [one] { $count } rola personelu
        [few] { $count } role personelu
        [many] { $count } ról personelu
       *[other] { $count } roli personelu
    }
branches-count-organisations = Przenoszone jednostki
branches-count-groups = Grupy, które się nie skończyły
branches-count-enrolments = Otwarte zgłoszenia i zapisy
branches-count-requests = Otwarte sprawy
branches-count-charges = Nierozliczone należności
branches-count-children = Dzieci, które tu mieszkają
branches-count-ending-roles = Role, które się skończą
branches-close = Zamknij
branches-close-title = Zamknięcie: { $name }
branches-close-lead = Wszystko, co jest tu otwarte, od razu przechodzi do innej jednostki: grupy z materiałami, zgłoszenia, sprawy, należności i ustawienia. To, co zakończone, zostaje w swoim rejestrze. Role w tej jednostce się kończą.
branches-receiver = Kto przejmuje
branches-receiver-hint = Potrzebne, dopóki coś jest tu otwarte.
branches-receiver-none = nikt
branches-close-look = Zobacz, co się stanie
branches-close-handed =
    { $count ->
        [one] Wszystko to przejmie: { $organisation }. Wyślemy wiadomość w sprawie { $count } zapisu.
        [few] Wszystko to przejmie: { $organisation }. Wyślemy wiadomości w sprawie { $count } zapisów.
        [many] Wszystko to przejmie: { $organisation }. Wyślemy wiadomości w sprawie { $count } zapisów.
       *[other] Wszystko to przejmie: { $organisation }. Wyślemy wiadomości w sprawie { $count } zapisu.
    }
branches-close-plain = Nic tu nie jest otwarte. Jednostka znika z list; można ją znowu otworzyć.
branches-close-do = Zamknij jednostkę
branches-closed = Zamknięta: { $day }.
branches-closed-handed = Zamknięta: { $day }. Przejęła: { $organisation }.
branches-reopen = Otwórz znowu
branches-reopen-text = To, co przekazano, zostaje na miejscu, a role trzeba nadać od nowa.
branches-staff = Personel
branches-staff-title = Personel: { $name }
branches-no-staff = Nikt nie ma tu jeszcze roli.
branches-who = Kto
branches-role = Rola
branches-role-installation_administrator = administrator instalacji
branches-role-organisation_administrator = administrator
branches-role-trainer = prowadzący
branches-role-operator = operator
branches-role-accountant = księgowość
branches-role-support_centre = centrum wsparcia
branches-role-at = { $role }, { $organisation }
branches-since = Od
branches-until = Do
branches-no-end = bez daty końca
branches-what = Co zrobić
branches-change = Zmień
branches-of = { $name }: { $role }
branches-ends = Ostatni dzień roli
branches-ends-hint = Zostaw puste, jeśli rola ma nie mieć końca. Tydzień wcześniej oboje dostaniecie wiadomość.
branches-end-now = Zakończ rolę teraz
branches-waiting = Zaproszenia, które czekają
branches-waiting-until = ważne do: { $until }
branches-take-back = Wycofaj
branches-invite = Zaproś kogoś
branches-invite-lead = W wiadomości jest link, który działa raz, przez 7 dni. Kto ma konto, dostaje rolę po przyjęciu zaproszenia; inni zakładają konto przez ten link.
branches-invite-send = Wyślij zaproszenie
branches-may-not-change = Role nadają i kończą tu sami administratorzy tej gałęzi, nie osoby, które ich zastępują.
branches-from-above = Role z góry: { $name }
branches-for = za: { $absent }
branches-by-for = { $name }, za: { $absent }
branches-invitation-title = Zaproszenie do pracy w systemie
branches-invitation-lead = Zaprasza Cię: { $organisation }
branches-invitation-accept = Przyjmij zaproszenie
branches-invitation-other = Korzystasz teraz z konta o innym adresie.
branches-invitation-sign-in = Zaloguj się z tym adresem i wtedy przyjmij zaproszenie.
branches-invitation-new = Podaj, kim jesteś, i wybierz hasło: tak powstanie konto, a rola zadziała od razu.
branches-invitation-make = Załóż konto i przyjmij zaproszenie
branches-your-name = Imię i nazwisko
branches-stand-in-title = Role i zastępstwa
branches-stand-in-lead = Na czas nieobecności koleżanka albo kolega z tej samej gałęzi może działać w Twojej roli, najdłużej 60 dni. Przy wszystkim, co wtedy zrobi, zapisujemy, że w Twoim imieniu.
branches-own-roles = Twoje role
branches-no-own-roles = Nie masz własnej roli.
branches-name-stand-in = Wskaż zastępstwo
branches-name-ask = Wskazana osoba dostanie wiadomość i odpowie: tak albo nie.
branches-name-set = Jako administrator ustalasz to od razu: obie osoby dostaną wiadomość.
branches-name-send = Wskaż
branches-no-colleagues = Nikt inny nie ma jeszcze roli w tej gałęzi.
branches-colleague = Kto zastępuje
branches-from = Od dnia
branches-to = Do dnia
branches-to-hint = Z tym dniem włącznie, najwyżej 60 dni
branches-by-me = Zastępujesz
branches-for-me = Kto Cię zastępuje
branches-by-colleague = Zastępuje Cię { $name }. Rola: { $role }
branches-for-colleague = Zastępujesz osobę: { $name }. Rola: { $role }
branches-stands-in = { $name }, za: { $absent }. Rola: { $role }
branches-from-to = { $from } – { $to }
branches-agreed = uzgodnione
branches-asked = czeka na odpowiedź
branches-agree = Tak, zastąpię
branches-decline = Nie
branches-end-early = Zakończ
branches-letter-handed-subject = Zmiana organizatora: { $title }
branches-letter-handed-what = Od teraz szkolenie „{ $title }” prowadzi: { $organisation }.
branches-letter-handed-next = Twoje miejsce, terminy i materiały się nie zmieniają. Nie musisz nic robić.
branches-letter-handed-action = Moje szkolenia
branches-letter-invited-subject = Zaproszenie: { $organisation }
branches-letter-invited-what = { $organisation } zaprasza Cię do pracy w systemie zapisów. Rola: { $role }.
branches-letter-invited-next = Otwórz zaproszenie i je przyjmij. Jeśli się go nie spodziewasz, nie musisz nic robić.
branches-letter-invited-action = Otwórz zaproszenie
branches-letter-invited-until = Link działa raz, przez 7 dni.
branches-letter-ended-subject = Twoja rola się skończyła: { $organisation }
branches-letter-ended-what = Skończyła się Twoja rola. Jednostka: { $organisation }. Rola: { $role }.
branches-letter-ended-next = Twoje konto, szkolenia i inne role zostają bez zmian.
branches-letter-profile-action = Mój profil
branches-letter-ending-subject = Twoja rola kończy się za tydzień: { $organisation }
branches-letter-ending-what = Ostatni dzień Twojej roli: { $ends }. Jednostka: { $organisation }. Rola: { $role }.
branches-letter-ending-next = Jeśli ma trwać dłużej, powiedz administratorowi.
branches-letter-ending-of-subject = Za tydzień kończy się rola: { $name }
branches-letter-ending-of-what = { $name }: ostatni dzień roli to { $ends }. Jednostka: { $organisation }. Rola: { $role }.
branches-letter-ending-of-next = Jeśli ma trwać dłużej, ustaw inny dzień.
branches-letter-ending-of-action = Personel jednostki
branches-letter-asked-subject = Prośba o zastępstwo: { $name }
branches-letter-asked-what = { $name } prosi Cię o zastępstwo. Od: { $begins }, do: { $ends }. Jednostka: { $organisation }. Rola: { $role }.
branches-letter-asked-next = Odpowiedz na stronie: tak albo nie. W tym czasie działasz w tej roli, a przy tym, co robisz, zapisujemy, za kogo.
branches-letter-asked-action = Role i zastępstwa
branches-letter-set-subject = Zastępstwo uzgodnione: { $name }
branches-letter-set-what = Ty i { $name }: zastępstwo od { $begins } do { $ends }. Jednostka: { $organisation }. Rola: { $role }.
branches-letter-set-next = Zaczyna się i kończy samo. Każde z was może je na stronie zakończyć wcześniej.
branches-letter-over-subject = Nie ma zastępstwa: { $name }
branches-letter-over-what = Zastępstwo (Ty i { $name }, od { $begins } do { $ends }) odrzucono albo zakończono. Jednostka: { $organisation }. Rola: { $role }.
branches-letter-over-next = Nikt już nie działa w roli drugiej osoby.
accounts-link-used-invited = To zaproszenie zostało już wykorzystane albo wycofane. Jeśli je przyjęto, zaloguj się.
accounts-link-expired-invited = Czas tego zaproszenia minął. Poproś osobę, która zaprosiła, o następne.
accounts-link-unknown-invited = Nie znamy tego zaproszenia. Może adres został ucięty: otwórz link z wiadomości jeszcze raz.
flash-branch-added = Jednostka jest w drzewie.
flash-branch-saved = Dane zapisane.
flash-branch-moved = Jednostka jest na nowym miejscu.
flash-branch-closed = Jednostka jest zamknięta.
flash-branch-reopened = Jednostka jest znowu otwarta.
flash-staff-invited = Zaproszenie jest w drodze.
flash-staff-taken-back = Zaproszenie już nie działa.
flash-staff-role-ended = Rola się skończyła.
flash-staff-role-changed = Koniec roli zapisany.
flash-staff-accepted = Rola jest Twoja.
flash-stand-in-asked = Prośba została wysłana.
flash-stand-in-set = Uzgodnione; obie osoby dostaną wiadomość.
flash-stand-in-agreed = Dziękujemy. Na te dni rola jest Twoja.
flash-stand-in-declined = Odmówiono; druga osoba dostanie wiadomość.
flash-stand-in-ended = Zastępstwo zakończone.
error-branch_known = Jest już jednostka o tej nazwie i adresie.
error-branch_misplaced = Jednostka tego rodzaju nie może tam leżeć. Wybierz inne miejsce albo inny rodzaj.
error-branch_same = Już tam leży.
error-branch_circle = Jednostka nie może leżeć pod samą sobą.
error-branch_has_below =
    { $count ->
        [one] Pod nią leży { $count } jednostka. Najpierw ją przenieś albo zamknij.
        [few] Pod nią leżą { $count } jednostki. Najpierw je przenieś albo zamknij.
        [many] Pod nią leży { $count } jednostek. Najpierw je przenieś albo zamknij.
       *[other] Pod nią leży { $count } jednostki. Najpierw je przenieś albo zamknij.
    }
error-branch_needs_receiver = Coś jest tu otwarte: wybierz, kto przejmuje.
error-branch_number = Wpisz liczbę całkowitą od 1 do { $most }.
error-branch_day_past = Ten dzień już minął.
error-branch_days_order = Ostatni dzień jest przed pierwszym.
error-branch_days_many = Zastępstwo trwa najwyżej 60 dni: na dłużej nadaj rolę z datą końca.
error-staff_last_administrator = Ktoś musi móc administrować instalacją: najpierw nadaj tę rolę bez daty końca komuś innemu.
error-staff_own_role = Nikt nie ustala końca własnej roli. Poproś innego administratora.
error-stand_in_overlaps = W tych dniach ktoś już zastępuje w tej roli.
error-stand_in_over = W międzyczasie ktoś już odpowiedział albo to zakończył.
