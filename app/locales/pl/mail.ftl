# Skrzynka wersji demonstracyjnej.
mail-title = Listy
mail-lead = Wszystko, co ta wersja demonstracyjna wysłałaby pocztą. Nic nie opuszcza tego komputera.
mail-search = Listy na ten adres
mail-empty = Nie ma jeszcze listów
mail-empty-hint = Załóż konto albo zapisz się na szkolenie, a list o tym pojawi się tutaj.
mail-recipient = Do
mail-subject = Temat
mail-queued-at = Napisany
mail-state = Stan
mail-state-queued = Czeka
mail-state-sent = Wysłany
mail-state-given_up = Niedostarczony
mail-as-html = Zobacz go tak, jak pokazuje go program pocztowy
mail-files = Pliki dołączone do listu
mail-reason = Dlaczego nie został dostarczony
mail-without-subject = (bez tematu)
