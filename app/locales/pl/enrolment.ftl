# Zapis na szkolenie, „Moje szkolenia”, rezygnacja i listy o tym.

# Dołączanie
enrolment-join-title = Dołącz do szkolenia
enrolment-join-button = Dołącz
enrolment-join-back = Wróć do szkolenia
enrolment-join-about = Po naciśnięciu „Dołącz” miejsce jest Twoje od razu.
enrolment-when = Kiedy
enrolment-where = Gdzie
enrolment-trainers = Prowadzi
enrolment-places = Miejsca
enrolment-price = Cena
enrolment-resigning = Rezygnacja
enrolment-organisation = Organizator
enrolment-free-of-charge = Bezpłatne
enrolment-online = Online, link wyślemy uczestnikom
enrolment-no-meetings = Terminy podamy wkrótce
enrolment-places-free =
    { $free ->
        [one] { $free } wolne miejsce z { $capacity }
        [few] { $free } wolne miejsca z { $capacity }
        [many] { $free } wolnych miejsc z { $capacity }
       *[other] { $free } wolnego miejsca z { $capacity }
    }
enrolment-resign-until = Możesz zrezygnować do { $day }, do końca dnia.
enrolment-resign-later = Później prosimy o kontakt.
enrolment-resign-any-time = Możesz zrezygnować, dopóki nie podamy terminów.
enrolment-resign-too-late = Termin rezygnacji przez stronę już minął. W razie potrzeby prosimy o kontakt.
enrolment-confirmation-to = Potwierdzenie wyślemy na adres { $email }.
enrolment-overlap-title = W tym samym czasie masz inne szkolenie
enrolment-overlap-line = { $title }: { $when }
enrolment-overlap-advice = Możesz dołączyć mimo to, ale nie da się być w dwóch miejscach naraz.

# Gdy dołączyć nie można
enrolment-full-title = Wszystkie miejsca są zajęte
enrolment-full-text = Nie zdążyliśmy zająć dla Ciebie miejsca: ktoś był o chwilę szybszy. Niczego nie zapisaliśmy.
enrolment-full-seen = Na razie nie ma tu wolnych miejsc. Gdy ktoś zrezygnuje, miejsce pojawi się na liście szkoleń.
enrolment-cancelled-title = To szkolenie zostało odwołane
enrolment-cancelled-text = Szkolenie się nie odbędzie, więc nie można do niego dołączyć.
enrolment-closed-title = Zapisy już się zakończyły
enrolment-closed-text = Zapisy trwały do: { $when }.
enrolment-begun-text = To szkolenie już trwa albo się zakończyło.
enrolment-not-yet-title = Zapisy jeszcze się nie zaczęły
enrolment-not-yet-text = Zapisy zaczną się: { $when }. Wróć wtedy na tę stronę.
enrolment-other-groups = Inne terminy tego szkolenia
enrolment-other-groups-none = Nie ma teraz innych terminów tego szkolenia.
enrolment-other-group-join = Wybierz ten termin
enrolment-see-courses = Zobacz inne szkolenia
error-enrolment-review = Sesja skończyła się, zanim wysłaliśmy zgłoszenie. Sprawdź dane i naciśnij „Dołącz” jeszcze raz.

# Komunikaty po kliknięciu
flash-enrolment-joined = Miejsce jest Twoje. Potwierdzenie wysłaliśmy e-mailem.
flash-enrolment-already-joined = To szkolenie jest już wśród Twoich. Nie trzeba dołączać drugi raz.
flash-enrolment-resigned = Miejsce jest zwolnione. Potwierdzenie wysłaliśmy e-mailem.
flash-enrolment-already-closed = Ten zapis był już zakończony. Niczego nie zmieniliśmy.
flash-enrolment-profile-first = Uzupełnij swoje dane, a potem dołącz do szkolenia.

# Moje szkolenia
enrolment-my-title = Moje szkolenia
enrolment-my-waiting =
    { $count ->
        [one] { $count } sprawa czeka na Ciebie.
        [few] { $count } sprawy czekają na Ciebie.
        [many] { $count } spraw czeka na Ciebie.
       *[other] { $count } sprawy czeka na Ciebie.
    }
enrolment-my-nothing-waiting = Wszystko załatwione. Nic na Ciebie nie czeka.
enrolment-my-current = Bieżące
enrolment-my-archive = Archiwum
enrolment-my-empty = Tu pojawią się Twoje szkolenia
enrolment-my-empty-text = Wybierz szkolenie z listy i naciśnij „Dołącz”. Miejsce jest Twoje od tej chwili, a tutaj zobaczysz termin, ankietę i zaświadczenie.
enrolment-my-archive-empty = Archiwum jest jeszcze puste
enrolment-my-archive-empty-text = Trafią tu szkolenia zakończone i te, z których zrezygnujesz.
enrolment-my-find = Zobacz szkolenia
enrolment-calendar = Dodaj do kalendarza
enrolment-resign = Zrezygnuj
enrolment-contact = Kontakt
enrolment-history = Historia zapisu

enrolment-badge-applied = Czeka na decyzję
enrolment-badge-waiting = Lista rezerwowa
enrolment-badge-offered = Miejsce dla Ciebie
enrolment-badge-confirmed = Potwierdzone
enrolment-badge-attending = Trwa
enrolment-badge-completed = Ukończone
enrolment-badge-not_completed = Nieukończone
enrolment-badge-refused = Odmowa
enrolment-badge-cancelled = Odwołane
enrolment-badge-resigned = Rezygnacja
enrolment-badge-lapsed = Oferta wygasła
enrolment-badge-transferred = Przeniesione

enrolment-says-applied = Zgłoszenie przyjęte, miejsce czeka na Ciebie.
enrolment-says-waiting = Jesteś na liście rezerwowej.
enrolment-says-offered = Zwolniło się miejsce i trzymamy je dla Ciebie.
enrolment-says-confirmed = Miejsce jest Twoje.
enrolment-says-attending = Szkolenie trwa.
enrolment-says-completed = Szkolenie ukończone.
enrolment-says-not_completed = Szkolenie nieukończone: zabrakło obecności.
enrolment-says-corrected = Wynik poprawiono: szkolenie nieukończone.
enrolment-says-refused = Organizator nie przyjął zgłoszenia.
enrolment-says-cancelled = Ten zapis został odwołany.
enrolment-says-cancelled-group = Szkolenie zostało odwołane.
enrolment-says-resigned = Zrezygnowano z udziału.
enrolment-says-lapsed = Oferta miejsca wygasła bez odpowiedzi.
enrolment-says-transferred = Zapis przeniesiono na inny termin.
enrolment-first-meeting = Pierwsze spotkanie: { $when }, { $place }.
enrolment-only-meeting = Spotkanie: { $when }, { $place }.
enrolment-next-meeting = Następne spotkanie: { $when }, { $place }.
enrolment-after-last-meeting = Wszystkie spotkania już się odbyły. Wynik podamy, gdy prowadzący uzupełni obecność.
enrolment-since-completed = Zakończono: { $day }.
enrolment-since-not_completed = Zakończono: { $day }.
enrolment-since-refused = Decyzja: { $day }.
enrolment-since-cancelled = Odwołano: { $day }.
enrolment-since-resigned = Rezygnacja: { $day }.
enrolment-since-lapsed = Wygasła: { $day }.
enrolment-since-transferred = Przeniesiono: { $day }.
enrolment-contact-if-wrong = Jeśli to pomyłka, skontaktuj się z organizatorem.

enrolment-attendance = Obecność
enrolment-attendance-too-little = Za mało
enrolment-attendance-of =
    { $all ->
        [one] { $present } z { $all } spotkania
        [few] { $present } z { $all } spotkań
        [many] { $present } z { $all } spotkań
       *[other] { $present } z { $all } spotkania
    }

enrolment-event-join = Zapis przyjęty, miejsce zajęte
enrolment-event-resign = Rezygnacja, miejsce zwolnione
enrolment-event-cancel = Zapis odwołany
enrolment-event-start = Szkolenie się zaczęło
enrolment-event-complete = Szkolenie ukończone
enrolment-event-fail = Szkolenie nieukończone
enrolment-event-correct = Poprawiono wynik
enrolment-event-survey = Ankieta wypełniona
enrolment-event-other = Zmiana w zapisie
enrolment-event-first-meeting = Pierwsze spotkanie
enrolment-event-deadline = Ostatni dzień na rezygnację
enrolment-by-you = Ty
enrolment-by-family = Rodzina
enrolment-by-staff = Organizator
enrolment-by-system = System

# Rezygnacja
enrolment-resign-title = Zrezygnować ze szkolenia?
enrolment-resign-what = Zwolnisz miejsce na szkoleniu „{ $title }”, które zaczyna się: { $when }.
enrolment-resign-place = Miejsce może od razu zająć ktoś inny, więc powrót nie jest pewny.
enrolment-resign-mail = Wyślemy potwierdzenie, a w nim plik, który usuwa spotkania z kalendarza.
enrolment-resign-button = Tak, rezygnuję
enrolment-late-title = Termin rezygnacji minął
enrolment-late-text = Ze szkolenia „{ $title }” można było zrezygnować przez stronę do { $day }, do końca dnia.
enrolment-late-next = Jeśli nie możesz przyjść, poproś o wypisanie organizatora. Opłata za szkolenie płatne nadal obowiązuje, chyba że organizator ją umorzy.
enrolment-late-back = Wróć do moich szkoleń

# Lista rezerwowa i decyzja organizatora
enrolment-line-title = Zapisz się na listę rezerwową
enrolment-line-about =
    { $hours ->
        [one] Wszystkie miejsca są zajęte. Twoja pozycja na liście rezerwowej to { $position }. Gdy zwolni się dla Ciebie miejsce, napiszemy i potrzymamy je { $hours } godzinę, a tuż przed początkiem krócej.
        [few] Wszystkie miejsca są zajęte. Twoja pozycja na liście rezerwowej to { $position }. Gdy zwolni się dla Ciebie miejsce, napiszemy i potrzymamy je { $hours } godziny, a tuż przed początkiem krócej.
        [many] Wszystkie miejsca są zajęte. Twoja pozycja na liście rezerwowej to { $position }. Gdy zwolni się dla Ciebie miejsce, napiszemy i potrzymamy je { $hours } godzin, a tuż przed początkiem krócej.
       *[other] Wszystkie miejsca są zajęte. Twoja pozycja na liście rezerwowej to { $position }. Gdy zwolni się dla Ciebie miejsce, napiszemy i potrzymamy je { $hours } godziny, a tuż przed początkiem krócej.
    }
enrolment-line-button = Zapisz mnie na listę rezerwową
enrolment-line-too-late = Ktoś był o chwilę szybszy i ostatnie miejsce jest zajęte. Niczego nie zapisaliśmy. Możesz zapisać się na listę rezerwową.
enrolment-apply-about = Po naciśnięciu „Zgłoś się” miejsce czeka na Ciebie, a decyzję podejmuje organizator. Gdy zapadnie, napiszemy do Ciebie.
enrolment-apply-button = Zgłoś się
flash-enrolment-applied = Zgłoszenie jest u organizatora, a miejsce czeka na Ciebie. O decyzji napiszemy e-mailem.
flash-enrolment-in-line = Jesteś na liście rezerwowej. Gdy zwolni się miejsce, napiszemy do Ciebie.
flash-enrolment-look-again = Sesja skończyła się w międzyczasie i niczego nie zrobiliśmy. Sprawdź i naciśnij przycisk jeszcze raz.
flash-enrolment-offer-over = Czas na odpowiedź już minął i miejsce dostała następna osoba. Niczego nie zmieniliśmy.
flash-enrolment-already-answered = Na tę ofertę była już odpowiedź. Niczego nie zmieniliśmy.
flash-enrolment-left-line = Nie jesteś już na liście rezerwowej.
flash-enrolment-offered-meanwhile = Właśnie zwolniło się dla Ciebie miejsce, więc nie skreśliliśmy Cię z listy. Poniżej przyjmij je albo odrzuć.
enrolment-position = Twoja pozycja na liście: { $position }.
enrolment-offered-until = Odpowiedz najpóźniej: { $until }.
enrolment-accept = Biorę to miejsce
enrolment-decline = Odrzuć
enrolment-leave-line = Skreśl mnie z listy
enrolment-decline-title = Odrzucić oferowane miejsce?
enrolment-decline-what = Trzymamy dla Ciebie miejsce na szkoleniu „{ $title }”, które zaczyna się: { $when }.
enrolment-decline-next = Jeśli je odrzucisz, od razu dostanie je następna osoba, a Ty nie będziesz już na liście.
enrolment-decline-mail = Potwierdzenie wyślemy e-mailem.
enrolment-decline-button = Tak, odrzucam
enrolment-event-apply = Zgłoszenie wysłane, miejsce czeka
enrolment-event-wait = Zapis na listę rezerwową
enrolment-event-offer = Zwolniło się miejsce
enrolment-event-accept = Oferowane miejsce przyjęte
enrolment-event-lapse = Oferta wygasła
enrolment-event-list-closed = Szkolenie zaczęło się bez wolnego miejsca
enrolment-event-leave-line = Skreślenie z listy rezerwowej
enrolment-event-decline-offer = Oferowane miejsce odrzucone
enrolment-event-move-up = Przesunięcie do przodu na liście rezerwowej
enrolment-event-passed = Ktoś został przesunięty przed Ciebie na liście rezerwowej
enrolment-event-confirm = Zgłoszenie potwierdzone
enrolment-event-refuse = Zgłoszenie odrzucone
enrolment-event-transfer = Przeniesienie na inny termin
enrolment-event-moved-here = Przeniesienie z innego terminu
enrolment-event-ask-late = Prośba o wypisanie po terminie
enrolment-event-decline-late = Prośba o wypisanie odrzucona
enrolment-event-withdraw = Wypisanie po terminie
enrolment-event-show-address = Organizator obejrzał adres e-mail
enrolment-event-child-moved = Dziecko mieszka teraz w innej gminie; placówka widzi tę zmianę
enrolment-event-offer-ends = Koniec czasu na odpowiedź
enrolment-event-because = { $event }. Powód: { $reason }

# Powody zakończenia zapisu
enrolment-reason-audience = Grupa jest przeznaczona dla innych uczestników.
enrolment-reason-conditions = Warunki udziału nie są spełnione.
enrolment-reason-data = Brakuje danych potrzebnych do decyzji.
enrolment-reason-another_group = Lepszy jest inny termin tego szkolenia, są tam jeszcze miejsca.
enrolment-reason-asked = Na Twoją prośbę.
enrolment-reason-mistake = Zapis był pomyłką.
enrolment-reason-duplicate = Był drugi zapis tej samej osoby.
enrolment-reason-duplicate-of = Zgłoszenie złożono z podwójnego konta. Jeśli udział jest nadal potrzebny, zgłoś się z konta { $account }.
enrolment-reason-duplicate-call = Bez dostępu do tego konta zadzwoń: { $phone }.
enrolment-reason-duplicate-call-at = Bez dostępu do tego konta zadzwoń: { $phone } ({ $hours }).
enrolment-reason-forgotten_address = Uczestnik nie pamięta, jakiego adresu używa; tożsamość sprawdzona.
enrolment-reason-letters_return = Listy na ten adres nie dochodzą.
enrolment-reason-urgent = Pilna wiadomość w sprawie szkolenia.

# Rezygnacja po terminie
enrolment-late-link = Poproś o wypisanie
enrolment-late-waits = Twoja prośba o wypisanie jest u organizatora. Gdy odpowie, napiszemy do Ciebie.
enrolment-late-declined = Organizator nie zgodził się na wypisanie.
enrolment-late-reason = Dlaczego nie możesz przyjść?
enrolment-late-reason-hint = Przeczyta to organizator. Nie podawaj szczegółów o zdrowiu.
enrolment-late-button = Wyślij prośbę
flash-enrolment-late-asked = Twoja prośba jest u organizatora. Do czasu odpowiedzi miejsce jest nadal Twoje.
flash-enrolment-late-asked-before = Twoja wcześniejsza prośba czeka jeszcze na odpowiedź. Nie trzeba wysyłać jej drugi raz.

# Listy
enrolment-meeting-number = Spotkanie { $number }
enrolment-online-link = Link do spotkań
enrolment-letter-open = Moje szkolenia
enrolment-letter-confirmed-subject = Masz miejsce: { $title }
enrolment-letter-confirmed-what = Miejsce na szkoleniu „{ $title }” jest Twoje.
enrolment-letter-confirmed-changes = O każdej zmianie terminu lub miejsca napiszemy do Ciebie.
enrolment-letter-calendar = Spotkania są w załączonym pliku: otwórz go, aby dodać je do kalendarza.
enrolment-letter-reminder-subject = Już wkrótce: { $title }
enrolment-letter-reminder-what = Szkolenie „{ $title }” zaczyna się: { $when }. Poniżej wszystkie terminy i miejsce.
enrolment-letter-resigned-subject = Rezygnacja przyjęta: { $title }
enrolment-letter-resigned-what = Przyjęliśmy Twoją rezygnację ze szkolenia „{ $title }”. Miejsce jest wolne.
enrolment-letter-resigned-next = Jeśli zmienisz zdanie, a miejsce nadal będzie wolne, możesz dołączyć jeszcze raz.
enrolment-letter-calendar-cancel = Załączony plik usuwa spotkania z kalendarza.
enrolment-letter-see-courses = Zobacz szkolenia
enrolment-letter-changed-subject = Zmiana w szkoleniu: { $title }
enrolment-letter-changed-what = W szkoleniu „{ $title }” coś się zmienia. Poniżej jest to, co było, i to, co będzie.
enrolment-letter-changed-value = { $old } → { $new }
enrolment-letter-changed-calendar = Otwórz załączony plik, a wpis w kalendarzu sam się poprawi.
enrolment-letter-changed-next = Jeśli nowy termin Ci nie odpowiada, możesz zrezygnować w „Moich szkoleniach” albo skontaktować się z organizatorem.
enrolment-letter-group-cancelled-subject = Szkolenie odwołane: { $title }
enrolment-letter-group-cancelled-what = Szkolenie „{ $title }” nie odbędzie się. Przepraszamy za kłopot.
enrolment-letter-group-cancelled-reason = Powód: { $reason }
enrolment-letter-group-cancelled-next = Twój zapis zakończyliśmy, nie musisz nic robić. Na liście mogą być inne terminy.
enrolment-letter-completed-subject = Szkolenie ukończone, czeka ankieta: { $title }
enrolment-letter-completed-what = Gratulujemy, szkolenie „{ $title }” jest ukończone.
enrolment-letter-completed-next = Do zaświadczenia brakuje ankiety. Zajmuje około 3 minut, a odpowiedzi zapisujemy bez Twojego nazwiska.
enrolment-letter-completed-survey = Następny krok to ankieta. Zajmuje około 3 minut, a odpowiedzi zapisujemy bez Twojego nazwiska.
enrolment-letter-completed-open = Wypełnij ankietę
enrolment-letter-not_completed-subject = Szkolenie nieukończone: { $title }
enrolment-letter-not_completed-what = Szkolenie „{ $title }” dobiegło końca, ale obecność była mniejsza niż wymagane { $percent }%, więc zaświadczenia nie będzie.
enrolment-letter-not_completed-next = Jeśli to pomyłka, skontaktuj się z organizatorem: może poprawić listę obecności.
enrolment-letter-corrected-subject = Poprawiliśmy wynik: { $title }
enrolment-letter-corrected-completed = Wynik szkolenia „{ $title }” jest poprawiony: szkolenie jest ukończone.
enrolment-letter-corrected-not_completed = Wynik szkolenia „{ $title }” jest poprawiony: szkolenie nie jest ukończone.
enrolment-letter-corrected-reason = Powód: { $reason }
enrolment-letter-corrected-survey = Do zaświadczenia brakuje ankiety. Zajmuje około 3 minut, a odpowiedzi zapisujemy bez Twojego nazwiska.
enrolment-letter-corrected-wrong = Jeśli to pomyłka, skontaktuj się z organizatorem.

enrolment-letter-waiting-subject = Lista rezerwowa: { $title }
enrolment-letter-waiting-what = Wszystkie miejsca na szkoleniu „{ $title }” są zajęte. Twoja pozycja na liście rezerwowej to { $position }.
enrolment-letter-waiting-next = Gdy zwolni się dla Ciebie miejsce, zatrzymamy je i napiszemy do Ciebie. Pozycję zobaczysz w „Moich szkoleniach”, tam też możesz skreślić się z listy.
enrolment-letter-offered-subject = Jest dla Ciebie miejsce: { $title }
enrolment-letter-offered-what = Na szkoleniu „{ $title }” zwolniło się miejsce. Trzymamy je dla Ciebie do: { $until }.
enrolment-letter-offered-next = Przyjmij je albo odrzuć w „Moich szkoleniach”. Bez odpowiedzi do tego czasu dostanie je następna osoba.
enrolment-letter-offered-open = Odpowiedz teraz
enrolment-letter-lapsed-subject = Oferta wygasła: { $title }
enrolment-letter-lapsed-what = Miejsce na szkoleniu „{ $title }”, które trzymaliśmy dla Ciebie, dostała następna osoba, bo odpowiedź nie przyszła na czas.
enrolment-letter-lapsed-next = Nie jesteś już na liście rezerwowej. Jeśli nadal chcesz przyjść, możesz zapisać się na nią ponownie.
enrolment-letter-list-closed-subject = Miejsce się nie zwolniło: { $title }
enrolment-letter-list-closed-what = Szkolenie „{ $title }” się zaczęło, a miejsce dla Ciebie się nie zwolniło. Lista rezerwowa jest zamknięta.
enrolment-letter-list-closed-next = Nie musisz nic robić. Na stronie szkolenia mogą być inne terminy.
enrolment-letter-left-line-subject = Skreślenie z listy rezerwowej: { $title }
enrolment-letter-left-line-what = Nie jesteś już na liście rezerwowej szkolenia „{ $title }”.
enrolment-letter-left-line-next = Jeśli zmienisz zdanie, możesz zapisać się ponownie, na koniec listy.
enrolment-letter-declined-subject = Miejsce odrzucone: { $title }
enrolment-letter-declined-what = Odrzucone zostało miejsce na szkoleniu „{ $title }”. Dostanie je następna osoba.
enrolment-letter-declined-next = Jeśli zmienisz zdanie, sprawdź, czy jest jeszcze miejsce albo lista rezerwowa.
enrolment-letter-applied-subject = Mamy Twoje zgłoszenie: { $title }
enrolment-letter-applied-what = Twoje zgłoszenie na szkolenie „{ $title }” jest u organizatora. Miejsce czeka na Ciebie.
enrolment-letter-applied-next = Gdy organizator podejmie decyzję, napiszemy do Ciebie.
enrolment-letter-refused-subject = Zgłoszenie odrzucone: { $title }
enrolment-letter-refused-what = Organizator nie przyjął Twojego zgłoszenia na szkolenie „{ $title }”.
enrolment-letter-refused-next = Jeśli to pomyłka, napisz albo zadzwoń. Na stronie szkolenia mogą być inne terminy.
enrolment-letter-address-subject = Organizator obejrzał Twój adres: { $title }
enrolment-letter-address-what = Ktoś z organizatora szkolenia „{ $title }” obejrzał Twój adres e-mail. Zwykle widać tylko jego początek.
enrolment-letter-address-next = Jeśli nie wiesz, skąd ta potrzeba, zapytaj organizatora. Zapis o tym jest też na stronie „Moje szkolenia”.
enrolment-letter-cancelled-subject = Twój zapis został odwołany: { $title }
enrolment-letter-cancelled-what = Organizator odwołał Twój zapis na szkolenie „{ $title }”.
enrolment-letter-cancelled-next = Jeśli to pomyłka, napisz albo zadzwoń.
enrolment-letter-cancelled-guide = Co teraz zrobić, krok po kroku: { $address }
enrolment-letter-withdrawn-subject = Wypisaliśmy Cię ze szkolenia: { $title }
enrolment-letter-withdrawn-what = Na Twoją prośbę organizator wypisał Cię ze szkolenia „{ $title }”.
enrolment-letter-withdrawn-next = Jeśli szkolenie jest płatne, opłata nadal obowiązuje, chyba że organizator ją umorzy.
enrolment-letter-transferred-subject = Przeniesienie na inny termin: { $title }
enrolment-letter-transferred-what = Organizator przeniósł Cię na inny termin szkolenia „{ $title }”. Poniżej jest to, co było, i to, co obowiązuje teraz.
enrolment-letter-transferred-before = Poprzednio
enrolment-letter-transferred-next = Jeśli nowy termin Ci nie odpowiada, możesz zrezygnować w „Moich szkoleniach” albo napisać do organizatora.
enrolment-letter-late-asked-subject = Mamy Twoją prośbę: { $title }
enrolment-letter-late-asked-what = Prosisz o wypisanie ze szkolenia „{ $title }” po terminie rezygnacji.
enrolment-letter-late-asked-next = Organizator odpowie na prośbę. Do tego czasu miejsce jest nadal Twoje.
enrolment-letter-late-declined-subject = Prośba odrzucona: { $title }
enrolment-letter-late-declined-what = Organizator nie zgodził się wypisać Cię ze szkolenia „{ $title }”. Miejsce jest nadal Twoje.
enrolment-letter-late-declined-next = Jeśli zaszło nieporozumienie, napisz albo zadzwoń.
enrolment-letter-late-to-answer-subject = Prośba czeka na odpowiedź: { $title }
enrolment-letter-late-to-answer-what = Ktoś prosi o wypisanie ze szkolenia „{ $title }” po terminie. Wypisz tę osobę albo odmów, podając powód.
enrolment-letter-late-to-answer-open = Odpowiedz na prośbę
enrolment-letter-undecided-subject = Zgłoszenia czekają na decyzję: { $title }
enrolment-letter-undecided-what = Na szkolenie „{ $title }” ({ $organisation }) { $count ->
    [one] czeka { $count } zgłoszenie
    [few] czekają { $count } zgłoszenia
    [many] czeka { $count } zgłoszeń
   *[other] czeka { $count } zgłoszenia
} bez decyzji od co najmniej { $days } dni roboczych. Przez cały ten czas miejsca są zajęte.
enrolment-letter-undecided-next = Podejmij decyzję: potwierdź zgłoszenie albo odmów, podając powód. Każda osoba dostanie list.
enrolment-letter-undecided-above = Osoby, które decydują, dostały przypomnienie po 5 dniach roboczych. Pomóż, aby zgłaszający dostali odpowiedź.
enrolment-letter-undecided-open = Zobacz zgłoszenia

# Kontakt
contact-title = Kontakt
contact-lead = Zadzwoń albo przyjdź: chętnie pomożemy.
contact-phone = Telefon
contact-address = Adres
contact-hours = Godziny
contact-email = E-mail
contact-email-show = Pokaż adres e-mail
contact-email-hint = Adres pokazujemy po naciśnięciu przycisku, aby nie zbierały go programy wysyłające spam.
contact-none = Dane kontaktowe nie są jeszcze uzupełnione.

# Who pays, and what happens to the payment
enrolment-payer = Kto płaci?
enrolment-payer-participant = Płacę ja
enrolment-payer-participant-note = Od razu dostaniesz numer rachunku i tytuł przelewu.
enrolment-payer-institution = Płaci moja placówka
enrolment-payer-institution-note = Napiszemy do niej i zapytamy. Jeśli nie odpowie w 3 dni robocze, płatność wróci do Ciebie.
enrolment-payer-fields = Placówka, która płaci
enrolment-payer-fields-hint = Potrzebne, gdy płaci placówka. Wypełniamy z wykazu, jeśli ją znamy.
enrolment-payer-name = Nazwa placówki
enrolment-payer-tax-id = NIP
enrolment-payer-tax-id-hint = Na przykład 526-000-12-46
enrolment-payer-street = Ulica i numer
enrolment-payer-postal-code = Kod pocztowy
enrolment-payer-city = Miejscowość
enrolment-payer-email = E-mail placówki
enrolment-payer-email-hint = Tam wyślemy pytanie.
enrolment-event-charge = Opłata do zapłacenia
enrolment-event-institution-asked = Zapytaliśmy placówkę o zapłatę
enrolment-event-institution-answered = Odpowiedź placówki
enrolment-event-institution-accepted = Placówka zgodziła się zapłacić
enrolment-event-institution-declined = Placówka odmówiła zapłaty
enrolment-event-institution-silent = Placówka nie odpowiedziała na czas
enrolment-event-charge-moved = Opłata przechodzi dalej, w cenie nowej grupy
enrolment-event-rest-waived = Reszta opłaty umorzona
enrolment-event-booked = Opłata zaksięgowana
enrolment-event-booked-part = Zaksięgowano część opłaty
enrolment-event-unbooked = Księgowanie opłaty cofnięte
enrolment-event-let-go = Nie trzeba już płacić
enrolment-event-waived = Opłata umorzona
enrolment-event-overdue = Przypomnienie: opłata po terminie
enrolment-event-refund-due = Opłata do zwrotu
enrolment-event-online-start = Rozpoczęto płatność przez internet
enrolment-event-online-refused = Płatność przez internet niepotwierdzona
enrolment-event-refunded = Opłata zwrócona
enrolment-payer-recipient = Odbiorca, jeśli inny niż płatnik
enrolment-payer-recipient-hint = Gdy płatnikiem jest gmina: szkoła, której dotyczy szkolenie.
enrolment-payer-recipient-address = Adres odbiorcy

# Zgłoszenia dzieci
enrolment-child-title = Zgłoś dziecko
enrolment-who = Kogo zgłaszasz?
enrolment-who-unconfirmed = Danych nie porównano jeszcze z dokumentami. Możesz złożyć zgłoszenie teraz, a dokumenty pokazać później.
enrolment-who-joined = Już zgłoszone:
enrolment-child-apply-about = To jest zgłoszenie, a nie przyjęcie. Miejsce na razie czeka, a placówka odpowie do { $day }.
enrolment-child-join-about = Dziecko dostaje miejsce od razu, gdy jego dane są już porównane z dokumentami. W innym razie miejsce czeka, a Ty pokazujesz dokumenty.
enrolment-age-title = Dla innego wieku
enrolment-age-text = Te zajęcia są dla osób w wieku od { $from } do { $to } lat w dniu pierwszego spotkania. Nikt, kogo możesz zgłosić, nie ma tylu lat, albo wszyscy są już zgłoszeni. Jeśli Twojego dziecka jeszcze tu nie ma, najpierw je dodaj.
enrolment-age-adults = To szkolenie jest dla dorosłych, którzy zapisują się sami.
enrolment-applications-title = Zgłoszenia moich dzieci
enrolment-applications-empty = Nie ma jeszcze zgłoszeń
enrolment-applications-empty-text = Dodaj dziecko, a potem znajdź zajęcia i złóż zgłoszenie.
enrolment-check-documents = Dokumenty dziecka
enrolment-check-documents-hint = Pokaż dokument dziecka i swój w placówce: { $organisation }.
enrolment-check-documents-open = Zobacz dane
enrolment-not-yet-enrolment = To jeszcze nie przyjęcie. Placówka odpowie do { $day }.
enrolment-says-child-applied = Zgłoszenie przyjęte, miejsce czeka.
enrolment-says-child-confirmed = Dziecko ma miejsce.
enrolment-letter-for-child = { $title } ({ $child })
flash-enrolment-child-joined = Dziecko ma miejsce. Szczegóły są w e-mailu.
flash-enrolment-child-applied = Zgłoszenie jest w placówce, a miejsce czeka. To jeszcze nie przyjęcie: niżej zobaczysz, co dalej.
flash-enrolment-child-in-line = Dziecko jest na liście rezerwowej. Napiszemy, gdy zwolni się miejsce.
flash-enrolment-child-already = To dziecko jest już zgłoszone. Tutaj widać, na jakim etapie jest zgłoszenie.

enrolment-event-enrol = Przyjęcie zarządzeniem
enrolment-letter-enrolled-subject = Przyjęcie: { $title }
enrolment-letter-enrolled-what = „{ $title }”: placówka przyjęła zarządzeniem. Zarządzenie: { $order }.
enrolment-child-all-applied = Wszyscy w tym wieku, kogo możesz zgłosić, są już zgłoszeni. Jeśli innego Twojego dziecka jeszcze tu nie ma, najpierw je dodaj.
enrolment-letter-applied-child-subject = Mamy zgłoszenie dziecka ({ $child }): { $programme }
enrolment-letter-applied-child-what = Mamy zgłoszenie dziecka ({ $child }) na zajęcia „{ $programme }”. Miejsce jest na razie zarezerwowane. To jeszcze nie przyjęcie: { $organisation } odpowie do { $answer }.
enrolment-letter-applied-child-next = Napiszemy, gdy placówka zdecyduje. Pod przyciskiem zobaczysz, jak stoi sprawa, i możesz wycofać zgłoszenie.
enrolment-letter-applied-child-documents = Wcześniej pokaż tam dokument dziecka i swój: dopiero wtedy placówka zdecyduje.
enrolment-letter-applied-child-open = Zobacz zgłoszenie
enrolment-who-other-age = { $name }: { $age ->
    [one] { $age } rok
    [few] { $age } lata
    [many] { $age } lat
   *[other] { $age } roku
} w dniu pierwszych zajęć; zajęcia są dla wieku od { $from } do { $to } lat.
enrolment-resign-child-title = Wycofać zgłoszenie?
enrolment-resign-child-what = Zwolnisz miejsce, które ma { $child } na zajęciach „{ $title }”; zaczynają się: { $when }.
enrolment-decline-child-what = Miejsce na zajęciach „{ $title }”, które zaczynają się: { $when }, czeka na dziecko: { $child }.
enrolment-decline-child-next = Jeśli je odrzucisz, od razu dostanie je następne dziecko, a { $child } nie będzie już na liście.
enrolment-late-child-text = Miejsce, które ma { $child } na zajęciach „{ $title }”, można było zwolnić przez stronę do { $day }, do końca dnia.
enrolment-late-child-next = Jeśli dziecko nie może przyjść, poproś organizatora, żeby wycofał zgłoszenie. Opłata za płatne zajęcia nadal obowiązuje, chyba że organizator ją umorzy.
enrolment-late-child-reason = Dlaczego dziecko nie może przyjść?
enrolment-late-child-back = Wróć do zgłoszeń moich dzieci
