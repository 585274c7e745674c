# Losowanie miejsc i dobieranie życzeń
draws-title = Losowanie miejsc
draws-link = Jak losujemy miejsca
draws-group = Numer grupy
draws-commitment = Zapieczętowany sekret
draws-committed = opublikowany: { $when }
draws-drawn = Data losowania
draws-places = Miejsca
draws-applications = Zgłoszenia
draws-secret = Sekret
draws-seed = Ziarno
draws-order = Kolejność losowania
draws-order-about = Nie ma tu niczyjego nazwiska. Kod swojego zgłoszenia znajdziesz w naszym liście i w „Moich szkoleniach”.
draws-nobody = Do zamknięcia zapisów nikt się nie zgłosił.
draws-number = Numer
draws-code = Kod
draws-wish = Życzenie
draws-outcome = Wynik
draws-outcome-place = Miejsce
draws-outcome-line = W kolejce
draws-outcome-ended = Spełnione wyższe życzenie
draws-file = Losowanie w pliku (CSV)
draws-about-drawn = Miejsca zostały rozlosowane. Z tym, co jest poniżej, każdy może powtórzyć losowanie i zobaczyć, że wynik jest ten sam.
draws-about-cancelled = Szkolenie odwołano przed losowaniem.
draws-how = Jak to sprawdzić
draws-how-commitment = Sekret wybrano, zanim ktokolwiek mógł się zgłosić. Zapieczętowany sekret powyżej to jego SHA-256, więc nie można go było później podmienić. Po losowaniu jest ujawniany.
draws-how-seed = Ziarno to SHA-256 tekstu: sekret, a po nim kody wszystkich zgłoszeń w kolejności alfabetycznej, każdy w osobnym wierszu zakończonym znakiem końca wiersza. Dlatego nie wybierze go ani organizator, ani ten, kto zgłosi się ostatni.
draws-how-order = Każde zgłoszenie dostaje SHA-256 tekstu „ziarno:{ $group }:kod”. O kolejności decydują te liczby.
draws-how-places = Pierwsi dostają wolne miejsca. Pozostali stoją w kolejce w tym porządku.
draws-how-ranked = Każdy dostaje najlepsze życzenie, jakie jest możliwe w tych kolejnościach: nikogo nie wyprzedza w grupie ktoś, kto stoi tam za nim. Wyższe życzenia zostają w kolejce, niższe wygasają.
draws-how-command = Po losowaniu wszystko to robi z plikiem jedno polecenie:

draws-join-title = Zgłoszenie do losowania
draws-join-about = Wszyscy, którzy zgłoszą się w terminie, mają równe szanse. Termin zgłoszeń: { $until }. Wtedy losujemy miejsca i od razu do Ciebie piszemy. Kto zgłosi się pierwszy, nie ma znaczenia.
draws-join-ranked-about = Wszyscy, którzy zgłoszą się w terminie, mają równe szanse. Termin zgłoszeń: { $until }. Możesz zgłosić się do kilku grup i wskazać, którą wolisz; potem losujemy miejsca, a Ty dostajesz najlepsze z możliwych życzeń. Kto zgłosi się pierwszy, nie ma znaczenia.
draws-badge = Przed losowaniem
draws-says = Bierzesz udział w losowaniu miejsc.
draws-code-is = Kod Twojego zgłoszenia: { $code }.
draws-withdraw = Wycofaj zgłoszenie
draws-outdone-more = Masz miejsce w grupie, którą wskazano wyżej, więc to życzenie wygasło.
enrolment-says-outdone = To życzenie wygasło.
flash-draws-entered = Bierzesz udział w losowaniu. Napiszemy do Ciebie, gdy miejsca zostaną rozlosowane.
flash-draws-child-entered = Dziecko bierze udział w losowaniu. Napiszemy do Ciebie, gdy miejsca zostaną rozlosowane.
flash-draws-left = Zgłoszenie wycofane, nie bierzesz udziału w losowaniu.

draws-event-enter = Zgłoszenie do losowania miejsc
draws-event-leave = Zgłoszenie wycofane przed losowaniem
draws-event-drawn = Wylosowano miejsce
draws-event-not-drawn = Nie wylosowano miejsca: kolejka
draws-event-outdone = Wygasło, bo spełniło się wyższe życzenie
draws-event-rank = Zmieniono kolejność życzeń
draws-event-due = Losowanie miejsc

draws-wishes-title = Kolejność życzeń
draws-wishes-lead = Te zgłoszenia dotyczą grup losowanych razem. Na początku wskaż to, na czym zależy Ci najbardziej: dostaniesz najlepsze możliwe życzenie i nic nie tracisz, mówiąc, czego naprawdę chcesz.
draws-wishes-own = Moje życzenia
draws-wishes-of = Życzenia: { $child }
draws-wishes-until = Kolejność można zmieniać do: { $until }.
draws-wishes-up = W górę
draws-wishes-down = W dół
draws-wishes-none = Nie ma życzeń do ułożenia
draws-wishes-none-text = Gdy zgłosisz się do grup przydzielanych według życzeń, wskażesz tu, które wolisz.
flash-draws-wishes-ordered = Kolejność życzeń zapisana.
flash-draws-wishes-closed = Zapisy są zamknięte, więc życzenia zostają takie, jakie są.
flash-draws-wishes-otherwise = Życzenia miały już inną kolejność. Nic nie zmieniono; spójrz jeszcze raz.

draws-staff-waits = { $count ->
        [one] Na razie { $count } zgłoszenie, losowanie: { $when }
        [few] Na razie { $count } zgłoszenia, losowanie: { $when }
        [many] Na razie { $count } zgłoszeń, losowanie: { $when }
       *[other] Na razie { $count } zgłoszenia, losowanie: { $when }
    }
draws-staff-drawn = Rozlosowano: { $when }
draws-staff-taking-part = Biorą udział w losowaniu
flash-draws-not-yet = Miejsca nie są jeszcze rozlosowane. Do tego czasu nikt nikogo nie wyprzedza.
staff-allocation = Jak przydzielamy miejsca
staff-allocation-hint = W losowaniu każdy, kto zgłosi się do zamknięcia zapisów, ma równe szanse; potem system losuje, a każdy może to sprawdzić. Według życzeń rodziny wskazują też kolejność kilku grup zamykanych w tej samej chwili. Gdy ktoś się zgłosi, nie można tego zmienić.
staff-allocation-first_come = Kto pierwszy, ten lepszy
staff-allocation-draw = Losowanie przy zamknięciu zapisów
staff-allocation-ranked = Losowanie i życzenia rodzin
error-allocation_fixed = Ktoś już się zgłosił i wie, jak przydzielamy miejsca. To zostaje bez zmian.
error-draw_after_start = Gdy miejsca są losowane, zapisy muszą się zamknąć przed pierwszymi zajęciami.
error-draw_earlier = Osoby zgłoszone wiedzą, kiedy jest losowanie. Można je przesunąć na później, ale nie na wcześniej.

catalogue-draw = Losowanie miejsc
catalogue-draw-apply = Zgłoś się do losowania
catalogue-draw-until = Wszyscy, którzy zgłoszą się w terminie, mają równe szanse. Termin zgłoszeń: { $until }. Wtedy losujemy miejsca.
catalogue-ranked-until = Wszyscy, którzy zgłoszą się w terminie, mają równe szanse. Termin zgłoszeń: { $until }. Wtedy losujemy miejsca z uwzględnieniem życzeń.
catalogue-import-draw-earlier = Wiersz { $line }: „{ $column }” oznaczałoby losowanie wcześniej, niż zapowiedziano zgłoszonym: { $value }

draws-letter-in-draw-subject = Bierzesz udział w losowaniu: { $title }
draws-letter-in-draw-what = Mamy Twoje zgłoszenie na „{ $title }”. Wszyscy, którzy zgłoszą się w terminie, mają równe szanse. Termin zgłoszeń: { $until }. Wtedy losujemy miejsca.
draws-letter-in-draw-code = Kod Twojego zgłoszenia: { $code }. Wynik publikujemy z kodami, bez nazwisk.
draws-letter-in-draw-next = Napiszemy do Ciebie, gdy miejsca zostaną rozlosowane. Do tego czasu możesz wycofać zgłoszenie w „Moich szkoleniach”.
draws-letter-left-subject = Zgłoszenie wycofane: { $title }
draws-letter-left-what = Twoje zgłoszenie na „{ $title }” jest wycofane i nie bierze udziału w losowaniu.
draws-letter-left-next = Jeśli zmienisz zdanie, możesz zgłosić się ponownie do zamknięcia zapisów.
draws-letter-not-drawn-subject = Miejsca są rozlosowane: { $title }
draws-letter-not-drawn-what = Miejsca na „{ $title }” są rozlosowane. Dostali je inni; Twój numer w kolejce to { $position }.
draws-letter-not-drawn-next = Gdy zwolni się miejsce dla Ciebie, zatrzymamy je i napiszemy. Na stronie szkolenia każdy może sprawdzić losowanie.
draws-letter-matched-subject = Wynik Twoich życzeń: { $title }
draws-letter-matched-what = Miejsca są rozlosowane, a życzenia wszystkich dobrane. Oto wynik Twoich, od najważniejszego.
draws-letter-matched-check = Na stronie każdego szkolenia można sprawdzić, jak rozlosowano miejsca.
draws-came-place = Masz miejsce
draws-came-applied = Miejsce czeka na decyzję o zgłoszeniu
draws-came-line = Numer { $position } w kolejce
draws-came-ended = Wygasło, bo spełniło się wyższe życzenie
