# Dzieci i ich opiekunowie.
web-nav-my-children = Moje dzieci
families-title = Moje dzieci
families-none = Nie ma tu jeszcze żadnego dziecka
families-none-text = Każde dziecko dodajesz raz. Potem możesz zgłaszać je do programów, ile razy zechcesz.
families-age =
    { $years ->
        [0] Nie ma jeszcze roku
        [one] { $years } rok
        [few] { $years } lata
        [many] { $years } lat
       *[other] { $years } roku
    }
families-state-unconfirmed = jeszcze niepotwierdzone
families-state-confirmed = potwierdzone
families-state-merged = połączone z innym wpisem
families-state-archived = przechowywane, nieużywane
families-state-doubted = w sprawdzaniu
families-state-unconfirmed-what = Możesz już składać zgłoszenia. Placówka porówna dane ({ $child }) z dokumentami, gdy z nimi przyjdziesz.
families-state-confirmed-what = Placówka porównała dane ({ $child }) z dokumentami.
families-state-merged-what = Ten wpis ({ $child }) połączono z innym.
families-state-archived-what = Ten wpis ({ $child }) jest przechowywany i nieużywany.
families-state-doubted-what = Jest wpis podobny do tego ({ $child }). Operator obejrzy oba; do tego czasu danych nie można potwierdzić. Nie musisz nic robić.
families-known = Co wiemy
families-address = Adres
families-guardians = Kto działa w imieniu dziecka
families-documents-kept = Dokumenty, których numer znamy (jest zaszyfrowany i nie pokazujemy go):
families-documents-none = Nie znamy numeru żadnego dokumentu. Pomaga on odróżnić dzieci o tym samym imieniu i nazwisku.
families-back = Wróć

families-enter-title = Dodaj dziecko
families-enter-lead = Dziecko dodaje raz jeden z rodziców lub opiekunów. Wpisz to, co jest w dokumentach.
families-enter-button = Dodaj dziecko
families-change-title = Popraw dane
families-change-lead = Możesz zmienić wszystko, dopóki placówka nie porówna tego z dokumentami. To, co było wcześniej, zostaje w historii.
families-change-button = Zapisz
families-version = Formularz
families-given-name = Imię
families-surname = Nazwisko
families-patronymic = Drugie imię lub imię odojcowskie
families-patronymic-hint = Jeśli dziecko je ma.
families-born = Data urodzenia
families-born-hint = Na przykład 14 3 2017.
families-birth-place = Miejsce urodzenia
families-birth-place-hint = Miejscowość.
families-sex = Płeć
families-sex-female = dziewczynka
families-sex-male = chłopiec
families-document = Dokument
families-document-kind = Dokument
families-document-hint = Wystarczy jeden. Bez dokumentu też możesz dodać dziecko i przynieść dokument później.
families-document-as-it-is = Bez zmian
families-document-change-hint = Tylko gdy chcesz dodać dokument, którego jeszcze nie znamy, albo poprawić numer: zastąpi on numer dokumentu tego samego rodzaju.
families-document-none = Na razie żaden
families-document-pesel = PESEL
families-document-snils = SNILS
families-document-birth-certificate = Akt urodzenia
families-document-other = Inny dokument
families-document-number = Numer dokumentu
families-document-number-hint = Przechowujemy go zaszyfrowany i nigdy nie pokazujemy.
families-municipality = Gmina, w której dziecko mieszka
families-municipality-hint = Od niej zależy, które placówki potwierdzają dane.
families-municipality-choose = Wybierz
families-street = Ulica i numer
families-postal-code = Kod pocztowy
families-city = Miejscowość
families-consent = Zgoda
families-consent-text = Jestem rodzicem lub opiekunem prawnym tego dziecka i zgadzam się na używanie jego danych do zapisów na programy.
families-photo = Zdjęcia
families-photo-text = Zgadzam się na publikowanie przez placówkę zdjęć z dzieckiem (możesz zostawić puste).

families-already-title = Dziecko z takimi danymi jest już zarejestrowane
families-already-lead = Nic złego się nie stało, a wpis dziecka jest w porządku. Nie trzeba dodawać go drugi raz: dzięki temu nie przepadnie żadne zgłoszenie ani miejsce w kolejce.
families-already-private = Nie pokazujemy, w czyim koncie jest ten wpis: te dane są chronione.
families-already-again = Popraw wpisane dane
families-already-typed = Wpisane dane

flash-child-entered = Dziecko jest dodane.
flash-child-to-review = Dziecko jest dodane. Jest podobny wpis, więc operator obejrzy oba.
flash-child-own = To dziecko jest już na Twoim koncie. Oto ono.
flash-child-changed = Zmiany są zapisane.

error-of_age = Kto ma { $age } lat lub więcej, zakłada własne konto. Jeśli rok to pomyłka, popraw go.
error-consent_child = Bez tej zgody nie możemy dodać dziecka.
error-too_many_children = W ciągu ostatniej godziny było wiele prób. Spróbuj ponownie za { $minutes ->
    [one] minutę
    [few] { $minutes } minuty
    [many] { $minutes } minut
   *[other] { $minutes } minuty
}; wpisane dane zostają tutaj.
error-child_taken = Inne dziecko z takimi danymi jest już zarejestrowane. Jeśli to to samo dziecko, nie zmieniaj tego wpisu: napisz do swojej placówki.
families-import-row = Wiersz { $line }, { $column }: { $problem }
error-import_sex = Wpisz K albo M, albo nic.
error-import_municipality = Nie ma tu gminy o tej nazwie. Wpisz ją tak, jak na liście organizacji, albo zostaw puste pole.
error-import_municipality_twice = Tę nazwę ma kilka gmin. Zostaw puste pole; operator może później wybrać właściwą.
error-import_id_twice = Wiersz { $first } ma ten sam identyfikator. Nadaj każdemu wierszowi inny.
families-import-open = { $count ->
    [one] trzeba rozstrzygnąć w { $count } przypadku, kto jest jedną osobą
    [few] trzeba rozstrzygnąć w { $count } przypadkach, kto jest jedną osobą
    [many] trzeba rozstrzygnąć w { $count } przypadkach, kto jest jedną osobą
   *[other] trzeba rozstrzygnąć w { $count } przypadku, kto jest jedną osobą
}
error-document_kept = PESEL, który znamy, nie pasuje do tej daty urodzenia i płci. Porównaj je z dokumentem; jeśli to w PESEL-u była pomyłka, wpisz też PESEL jeszcze raz.
error-child_meanwhile = Ktoś zmienił te dane, odkąd ta strona jest otwarta. Otwórz ją jeszcze raz i zobacz, co jest teraz.
error-pesel_wrong = W tym numerze PESEL jest błąd: nie zgadza się ostatnia cyfra. Porównaj go z dokumentem.
error-pesel_form = PESEL ma 11 cyfr.
error-pesel_other_birth = Z tego numeru PESEL wynika inna data urodzenia. Porównaj oba z dokumentem.
error-pesel_other_sex = Z tego numeru PESEL wynika inna płeć. Porównaj oba z dokumentem.
error-snils_wrong = W tym numerze SNILS jest błąd: nie zgadzają się dwie ostatnie cyfry. Porównaj go z dokumentem.
error-snils_form = SNILS ma 11 cyfr.
error-document_form = To nie wygląda na numer dokumentu: od 4 do 30 liter i cyfr.

families-letter-entered-subject = Dodano dziecko: { $child }
families-letter-entered-what = Na Twoim koncie jest nowe dziecko: { $child }. Możesz już składać zgłoszenia do programów.
families-letter-entered-next = Placówka musi raz porównać dane z dokumentami, najlepiej zaraz po zgłoszeniu: dopiero wtedy zdecyduje. Weź akt urodzenia dziecka albo inny dokument z jego numerem oraz swój dowód tożsamości.
families-letter-entered-action = Zobacz stronę dziecka
families-letter-met-subject = Ktoś próbował dodać dziecko: { $child }
families-letter-met-what = Ktoś próbował dodać drugi raz to samo dziecko: { $child }. Nic nie zostało dodane, a Twój wpis się nie zmienił.
families-letter-met-next = Jeśli to drugi rodzic, napisz do swojej placówki: możecie oboje widzieć jeden wpis. Jeśli nie wiesz, kto to był, nie musisz nic robić.
families-letter-met-action = Zobacz stronę dziecka

families-case = Co pasuje do Ciebie?
families-case-email = Mam już konto, ale nie pamiętam, na jaki adres
families-case-email-hint = Sprawdzimy dokument dziecka i napiszemy na ten adres. To około dwóch minut.
families-case-access = Pamiętam adres, ale nie mam już do niego dostępu
families-case-access-hint = Operator w placówce zobaczy Twój dowód tożsamości i zmieni adres.
families-case-guardian = Dziecko mógł dodać drugi rodzic
families-case-guardian-hint = Poprosimy o jego zgodę. Potem oboje będziecie widzieć wpis.
families-case-institution = Dziecko mogła wpisać szkoła albo przedszkole
families-case-institution-hint = Placówka porówna dokumenty i przekaże Ci wpis.
families-case-namesake = To inne dziecko: to samo imię i nazwisko, ten sam dzień urodzenia
families-case-namesake-hint = Zdecyduje operator. Przynieś dokument dziecka; nie wpisuj jego numeru w wiadomości.
families-already-next = Dalej
families-asking = { $who } prosi o dostęp do wpisu tego dziecka
families-asking-what = Kto działa w imieniu dziecka, widzi jego dane i zgłoszenia i może je zgłaszać.
families-asking-yes = Zgadzam się
families-asking-no = Nie zgadzam się
families-forgotten-title = Na jaki adres mam konto?
families-forgotten-lead = Napisz, o które dziecko chodzi. Gdy dane i dokument należą do siebie, napiszemy na zarejestrowany adres, a tu zobaczysz jego część. Nie zakładaj nowego konta: nie da się dodać do niego tego dziecka.
families-forgotten-surname-hint = Dziecka.
families-forgotten-document-hint = Ten, który podano przy dodawaniu dziecka.
families-forgotten-button = Sprawdź
families-forgotten-found = Napisaliśmy na zarejestrowany adres.
families-forgotten-found-next = Wygląda tak; całego nigdy nie pokazujemy. Zaloguj się nim albo poproś o nowe hasło.
families-forgotten-sign-in = Zaloguj się
families-forgotten-no-access = Nie mam dostępu do tej skrzynki
families-forgotten-none = Nie znaleźliśmy niczego, do czego pasują i dane, i dokument.
families-forgotten-none-next = Może jest literówka albo we wpisie nie ma jeszcze dokumentu. Operator w placówce może sprawdzić to z Tobą.
families-forgotten-write = Zapytaj placówkę
flash-child-share-asked = Jeśli wpis istnieje i nikt Ci jeszcze nie odpowiedział, osoba, która go prowadzi, ma teraz Twoje pytanie. Brak odpowiedzi przez siedem dni albo wcześniejsza odmowa? Idź z dokumentami do placówki.
flash-child-shared = Teraz oboje działacie w imieniu dziecka.
flash-child-not-shared = Nic się nie zmienia; osoba, która prosiła, dowie się o tym.
families-letter-reminded-subject = Na jaki adres zarejestrowano dziecko: { $child }
families-letter-reminded-what = Ktoś, kto zna dane dziecka ({ $child }) i numer dokumentu, zapytał, na jaki adres jest ono zarejestrowane. Na ten.
families-letter-reminded-next = Jeśli to Ty, zaloguj się tym adresem; zapomniane hasło zmienisz na tej samej stronie. Jeśli nie, powiedz o tym swojej placówce.
families-letter-reminded-action = Zaloguj się
families-letter-share-asked-subject = Ktoś prosi o dostęp do wpisu dziecka: { $child }
families-letter-share-asked-what = Inne konto prosi, by widzieć wpis dziecka ({ $child }) i składać zgłoszenia.
families-letter-share-asked-next = Zobacz, kto to, i zdecyduj. Do tego czasu nic się nie dzieje.
families-letter-share-asked-action = Zobacz, kto prosi
families-letter-shared-subject = Masz dostęp do wpisu dziecka: { $child }
families-letter-shared-what = Wpis dziecka ({ $child }) jest teraz także na Twoim koncie: widzicie go oboje.
families-letter-shared-next = Jedno dziecko ma jeden wpis, więc zgłoszenia i miejsca w kolejkach są wspólne.
families-letter-shared-action = Zobacz stronę dziecka
families-letter-not-shared-subject = O Twojej prośbie o dostęp do wpisu dziecka: { $child }
families-letter-not-shared-what = Drugi opiekun nie zgodził się na Twój dostęp do wpisu ({ $child }).
families-letter-not-shared-next = Jeśli masz do tego prawo, przyjdź z dokumentami do placówki: operator może zdecydować.
families-letter-not-shared-action = Napisz do placówki
families-find-programme = Znajdź zajęcia
families-stored-now = Co jest zapisane teraz
families-stored-what = Poniżej jest to, co wpisano przed chwilą. Popraw na właściwe i naciśnij przycisk jeszcze raz albo wyjdź ze strony: zostanie to, co jest zapisane teraz.
