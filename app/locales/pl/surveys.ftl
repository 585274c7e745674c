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
        [one] Poniżej jest { $count } odpowiedź. Kolejne dochodzą po { $step } naraz, od następnego dnia.
        [few] Poniżej są { $count } odpowiedzi. Kolejne dochodzą po { $step } naraz, od następnego dnia.
        [many] Poniżej jest { $count } odpowiedzi. Kolejne dochodzą po { $step } naraz, od następnego dnia.
       *[other] Poniżej jest { $count } odpowiedzi. Kolejne dochodzą po { $step } naraz, od następnego dnia.
    }
surveys-results-mean = Średnia: { $mean } na 5
surveys-results-answer = Odpowiedź
surveys-results-picture = Wykres
surveys-results-people = Osoby
surveys-results-share = Udział
surveys-results-no-words = Nikt tu nic nie napisał.
