# Co jest nie tak z polem: co to znaczy i jak to poprawić.
error-review = Sesja skończyła się, gdy trwało pisanie. Nic jeszcze nie wysłaliśmy: sprawdź i wyślij.
error-required = Wypełnij to pole.
error-email = To nie wygląda na adres e-mail. Przykład: anna@szkola.example
error-email_letters = Na adres z literami takimi jak ł, ó czy я przed znakiem @ większość serwerów nie dostarczy listu. Podaj adres pisany literami łacińskimi bez znaków.
error-too_long =
    { $most ->
        [one] Wpisz najwyżej { $most } znak.
        [few] Wpisz najwyżej { $most } znaki.
        [many] Wpisz najwyżej { $most } znaków.
       *[other] Wpisz najwyżej { $most } znaku.
    }
error-control_characters = Są tu znaki, których nie da się wydrukować. Zamiast wklejać, wpisz tekst jeszcze raz.
error-not_a_name = Użyj tylko liter, spacji, łączników i apostrofów.
error-phone = Wpisz numer, który ma od 6 do 15 cyfr, na przykład 601 234 567.
error-postal_code = Wpisz kod pocztowy w postaci 00-000.
error-date_missing_part = Podaj dzień, miesiąc i rok.
error-date_not_real = Nie ma takiego dnia w kalendarzu.
error-date_in_future = Ten dzień dopiero nadejdzie.
error-date_too_old = Rok musi być nie wcześniejszy niż 1900.
error-password_short = Hasło musi mieć co najmniej 8 znaków.
error-password_long = Hasło może mieć najwyżej 200 znaków.
error-password_common = To hasło łatwo odgadnąć. Dopisz kilka słów albo je wydłuż.
error-choose = Wybierz jedną z odpowiedzi.
error-number = Wpisz liczbę całkowitą.
error-changed_meanwhile = Ktoś inny właśnie to zapisał. Obejrzyj nowe wartości poniżej i zapisz jeszcze raz.
error-sign_in = Adres albo hasło się nie zgadza. Sprawdź oba i spróbuj jeszcze raz.
error-account_pending = To konto nie jest jeszcze uruchomione. Otwórz link z listu albo poproś o nowy.
error-account_locked = To konto jest zamknięte. Skontaktuj się z nami: jak to zrobić, jest na stronie „Kontakt”.
error-too_many_letters = Na ten adres poszło już kilka listów. Odczekaj godzinę i spróbuj ponownie. Zajrzyj też do spamu.
error-too_many_letters_here = Z Twojej sieci wysłano w ostatniej godzinie bardzo dużo formularzy. Odczekaj kilka minut i spróbuj ponownie; to, co wpisano, zostaje.
error-too_many_passwords = Za dużo prób z hasłem. Odczekaj kilka minut i spróbuj ponownie.
error-password_wrong = To nie jest Twoje obecne hasło.
error-email_same = To jest adres, którym już się logujesz.
error-workplace_choose = Wybierz miejsce pracy z listy albo zaznacz, że go na niej nie ma.
error-too_young = Konto można mieć od { $youngest } lat. Młodsze dziecko rejestruje rodzic.
error-consent = Bez tej zgody nie możemy założyć konta.
error-tax_id = To nie jest poprawny NIP: sprawdź cyfry.
error-iban = To nie jest poprawny numer rachunku: sprawdź cyfry.
error-too_many_institutions = W ciągu godziny wskazano już kilku płatników. Spróbuj później albo zapłać samodzielnie.
error-address_in_name = Podaj nazwę bez adresów stron i skrzynek.
error-email_domain = Adresów w domenie { $domain } nie można tu używać: ta instalacja prosi o inną skrzynkę, bo wymagają tego jej listy albo przepisy dla instytucji publicznych. Wpisz, proszę, adres w innej domenie.
error-email_warned = Adresy w domenie { $domain } trzeba tu będzie później zmienić. Masz inny adres? Wpisz go. Jeśli nie, naciśnij przycisk jeszcze raz.
error-account_domain = Adresów w tej domenie nie można już używać. Placówka może wpisać inny adres: zabierz dokument tożsamości.
error-domain = Wpisz domenę, na przykład gmail.com.
error-domain_past = Ten dzień już minął.
error-domain_far = Daj właścicielom najwyżej { $years ->
    [one] { $years } rok
    [few] { $years } lata
    [many] { $years } lat
   *[other] { $years } roku
}: wybierz wcześniejszy dzień.
error-hours_span = Wpisz godziny tak: 8:00–16:00; kilka po przecinku: 8:00–12:00, 13:00–16:00.
error-hours_overlap = Dwa z tych przedziałów zachodzą na siebie.
error-hours_day = Wpisz dzień tak: 24.12.2026.
error-hours_order = Ostatni dzień wypada przed pierwszym.
