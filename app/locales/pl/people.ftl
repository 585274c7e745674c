# Osoba: rejestracja i profil.
people-given-name = Imię
people-surname = Nazwisko
people-born = Data urodzenia
people-born-hint = Na przykład 14 3 1985. Będzie na zaświadczeniu.
people-birth-place = Miejsce urodzenia
people-birth-place-hint = Miejscowość. Będzie na zaświadczeniu.
people-phone = Telefon
people-phone-hint = Zadzwonimy tylko wtedy, gdy coś zmieni się w ostatniej chwili.
people-street = Ulica i numer
people-postal-code = Kod pocztowy
people-city = Miejscowość
people-workplace = Miejsce pracy
people-workplace-hint = Tylko dla osób, które szkolą się zawodowo; rodzice zostawiają puste. Wpisz część nazwy i miejscowość, na przykład „przedszkole 12 białystok”, i naciśnij „Znajdź”. Polskie znaki i wielkość liter nie mają znaczenia.
people-workplace-find = Znajdź miejsce pracy
people-workplace-which = Które miejsce pracy?
people-workplace-typed = Nie ma na liście, zapisz tak, jak jest wpisane
people-workplace-none = Nie ma takiego miejsca na naszej liście. Zapiszemy je tak, jak jest wpisane.
people-language = Język
people-language-hint = W tym języku zobaczysz strony i dostaniesz listy.

people-register-title = Załóż konto
people-register-lead = Zajmie to około trzech minut. Jednym kontem zapisujesz swoje dzieci i bierzesz udział w szkoleniach. Tu wpisz własne dane, tak jak w dokumencie; dzieci dodasz potem.
people-register-have-one = Masz już konto?
people-register-you = Twoje dane
people-register-sign-in = Logowanie
people-register-button = Załóż konto
people-email-hint = Na ten adres wyślemy link, którym uruchomisz konto.
people-consent-text = Zgadzam się na przetwarzanie moich danych w celu zapisów moich i dzieci, w których imieniu działam, kontaktu w ich sprawie i wystawiania zaświadczeń.
people-consent-more = Więcej o danych osobowych

people-profile-title = Mój profil
people-profile-lead = Imię, nazwisko, data i miejsce urodzenia trafiają na zaświadczenia. Wydane zaświadczenia się nie zmienią.
people-profile-sign-in = Logowanie
people-profile-email = Zmień adres e-mail
people-profile-password = Zmień hasło
people-profile-tokens = Tokeny dla programów
people-profile-devices = Gdzie moje konto jest otwarte
people-profile-button = Zapisz
flash-profile-saved = Zmiany są zapisane.

people-start-title = Od czego chcesz zacząć?
people-start-lead = Konto służy do obu spraw: dla Twoich dzieci i dla Ciebie.
people-start-child = Zapisz dziecko
people-start-child-how = Dodaj dziecko raz. Potem zgłaszasz je na zajęcia w każdej placówce i widzisz tu, jak stoi każde zgłoszenie.
people-start-training = Weź udział w szkoleniu
people-start-training-how = Znajdź szkolenie i naciśnij „Dołącz”. Ankieta, materiały i zaświadczenie będą potem na stronie „Moje szkolenia”.
people-start-later = Jedno i drugie jest stale w menu, więc nic nie przepadnie, jeśli wrócisz innego dnia.
