# Spis placówek.
directory-title = Placówki
directory-lead = Szkoły, przedszkola i ośrodki: gdzie są, kiedy są otwarte, jak się z nimi skontaktować i co oferują.
directory-all = Wszystkie placówki z adresami
directory-search = Znajdź placówkę
directory-search-hint = Nazwa, numer, ulica albo miejscowość. Można bez polskich liter.
directory-kind = Rodzaj
directory-any-kind = Wszystkie rodzaje
directory-municipality = Gmina
directory-any-municipality = Wszystkie gminy
directory-clear = Pokaż wszystkie
directory-kind-region = Region
directory-kind-municipality = Gmina
directory-kind-institution = Placówka
directory-kind-training-centre = Ośrodek szkoleń
directory-kind-support-centre = Centrum wsparcia
directory-count =
    { $count ->
        [one] { $count } placówka
        [few] { $count } placówki
        [many] { $count } placówek
       *[other] { $count } placówki
    }
directory-offered =
    { $count ->
        [one] { $count } grupa w ofercie
        [few] { $count } grupy w ofercie
        [many] { $count } grup w ofercie
       *[other] { $count } grupy w ofercie
    }
directory-nothing = Nic takiego nie znaleźliśmy
directory-nothing-text = Wpisz mniej słów albo tylko miejscowość. Jeśli placówka powinna tu być, zapytaj nas.
directory-all-of = Wszystkie placówki: { $name }
directory-reach = Adres i kontakt
directory-map = Pokaż na mapie
directory-no-answers = Ta placówka nie odpowiada jeszcze tutaj na wiadomości: zadzwoń albo zajrzyj na stronę
directory-offer = Oferta
directory-offer-none = Teraz nie ma tu nic w ofercie.
directory-offer-all =
    { $count ->
        [one] Zobacz w katalogu: { $count } grupa tej placówki
        [few] Zobacz w katalogu wszystkie { $count } grupy tej placówki
        [many] Zobacz w katalogu wszystkie { $count } grup tej placówki
       *[other] Zobacz w katalogu wszystkie { $count } grupy tej placówki
    }
