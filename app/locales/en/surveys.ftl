# The survey after a training, and its results.
surveys-title = Survey about the training
surveys-lead =
    { $count ->
        [one] { $count } question, about a minute. Your answer helps to make the next trainings better.
       *[other] { $count } questions, about 3 minutes. Your answers help to make the next trainings better.
    }
surveys-text-hint = A sentence or two is enough. Please do not write names here.
surveys-anonymous = Answers are kept without your name. With your enrolment we only note the day on which you sent the survey.
surveys-send = Send the survey
surveys-done = You sent this survey on { $day }.
surveys-done-more = Thank you. Once is enough, and answers cannot be changed, since we do not know which are yours.
surveys-not-yet = This survey is not open.
surveys-not-yet-more = It opens when the training is completed. We will write to you then.
surveys-back = My trainings
flash-survey-sent = Thank you, the survey is sent.
error-survey_choose = Question { $number }: choose an answer.
error-survey_words = Question { $number }: write a few words.

surveys-results-title = Results of the survey
surveys-results-few =
    { $count ->
        [one] { $count } answer so far. Results are shown { $fewest } answers at a time, from the next day on.
       *[other] { $count } answers so far. Results are shown { $fewest } answers at a time, from the next day on.
    }
surveys-results-few-why = Otherwise one could guess who wrote what, and people were promised that nobody can.
surveys-results-count =
    { $count ->
        [one] { $count } person has answered.
       *[other] { $count } people have answered.
    }
surveys-results-shown =
    { $count ->
        [one] { $count } answer is shown below. More are added { $step } at a time, from the next day on.
       *[other] { $count } answers are shown below. More are added { $step } at a time, from the next day on.
    }
surveys-results-mean = Average: { $mean } of 5
surveys-results-answer = Answer
surveys-results-picture = Chart
surveys-results-people = People
surveys-results-share = Share
surveys-results-no-words = Nobody wrote anything here.
