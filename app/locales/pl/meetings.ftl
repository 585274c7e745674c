# Zajęcia: kalendarz, kod pokazywany w sali, korekty obecności.
meetings-calendar-title = Kalendarz
meetings-week = Tydzień { $number }: { $span }
meetings-weeks = Tygodnie
meetings-week-previous = Poprzedni tydzień
meetings-week-this = Ten tydzień
meetings-week-next = Następny tydzień
meetings-whose = Czyje zajęcia
meetings-own = Tylko te, które prowadzę
meetings-today = dziś
meetings-week-empty = W tym tygodniu nie ma zajęć
meetings-week-empty-text = Tutaj widać zajęcia grup, także szkiców. Prowadzący widzą grupy, do których są przypisani.
meetings-day-empty = Nie ma zajęć.
meetings-hours = Godziny
meetings-of-today = Zajęcia dzisiaj

# Kod pokazywany w sali
meetings-code-show = Pokaż kod obecności
meetings-code-title = Kod obecności
meetings-code-how = Zeskanuj telefonem i zaloguj się. Twoja obecność zostanie zapisana.
meetings-code-picture = Kod QR, który prowadzi na stronę zapisującą obecność
meetings-code-type = Albo otwórz { $address } i wpisz:
meetings-code-changes =
    { $seconds ->
        [one] Zmieni się za { $seconds } sekundę; ta strona odświeży się sama.
        [few] Zmieni się za { $seconds } sekundy; ta strona odświeży się sama.
        [many] Zmieni się za { $seconds } sekund; ta strona odświeży się sama.
       *[other] Zmieni się za { $seconds } sekundy; ta strona odświeży się sama.
    }
meetings-code-early = Kod będzie tu widoczny od początku do końca zajęć.
meetings-code-over = Te zajęcia już się skończyły. Osoby, których brakuje, zaznacz na liście.
meetings-code-present = Obecni do tej pory: { $present } z { $all }.

# Własna obecność
meetings-attend-title = Jestem na zajęciach
meetings-attend-link = Jestem: wpisz kod
meetings-attend-present = Twoja obecność jest zapisana.
meetings-attend-not-marked = Twojej obecności jeszcze nie zapisano. Wpisz kod pokazany w sali.
meetings-attend-child-present = Obecność zaznaczona: { $child }.
meetings-attend-child-not-marked = Obecność jeszcze niezaznaczona: { $child }. Wpisz kod, który widać w sali.
meetings-person = Kto jest na zajęciach?
meetings-attend-me = Ja
meetings-attend-send = Zapisz moją obecność
meetings-code = Kod
meetings-code-hint = Sześć cyfr. Zmieniają się co pół minuty.
meetings-attend-nothing = Teraz nie trwają żadne Twoje zajęcia
meetings-attend-nothing-text = Kod działa od początku do końca zajęć. Jeśli jesteś na zajęciach, a obecności nie zapisano, powiedz o tym osobie prowadzącej.
meetings-attend-not-yet = Szkolenie „{ $title }”: te zajęcia zaczynają się: { $when }. Zeskanuj kod wtedy jeszcze raz.
meetings-attend-over = Szkolenie „{ $title }”: te zajęcia skończyły się: { $when }. Jeśli na nich byłeś lub byłaś, powiedz o tym osobie prowadzącej: listę można jeszcze zmienić.
flash-meetings-attended = Twoja obecność jest zapisana.
error-room_code = Teraz pokazywany jest inny kod. Spójrz jeszcze raz: zmienia się co pół minuty.
error-room_code_nothing_on = Teraz nie trwają żadne Twoje zajęcia, więc nie ma czego zapisać.

# Korekty po zakończeniu
meetings-correction = Grupa jest zakończona. Zmiana jest korektą: wymaga powodu, a kto przekroczy próg obecności w jedną lub drugą stronę, dostanie inny wynik i list.
meetings-correction-reason = Powód korekty
meetings-correction-reason-hint = Przeczytają go osoby, których wynik się zmieni.
flash-meetings-results-corrected = Obecność jest zapisana, a z nią zmieniły się wyniki. Listy są w drodze.

# Miejsca i sale
meetings-venues-title = Miejsca zajęć
meetings-venues-empty = Nie ma jeszcze miejsc zajęć
meetings-venues-empty-text = Miejsce ma adres i sale. Zajęcia można wtedy umieścić w sali i widać, kiedy jest zajęta.
meetings-venue-new-title = Nowe miejsce
meetings-venue-name = Nazwa
meetings-venue-name-hint = Na przykład: Budynek główny. W listach stoi przed adresem i salą.
meetings-address = Adres
meetings-rooms = Sale
meetings-rooms-hint = Zajęcia, które już są w sali, zachowują słowa podane uczestnikom, dopóki grupa nie zostanie ponownie zapisana.
meetings-room-number = Sala { $number }
meetings-room-name = Nazwa lub numer
meetings-room-add = Dodaj salę
meetings-room-remove = Usuń salę
meetings-room = Sala
meetings-room-other = Inne miejsce
meetings-venue-close = Wycofaj z użycia
meetings-venue-close-text = Miejsce zniknie z tej listy razem z salami. To możliwe, gdy nie ma w nim być już żadnych zajęć; minione zajęcia zachowują swoje miejsce.
flash-meetings-venue-closed = Miejsce wycofano z użycia.
error-room_name = Sala { $number }: wpisz nazwę, która ma najwyżej 80 znaków.
error-room_no_name = Sala { $number }: wpisz nazwę albo usuń salę.
error-room_places = Sala { $number }: wpisz, ile osób się w niej mieści, od 1 do 100 000.
error-venue_changed = Ktoś zapisał to miejsce w międzyczasie, więc teraz nic nie zapisano. Otwórz je na nowo, żeby zobaczyć, jak wygląda; to, co wpisano, jest nadal tutaj.
error-rooms_twice = Dwie sale mają tę samą nazwę.
error-too_many_rooms = Miejsce może mieć najwyżej { $most } sal.
error-room_in_use =
    { $count ->
        [one] W sali „{ $room }” mają się jeszcze odbyć { $count } zajęcia. Najpierw przenieś je gdzie indziej.
        [few] W sali „{ $room }” mają się jeszcze odbyć { $count } zajęcia. Najpierw przenieś je gdzie indziej.
        [many] W sali „{ $room }” ma się jeszcze odbyć { $count } zajęć. Najpierw przenieś je gdzie indziej.
       *[other] W sali „{ $room }” ma się jeszcze odbyć { $count } zajęć. Najpierw przenieś je gdzie indziej.
    }
error-meeting_room = Zajęcia { $number }: tej sali nie ma już na liście. Wybierz inną.
meetings-warn-room = „{ $who }” jest już zajęta: { $when }, { $hours }, „{ $title }”, grupa { $code }.
meetings-warn-room-elsewhere = „{ $who }” jest już zajęta przez inną jednostkę: { $when }, { $hours }.
meetings-warn-trainer = { $who } prowadzi wtedy inne zajęcia: { $when }, { $hours }, „{ $title }”, grupa { $code }.
meetings-warn-trainer-elsewhere = { $who } prowadzi wtedy zajęcia w innej jednostce: { $when }, { $hours }.
meetings-warn-small =
    { $places ->
        [one] „{ $who }” mieści { $places } osobę, a liczba miejsc w grupie to { $capacity }.
        [few] „{ $who }” mieści { $places } osoby, a liczba miejsc w grupie to { $capacity }.
        [many] „{ $who }” mieści { $places } osób, a liczba miejsc w grupie to { $capacity }.
       *[other] „{ $who }” mieści { $places } osoby, a liczba miejsc w grupie to { $capacity }.
    }
meetings-warn-more =
    { $count ->
        [one] I jeszcze { $count } takie nałożenie.
        [few] I jeszcze { $count } takie nałożenia.
        [many] I jeszcze { $count } takich nałożeń.
       *[other] I jeszcze { $count } takiego nałożenia.
    }
