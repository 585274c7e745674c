# Dwoje opiekunów jednego dziecka, od strony tego, kto już je ma.
sharing-title = Kto jeszcze działa w imieniu dziecka
sharing-link = Zaproś drugiego rodzica albo opiekuna, albo zrezygnuj
sharing-lead = Każdy, kto działa w imieniu dziecka ({ $child }), widzi wpis, zgłoszenia i miejsca w kolejkach i może je zgłaszać. Wpis jest jeden; nikt nie dodaje dziecka po raz drugi.
sharing-open = Zaproszenie poszło na adres { $email }. Można je przyjąć do: { $until }.
sharing-take-back = Wycofaj zaproszenie
sharing-invite-title = Zaproś drugiego rodzica albo opiekuna
sharing-invite-what = Ta osoba dostanie wiadomość z linkiem, zaloguje się albo założy konto i przyjmie zaproszenie. Zapraszaj tylko kogoś, kto ma prawo działać w imieniu dziecka.
sharing-email = Adres e-mail tej osoby
sharing-email-hint = Przeczytaj go jej na głos: przyjąć może każdy, kto czyta pocztę z tego adresu.
sharing-invite = Wyślij zaproszenie
sharing-leave-title = Nie działam już w imieniu dziecka
sharing-leave-what = Nie będziesz już widzieć wpisu dziecka ({ $child }). Zgłoszenia zostaną u osób, które nadal działają w jego imieniu; dostaną one wiadomość. To, co masz jeszcze do zapłacenia, zostaje po Twojej stronie.
sharing-leave-alone = Nikt inny nie działa w imieniu dziecka, więc nie możesz jeszcze zrezygnować. Najpierw zaproś drugiego opiekuna albo przyjdź z dokumentami do placówki.
sharing-sure = Tak, nie działam już w imieniu tego dziecka
sharing-leave = Zrezygnuj
sharing-invitation-title = Zaproszenie do działania w imieniu dziecka
sharing-invitation-lead = { $who } zaprasza Cię, żebyś też działał(a) w imieniu dziecka: { $child }.
sharing-invitation-what = Zobaczysz wpis, zgłoszenia i miejsca w kolejkach i będziesz zgłaszać dziecko na zajęcia. Wpis jest jeden dla Was obojga.
sharing-invitation-button = Jestem rodzicem albo opiekunem prawnym i przyjmuję
sharing-invitation-not = To nie do Ciebie? Zamknij stronę; zaproszenie samo straci ważność.
sharing-invitation-sign-in = Najpierw się zaloguj, a wrócisz tutaj. Nie masz konta? Załóż je i otwórz link z wiadomości jeszcze raz: działa siedem dni.
flash-sharing-invited = Zaproszenie jest w drodze.
flash-sharing-taken-back = Zaproszenie już nie działa.
flash-sharing-left = Nie działasz już w imieniu dziecka. Osoby, które nadal to robią, dostały wiadomość.
flash-sharing-accepted = Działasz teraz w imieniu dziecka. Oto jego wpis.
flash-sharing-not-linked = Logowaniem nastolatka nie można działać w imieniu innych. Użyj własnego konta.
error-acts_already = Osoba z tym adresem już działa w imieniu dziecka.
error-invitations_enough = Trzy zaproszenia czekają na odpowiedź. Wycofaj jedno albo poczekaj.
error-sharing_sure = Zaznacz pole, jeśli masz pewność.
error-sharing_alone = Nikt inny nie działa już w imieniu dziecka, więc nie możesz jeszcze zrezygnować.
families-asking-count = { $count ->
    [one] Ktoś prosi, żeby też działać w imieniu dziecka.
    [few] { $count } osoby proszą, żeby też działać w imieniu dziecka.
    [many] { $count } osób prosi, żeby też działać w imieniu dziecka.
   *[other] { $count } osoby proszą, żeby też działać w imieniu dziecka.
}
families-asking-see = Zobacz, kto prosi

accounts-link-used-shared = To zaproszenie zostało już przyjęte albo wycofane. Zaloguj się: jeśli je przyjęto z Twojego konta, dziecko jest wśród Twoich dzieci.
accounts-link-expired-shared = Zaproszenie straciło ważność. Poproś osobę, która je wysłała, o następne.
accounts-link-unknown-shared = Nie znamy tego zaproszenia. Może adres się uciął: otwórz link z wiadomości jeszcze raz.

sharing-letter-invited-subject = { $name } zaprasza do działania w imieniu dziecka: { $child }
sharing-letter-invited-what = { $name } ma w tym systemie dziecko ({ $child }) i zaprasza Cię do działania w jego imieniu: zobaczysz wpis i zgłoszenia i będziesz zgłaszać dziecko na zajęcia.
sharing-letter-invited-next = Naciśnij przycisk, zaloguj się albo załóż konto i przyjmij zaproszenie. Jeśli nie wiesz, o co chodzi, nic nie rób.
sharing-letter-invited-action = Zobacz zaproszenie
sharing-letter-invited-until = Przycisk działa siedem dni.
sharing-letter-accepted-subject = { $name } też działa teraz w imieniu dziecka: { $child }
sharing-letter-accepted-what = Zaproszenie przyjęte ({ $name }): oboje widzicie wpis dziecka ({ $child }), zgłoszenia i miejsca w kolejkach.
sharing-letter-accepted-next = To nie tak miało być? Napisz do placówki, która może to naprawić.
sharing-letter-accepted-action = Zobacz stronę dziecka
sharing-letter-left-subject = { $name } nie działa już w imieniu dziecka: { $child }
sharing-letter-left-what = { $name } nie działa już w tym systemie w imieniu dziecka ({ $child }). Zgłoszenia i miejsca zostają bez zmian i są u Ciebie.
sharing-letter-left-next = Nie musisz nic robić.
sharing-letter-left-action = Zobacz stronę dziecka
