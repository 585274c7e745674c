# Wiadomości do uczestników grupy.
group-mail-title = Napisz do grupy
group-mail-empty = Nie ma jeszcze do kogo pisać
group-mail-empty-text = Gdy ktoś dołączy do grupy, napiszesz do niego tutaj.
group-mail-state = Kto dostanie wiadomość
group-mail-state-hint = Każda wybrana osoba dostanie własny list. Nikt nie zobaczy adresów innych.
group-mail-only =
    { $count ->
        [one] List dostanie tylko { $count } wybrana osoba.
        [few] List dostaną tylko { $count } wybrane osoby.
        [many] List dostanie tylko { $count } wybranych osób.
       *[other] List dostanie tylko { $count } wybranych osób.
    }
group-mail-to-all = Napisz do całej grupy
group-mail-subject = Temat
group-mail-text = Treść
group-mail-text-hint = Każdy wiersz staje się akapitem. Nazwę szkolenia, dane kontaktowe i link do „Moich szkoleń” dodamy w języku każdego odbiorcy.
group-mail-file = Pliki w załączeniu
group-mail-file-hint = Razem najwyżej { $most }.
group-mail-file-deleted = { $file }: usunięty. Listy, które wyszły później, są bez tego pliku.
group-mail-closed = Do listu można dołączyć materiały otwarte od początku. Pozostałe otwierają się po ukończeniu, ankiecie i opłacie, a list by to obszedł.
group-mail-preview = Zobacz list
group-mail-preview-title = List w postaci, w jakiej dotrze
group-mail-told =
    { $count ->
        [one] Ten list dostanie { $count } osoba.
        [few] Ten list dostaną { $count } osoby.
        [many] Ten list dostanie { $count } osób.
       *[other] Ten list dostanie { $count } osoby.
    }
group-mail-told-how = Wszystko wokół Twojej treści będzie w języku odbiorcy. Samej treści nie tłumaczymy.
group-mail-readers =
    { $count ->
        [one] { $count } osoba zobaczy taką oprawę, język: { $language }
        [few] { $count } osoby zobaczą taką oprawę, język: { $language }
        [many] { $count } osób zobaczy taką oprawę, język: { $language }
       *[other] { $count } osoby zobaczy taką oprawę, język: { $language }
    }
group-mail-sender = Nadawca
group-mail-send =
    { $count ->
        [one] Wyślij { $count } list
        [few] Wyślij { $count } listy
        [many] Wyślij { $count } listów
       *[other] Wyślij { $count } listu
    }
group-mail-back = Wróć do pisania
group-mail-past = Wysłane wcześniej
group-mail-when = Wysłano
group-mail-delivery = Doręczenie
group-mail-sum =
    { $people ->
        [one] { $people } list.
        [few] { $people } listy.
        [many] { $people } listów.
       *[other] { $people } listu.
    } Wysłane: { $sent }, czekają: { $waiting }, niedoręczone: { $undelivered }.
group-mail-sent-title = List do grupy
group-mail-taken-at = Przyjęty przez serwer poczty
group-mail-state-sent = wysłany
group-mail-state-waiting = czeka
group-mail-state-tried =
    { $count ->
        [one] czeka, { $count } próba
        [few] czeka, { $count } próby
        [many] czeka, { $count } prób
       *[other] czeka, { $count } próby
    }
group-mail-state-undelivered = niedoręczony
group-mail-undelivered-hint = Listy oznaczone jako niedoręczone serwer poczty odrzucił albo nie przyjął ich przez trzy dni. Otwórz stronę osoby, żeby do niej zadzwonić i sprawdzić adres.
group-mail-letter-training = Szkolenie
group-mail-letter-subject = { $subject }
group-mail-letter-open = Moje szkolenia
group-mail-letter-files = Załączone pliki są też wśród materiałów w „Moich szkoleniach”.
group-mail-letter-why = Ten list napisał organizator do osób z tego szkolenia.
flash-group-mail-sent = Listy są w drodze.
error-group_mail_nobody = Wybierz, kto ma dostać list.
error-group_mail_file_gone = Jednego z wybranych plików już nie ma albo otwiera się dopiero na końcu. Wybierz jeszcze raz.
error-group_mail_files_too_large = Razem pliki mają więcej niż { $most } i wiele serwerów poczty odrzuciłoby taki list. Pomiń część z nich: każdy, kto ma miejsce, znajdzie je w „Moich szkoleniach”.
error-group_mail_files_for_places = Pliki można wysłać tylko tym, którzy mają miejsce. Pomiń pliki albo wybierz tylko osoby z miejscem.
error-group_mail_changed =
    { $count ->
        [one] Grupa się tymczasem zmieniła: teraz list dostałaby { $count } osoba. Jeszcze nic nie wysłaliśmy.
        [few] Grupa się tymczasem zmieniła: teraz list dostałyby { $count } osoby. Jeszcze nic nie wysłaliśmy.
        [many] Grupa się tymczasem zmieniła: teraz list dostałoby { $count } osób. Jeszcze nic nie wysłaliśmy.
       *[other] Grupa się tymczasem zmieniła: teraz list dostałoby { $count } osoby. Jeszcze nic nie wysłaliśmy.
    }
