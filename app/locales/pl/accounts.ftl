# Konto: rejestracja, logowanie, hasło, adres, urządzenia i listy o nich.
accounts-email = Adres e-mail
accounts-password = Hasło
accounts-password-hint = Co najmniej 8 znaków, dowolnych. Najlepiej kilka słów, których nikt z Tobą nie skojarzy.
accounts-password-again-hint = Wpisz hasło jeszcze raz: dla bezpieczeństwa nie zostaje na stronie. Co najmniej 8 dowolnych znaków.
accounts-new-password = Nowe hasło
accounts-current-password = Obecne hasło

accounts-check-mail-title = Sprawdź pocztę
accounts-check-mail-lead = Wysłaliśmy list na adres { $to }.
accounts-check-mail-lead-plain = Wysłaliśmy list na podany adres.
accounts-check-mail-next = Otwórz go i naciśnij przycisk, który w nim jest. Zwykle przychodzi w ciągu minuty. Jeśli go nie widać, zajrzyj do spamu.
accounts-check-mail-again = Nie ma listu?
accounts-check-mail-again-what = List mógł nie dojść, jeśli w adresie była literówka. Wpisz go jeszcze raz, a wyślemy nowy link, którym uruchomisz konto.
accounts-check-mail-again-reset = Może w adresie jest literówka. Wpisz go jeszcze raz, a wyślemy nowy link do ustawienia hasła.
accounts-check-mail-forgot = Masz już konto i nie pamiętasz hasła?

accounts-ask-activation-title = Nowy link do uruchomienia konta
accounts-ask-activation-lead = Podaj adres e-mail, na który zakładasz konto. Wyślemy na niego nowy link. Działa 48 godzin.
accounts-ask-activation-button = Wyślij link jeszcze raz

accounts-activate-title = Uruchom konto
accounts-activate-lead = Został jeden krok: uruchom konto, a potem zaloguj się.
accounts-activate-choose = Wybierz hasło do konta, a potem zaloguj się nim.
accounts-activate-button = Uruchom moje konto

accounts-link-used-title = Ten link był już użyty
accounts-link-used-activate = Każdy link działa raz. Jeśli konto zostało nim uruchomione, możesz się od razu zalogować.
accounts-link-used-reset = Każdy link działa raz. Jeśli nowe hasło jest już ustawione, zaloguj się nim. Jeśli nie, poproś o nowy link.
accounts-link-used-email = Każdy link działa raz. Jaki adres obowiązuje, zobaczysz w swoim profilu.
accounts-link-expired-title = Ten link już nie działa
accounts-link-expired-activate = Link do uruchomienia konta działa 48 godzin. Dane z rejestracji są zapamiętane: podaj adres, a wyślemy nowy link.
accounts-link-expired-reset = Link do zmiany hasła działa godzinę. Podaj adres, a wyślemy nowy.
accounts-link-expired-email = Link potwierdzający nowy adres działa 48 godzin. Poproś o nowy w swoim profilu.
accounts-link-unknown-title = Nie znamy tego linku
accounts-link-unknown-activate = Adres mógł się uciąć w liście. Otwórz cały link albo podaj swój adres, a wyślemy nowy.
accounts-link-unknown-reset = Adres mógł się uciąć w liście. Otwórz cały link albo podaj swój adres, a wyślemy nowy.
accounts-link-unknown-email = Adres mógł się uciąć w liście. Otwórz cały link albo poproś o nowy w swoim profilu.
accounts-link-ask = Wyślij nowy link

accounts-sign-in-title = Zaloguj się
accounts-sign-in-button = Zaloguj się
accounts-sign-in-no-account = Nie masz jeszcze konta?
accounts-sign-in-kept = Sesja się skończyła, gdy trwało pisanie. To, co było w formularzu, jest zapamiętane i wróci po zalogowaniu.

accounts-continue-title = To, co było w formularzu, jest zapamiętane
accounts-continue-lead = Sesja skończyła się, zanim formularz został wysłany. Niczego jeszcze nie zapisaliśmy. Zobacz formularz i wyślij go ponownie. Hasła trzeba wpisać jeszcze raz.
accounts-continue-button = Pokaż mój formularz

accounts-forgot-title = Nie pamiętasz hasła?
accounts-forgot-link = Nie pamiętasz hasła?
accounts-forgot-lead = Podaj adres e-mail, którym się logujesz. Jeśli jest do niego konto, wyślemy link do ustawienia nowego hasła. Działa godzinę.
accounts-forgot-button = Wyślij link
accounts-reset-title = Ustaw nowe hasło
accounts-reset-lead = Po zmianie wylogujemy wszystkie urządzenia. Zalogujesz się nowym hasłem.
accounts-reset-button = Ustaw hasło

accounts-password-title = Zmień hasło
accounts-password-lead = Po zmianie wylogujemy wszystkie inne urządzenia i wyślemy Ci o tym list.
accounts-password-button = Zmień hasło
accounts-email-title = Zmień adres e-mail
accounts-email-lead = Teraz logujesz się adresem { $current }. Nowy zacznie obowiązywać, gdy otworzysz link, który na niego wyślemy. Stary adres też dostanie wiadomość.
accounts-new-email = Nowy adres e-mail
accounts-new-email-hint = Na ten adres będą przychodzić wszystkie listy.
accounts-email-button = Wyślij link na nowy adres
accounts-confirm-email-title = Potwierdź nowy adres
accounts-confirm-email-lead = Po potwierdzeniu będziesz się logować nowym adresem. Na stary wyślemy o tym wiadomość.
accounts-confirm-email-button = Potwierdź adres

accounts-devices-title = Gdzie Twoje konto jest otwarte
accounts-devices-lead = Jeśli czegoś tu nie poznajesz, wyloguj to urządzenie i zmień hasło.
accounts-devices-here = to urządzenie
accounts-devices-seen = Ostatnio
accounts-devices-since = Od
accounts-devices-network = Sieć
accounts-devices-end = Wyloguj tutaj
accounts-devices-end-all = Wyloguj wszędzie
accounts-devices-end-all-what = Wylogujemy wszystkie urządzenia, także to.
accounts-device-unknown = nieznana przeglądarka

accounts-demo-title = Wejdź jednym kliknięciem
accounts-demo-what = Tylko w wersji pokazowej. Wybierz, kim chcesz być:
accounts-demo-participant = Uczestniczka
accounts-demo-newcomer = Nowa uczestniczka
accounts-demo-parent = Rodzic dwojga dzieci
accounts-demo-trainer = Prowadząca
accounts-demo-operator = Operator placówki
accounts-demo-accountant = Księgowość
accounts-demo-organisation-administrator = Administratorka ośrodka
accounts-demo-support-centre = Centrum wsparcia
accounts-demo-administrator = Administrator instalacji

flash-activated = Konto jest gotowe. Zaloguj się.
flash-signed-out = Wylogowano. Do zobaczenia.
flash-signed-out-everywhere = Wylogowano na wszystkich urządzeniach.
flash-signed-out-there = Tamto urządzenie jest wylogowane.
flash-password-reset = Nowe hasło jest ustawione. Zaloguj się nim.
flash-password-changed = Hasło jest zmienione, a inne urządzenia wylogowane.
flash-email-asked = Wysłaliśmy link na nowy adres. Do czasu, gdy go otworzysz, obowiązuje dotychczasowy.
flash-email-changed = Nowy adres już obowiązuje.

accounts-letter-activate-subject = Uruchom konto
accounts-letter-activate-what = Ktoś, zapewne Ty, założył konto na ten adres e-mail.
accounts-letter-activate-next = Naciśnij przycisk, żeby uruchomić konto, a potem zaloguj się.
accounts-letter-activate-action = Uruchom konto
accounts-letter-activate-until = Link działa 48 godzin i tylko raz. Jeśli to nie Ty, nie rób nic: bez tego kroku nic się nie stanie.
accounts-letter-attempt-subject = Ktoś próbował założyć konto na Twój adres
accounts-letter-attempt-what = Ktoś próbował zarejestrować się Twoim adresem e-mail. Masz już u nas konto, więc nowe nie powstało i nic się nie zmieniło.
accounts-letter-attempt-next = Jeśli to Ty, zaloguj się. Gdy nie pamiętasz hasła, ustaw nowe. Jeśli to nie Ty, nie musisz nic robić.
accounts-letter-attempt-action = Ustaw nowe hasło
accounts-letter-reset-subject = Ustaw nowe hasło
accounts-letter-reset-what = Ktoś, zapewne Ty, poprosił o nowe hasło do konta z tym adresem.
accounts-letter-reset-next = Naciśnij przycisk i wpisz nowe hasło. Wszystkie urządzenia zostaną wtedy wylogowane.
accounts-letter-reset-action = Ustaw nowe hasło
accounts-letter-reset-until = Link działa godzinę i tylko raz. Jeśli to nie Ty, nie rób nic: obecne hasło dalej działa.
accounts-letter-password-subject = Hasło zostało zmienione
accounts-letter-password-what = Hasło do Twojego konta zostało przed chwilą zmienione.
accounts-letter-password-next = Jeśli to Ty, wszystko w porządku. Jeśli nie, od razu ustaw nowe hasło: wyloguje to każdego, kto jest na Twoim koncie.
accounts-letter-password-action = Ustaw nowe hasło
accounts-letter-email-new-subject = Potwierdź nowy adres
accounts-letter-email-new-what = Ktoś, zapewne Ty, chce używać tego adresu do logowania.
accounts-letter-email-new-next = Naciśnij przycisk, żeby nowy adres zaczął obowiązywać.
accounts-letter-email-new-action = Potwierdź adres
accounts-letter-email-old-subject = Adres e-mail konta został zmieniony
accounts-letter-email-old-what = Od teraz do Twojego konta loguje się innym adresem e-mail. Na ten adres listy już nie przyjdą.
accounts-letter-email-old-next = Jeśli to nie Ty, od razu skontaktuj się z nami.
accounts-letter-email-old-action = Jak się skontaktować
accounts-letter-email-old-address = Nowy adres
accounts-letter-device-subject = Logowanie na nowym urządzeniu
accounts-letter-device-what = Ktoś zalogował się na Twoje konto na urządzeniu, którego dotąd nie było.
accounts-letter-device-next = Jeśli to Ty, nie musisz nic robić. Jeśli nie, wyloguj to urządzenie i zmień hasło.
accounts-letter-device-action = Zobacz urządzenia
accounts-letter-device-when = Kiedy
accounts-letter-device-browser = Przeglądarka
accounts-letter-device-network = Sieć

# Tokeny dla programów
accounts-tokens-title = Tokeny dla programów
accounts-tokens-lead = Program, który ma token, może przez API zrobić to samo, co Ty tutaj. Daj każdemu programowi osobny token i unieważnij te, których nie potrzebujesz.
accounts-token-made = Token jest gotowy
accounts-token-made-next = Skopiuj go teraz: nie przechowujemy go i nie pokażemy ponownie.
accounts-token-used = Ostatnio użyty
accounts-token-unused = jeszcze nie
accounts-token-since = Utworzony
accounts-token-until = Ważny do
accounts-token-end = Unieważnij ten token
accounts-token-new = Nowy token
accounts-token-name = Do czego posłuży?
accounts-token-name-hint = Na przykład: program księgowy.
accounts-token-make = Utwórz token
flash-token-ended = Token został unieważniony.
error-too_many_tokens = Liczba Twoich tokenów: { $most }. Najpierw unieważnij któryś z nich.

# Domeny pocztowe
accounts-letter-domain-subject = Podaj nam inny adres e-mail
accounts-letter-domain-warned = Twoje konto ma adres w domenie { $domain }. Zmień go, proszę, na inny.
accounts-letter-domain-blocked = Twoje konto ma adres w domenie { $domain }. Zalogujesz się nim do końca dnia: { $until }. Do tego czasu zmień go, proszę, na inny.
accounts-letter-domain-next = To chwila: zaloguj się, wpisz nowy adres i otwórz link, który tam wyślemy. Nic więcej się nie zmieni.
accounts-letter-domain-action = Zmień adres
accounts-address-title = Podaj nam inny adres e-mail
accounts-address-warned = Twoje konto ma adres w domenie { $domain }. Zmień go, proszę, na inny.
accounts-address-blocked = Twoje konto ma adres w domenie { $domain }. Zalogujesz się nim do { $until }, do końca dnia.
accounts-address-next = To chwila: wpisz nowy adres i otwórz link, który tam wyślemy. Zgłoszenia i cała reszta zostają bez zmian.
accounts-address-change = Zmień adres
accounts-address-later = Później
accounts-domains-title = Domeny pocztowe
accounts-domains-lead = Adresy w tych domenach trzeba zmienić. Ich właściciele dostają list i pytanie przy każdym logowaniu.
accounts-domains-none = Można używać każdej domeny.
accounts-domains-warned = Prosimy właścicieli o zmianę.
accounts-domains-until = Nikt nowy się z nią nie zarejestruje. Właściciele logują się do { $day }, do końca dnia.
accounts-domains-holders = { $count ->
    [one] Taki adres ma { $count } konto.
    [few] Taki adres mają { $count } konta.
    [many] Taki adres ma { $count } kont.
   *[other] Taki adres ma { $count } konta.
}
accounts-domains-allow = Zezwól znowu
accounts-domains-new = Następna domena
accounts-domains-domain = Domena
accounts-domains-domain-hint = To, co stoi za znakiem @, na przykład gmail.com.
accounts-domains-policy = Co ma się stać
accounts-domains-warn = Proś właścicieli o zmianę
accounts-domains-block = Nie przyjmuj nowych adresów i daj właścicielom czas do dnia
accounts-domains-last = Ostatni dzień
accounts-domains-last-hint = Tylko przy drugiej możliwości. Zostaw przynajmniej kilka tygodni.
accounts-domains-button = Zapisz i napisz do właścicieli
flash-domain-set = Zapisane. Listy do właścicieli są w drodze.
flash-domain-allowed = Domeny można znowu używać.
accounts-letter-email-replaced-subject = Placówka wymienia Twój adres e-mail
accounts-letter-email-replaced-what = Ktoś pokazał w placówce ({ $organisation }) dokument tożsamości i poprosił o inny adres e-mail dla Twojego konta. Na nowy adres wysłaliśmy link; po jego użyciu adres zostanie wymieniony, a wszystkie logowania się zakończą.
accounts-letter-email-replaced-next = Jeśli to Ty, użyj linku w nowej skrzynce. Jeśli nie, od razu daj znać placówce: jej dane są na końcu listu.
