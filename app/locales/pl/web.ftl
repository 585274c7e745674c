# Rama strony: nawigacja, pola, strony błędów.
web-skip = Przejdź do treści
web-nav-main = Główna
web-nav-language = Język
web-nav-account = Konto
web-nav-menu = Menu
web-nav-breadcrumb = Gdzie jesteś
web-nav-courses = Szkolenia
web-nav-my-trainings = Moje szkolenia
web-nav-staff = Panel
web-nav-verify = Sprawdź zaświadczenie
web-nav-contact = Kontakt
web-nav-profile = Mój profil
web-nav-privacy = Dane osobowe
web-nav-accessibility = Dostępność
web-sign-in = Zaloguj się
web-sign-out = Wyloguj
web-register = Załóż konto
web-demo = To jest wersja pokazowa. Osoby i szkolenia są zmyślone, a listy nigdzie nie wychodzą.
web-demo-mail = Zobacz wysłane listy

web-optional = (nieobowiązkowe)
web-error = Błąd:
web-errors-title =
    { $count ->
        [one] Popraw jedną rzecz. Reszta jest zapamiętana.
        [few] Popraw { $count } rzeczy. Reszta jest zapamiętana.
        [many] Popraw { $count } rzeczy. Reszta jest zapamiętana.
       *[other] Popraw { $count } rzeczy. Reszta jest zapamiętana.
    }
web-password-show = Pokaż hasło
web-password-hide = Ukryj hasło
web-date-day = Dzień
web-date-month = Miesiąc
web-date-year = Rok
web-choose = Wybierz
web-search = Szukaj
web-back = Wróć bez zmian
web-yes = Tak
web-no = Nie

web-check-done = Jest
web-check-todo = Czeka
web-filter-remove = – usuń filtr
web-pager = Strony wyników
web-pager-page = Strona { $page } z { $pages }
web-pager-previous = Poprzednia strona
web-pager-next = Następna strona

web-error-start = Strona główna
web-error-number = Numer, który pomoże nam znaleźć przyczynę:
web-error-not-found-title = Nie ma takiej strony
web-error-not-found-what = Adres może być niepełny albo strona została przeniesiona.
web-error-not-found-next = Sprawdź adres albo zacznij od strony głównej. Jeśli przyszedł w liście od nas, napisz do nas.
web-error-foreign-form-title = Nie mogliśmy przyjąć tego formularza
web-error-foreign-form-what = Strona z formularzem była otwarta zbyt długo albo otwarto ją w innej przeglądarce.
web-error-foreign-form-next = Niczego nie zmieniliśmy. Wróć do poprzedniej strony, odśwież ją i wyślij formularz jeszcze raz.
web-error-too-many-title = Za dużo prób
web-error-too-many-what = W krótkim czasie było ich więcej, niż dopuszczamy. Chronimy w ten sposób konta.
web-error-too-many-next = Odczekaj kilka minut i spróbuj ponownie. Niczego nie zmieniliśmy.
web-error-unreadable-title = Nie rozumiemy tego, co przysłała przeglądarka
web-error-unreadable-what = Dane są uszkodzone albo niepełne.
web-error-unreadable-next = Niczego nie zmieniliśmy. Wróć do poprzedniej strony i spróbuj jeszcze raz.
web-error-too-large-title = To za dużo naraz
web-error-too-large-what = Plik albo tekst jest większy, niż ta strona przyjmuje.
web-error-too-large-next = Wybierz mniejszy plik albo podziel go na części. Niczego nie zapisaliśmy.
web-error-unavailable-title = Chwilowo nie możemy tego zrobić
web-error-unavailable-what = System jest bardzo obciążony albo właśnie trwa jego naprawa.
web-error-unavailable-next = Spróbuj ponownie za minutę. To, co było zapisane wcześniej, jest bezpieczne.
web-error-internal-title = To nasz błąd
web-error-internal-what = Coś się u nas zepsuło. Zapisaliśmy to i zajmiemy się przyczyną.
web-error-internal-next = Spróbuj ponownie za chwilę. Jeśli to nie pomoże, napisz do nas i podaj numer poniżej.
