# Ankieta po szkoleniu i jej wyniki.
surveys-title = Ankieta o szkoleniu
surveys-lead =
    { $count ->
        [one] { $count } pytanie, około minuty. Twoja odpowiedź pomoże ulepszyć kolejne szkolenia.
        [few] { $count } pytania, około 2 minut. Twoje odpowiedzi pomogą ulepszyć kolejne szkolenia.
        [many] { $count } pytań, około 3 minut. Twoje odpowiedzi pomogą ulepszyć kolejne szkolenia.
       *[other] { $count } pytania, około 3 minut. Twoje odpowiedzi pomogą ulepszyć kolejne szkolenia.
    }
surveys-text-hint = Wystarczy zdanie lub dwa. Prosimy nie wpisywać nazwisk.
surveys-anonymous = Odpowiedzi zapisujemy bez Twojego nazwiska. Przy Twoim zapisie zostaje tylko dzień, w którym ankieta została wysłana.
surveys-send = Wyślij ankietę
surveys-done = Ta ankieta została wysłana: { $day }.
surveys-done-more = Dziękujemy. Wystarczy raz, a odpowiedzi nie można zmienić, bo nie wiemy, które są Twoje.
surveys-not-yet = Ta ankieta nie jest otwarta.
surveys-not-yet-more = Otworzy się po ukończeniu szkolenia. Wtedy do Ciebie napiszemy.
surveys-back = Moje szkolenia
flash-survey-sent = Dziękujemy, ankieta została wysłana.
error-survey_choose = Pytanie { $number }: wybierz odpowiedź.
error-survey_words = Pytanie { $number }: napisz kilka słów.

surveys-results-title = Wyniki ankiety
surveys-results-few =
    { $count ->
        [one] Na razie { $count } odpowiedź. Wyniki pokazujemy po { $fewest } odpowiedzi naraz, od następnego dnia.
        [few] Na razie { $count } odpowiedzi. Wyniki pokazujemy po { $fewest } odpowiedzi naraz, od następnego dnia.
        [many] Na razie { $count } odpowiedzi. Wyniki pokazujemy po { $fewest } odpowiedzi naraz, od następnego dnia.
       *[other] Na razie { $count } odpowiedzi. Wyniki pokazujemy po { $fewest } odpowiedzi naraz, od następnego dnia.
    }
surveys-results-few-why = Inaczej można by zgadnąć, kto co napisał, a obiecaliśmy, że nikt się tego nie dowie.
surveys-results-count =
    { $count ->
        [one] Odpowiedziała { $count } osoba.
        [few] Odpowiedziały { $count } osoby.
        [many] Odpowiedziało { $count } osób.
       *[other] Odpowiedziało { $count } osoby.
    }
surveys-results-shown =
    { $count ->
        [one] Poniżej jest { $count } odpowiedź. Kolejne dochodzą po { $step } naraz, od następnego dnia, a reszta, gdy odpowiedzą wszyscy.
        [few] Poniżej są { $count } odpowiedzi. Kolejne dochodzą po { $step } naraz, od następnego dnia, a reszta, gdy odpowiedzą wszyscy.
        [many] Poniżej jest { $count } odpowiedzi. Kolejne dochodzą po { $step } naraz, od następnego dnia, a reszta, gdy odpowiedzą wszyscy.
       *[other] Poniżej jest { $count } odpowiedzi. Kolejne dochodzą po { $step } naraz, od następnego dnia, a reszta, gdy odpowiedzą wszyscy.
    }
surveys-results-mean = Średnia: { $mean } na 5
surveys-results-answer = Odpowiedź
surveys-results-picture = Wykres
surveys-results-people = Osoby
surveys-results-share = Udział
surveys-results-no-words = Nikt tu nic nie napisał.
surveys-results-question = Pytanie
surveys-results-side = Grupa lub rok
surveys-results-average = Średnia

surveys-compare-title = Porównaj wyniki ankiet
surveys-compare-groups = Grupy
surveys-compare-years = Lata szkolne
surveys-compare-lead = Średnie na skali od 1 do 5. Liczy się tu tylko to, co widać na stronach samych grup, więc brakuje grup, które mają mniej odpowiedzi niż { $fewest }.
surveys-compare-none = Żadna grupa tego szkolenia nie ma jeszcze { $fewest } odpowiedzi.

surveys-writing-title = Pytania ankiety
surveys-writing-back = Wróć do pytań
surveys-organisations-lead = Każda jednostka może zadawać własne pytania.
surveys-default = Zadawane są pytania, które przychodzą z Zapisem.
surveys-own = Zadawane są Wasze własne pytania.
surveys-own-more = Zmiany czekają w szkicu, aż je opublikujesz. Wersje, które już były zadawane, zostają bez zmian.
surveys-draft = To jest szkic; nikt jeszcze nie odpowiada na te pytania.
surveys-draft-more = Opublikuj go, a będzie zadawany od tej chwili. Grupy, których uczestnicy zaczęli odpowiadać, zostają przy swojej wersji.
surveys-publish = Opublikuj
surveys-discard = Porzuć szkic
surveys-full = Ankieta ma najwyżej 24 pytania. Usuń któreś, żeby dodać następne.
surveys-question = Pytanie
surveys-question-new = Nowe pytanie
surveys-question-edit = Zmień pytanie
surveys-question-save = Zapisz w szkicu
surveys-kind = Rodzaj odpowiedzi
surveys-kind-scale = Skala od 1 do 5
surveys-kind-one = Jeden wybór
surveys-kind-several = Kilka wyborów
surveys-kind-text = Tekst
surveys-deeds = Zmień
surveys-up = W górę
surveys-down = W dół
surveys-remove = Usuń
surveys-text-pl = Pytanie po polsku
surveys-text-ru = Pytanie po rosyjsku
surveys-text-en = Pytanie po angielsku
surveys-options-pl = Odpowiedzi po polsku
surveys-options-ru = Odpowiedzi po rosyjsku
surveys-options-en = Odpowiedzi po angielsku
surveys-options-hint = Każda w osobnym wierszu. Dla skali: w pierwszym słowa przy 1, w drugim przy 5. Dla tekstu: zostaw puste.
surveys-options-same = W tej samej kolejności.
surveys-optional = Można pominąć
surveys-versions = Opublikowane wersje
surveys-version = Wersja { $version }, { $made }
surveys-version-default = Pytania, które przychodzą z Zapisem
surveys-again = Użyj ponownie
surveys-version-answers =
    { $count ->
        [one] { $count } odpowiedź
        [few] { $count } odpowiedzi
        [many] { $count } odpowiedzi
       *[other] { $count } odpowiedzi
    }
surveys-preview-title = Podgląd
surveys-preview-lead = Tak widzą to uczestnicy. Stąd nic nie zostanie wysłane.
flash-survey-published = Opublikowano. Od teraz zadawane są te pytania.
flash-survey-discarded = Szkic został porzucony.
flash-survey-draft-saved = Zapisano w szkicu.
error-survey_two_ends = Skala potrzebuje dwóch wierszy: słów przy 1 i przy 5.
error-survey_options = Napisz od dwóch do { $most } odpowiedzi, każdą w osobnym wierszu.
error-survey_options_twice = Ta sama odpowiedź jest tu dwa razy.
error-survey_options_differ =
    { $count ->
        [one] Tyle wierszy, ile po polsku: { $count }.
        [few] Tyle wierszy, ile po polsku: { $count }.
        [many] Tyle wierszy, ile po polsku: { $count }.
       *[other] Tyle wierszy, ile po polsku: { $count }.
    }
error-survey_changed_meanwhile = Ktoś w międzyczasie zmienił pytania. Spójrz na listę taką, jaka jest teraz.
