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
        [one] { $count } answer is shown below. More are added { $step } at a time, from the next day on, and the rest when everybody has answered.
       *[other] { $count } answers are shown below. More are added { $step } at a time, from the next day on, and the rest when everybody has answered.
    }
surveys-results-mean = Average: { $mean } of 5
surveys-results-answer = Answer
surveys-results-picture = Chart
surveys-results-people = People
surveys-results-share = Share
surveys-results-no-words = Nobody wrote anything here.
surveys-results-question = Question
surveys-results-side = Group or year
surveys-results-average = Average

surveys-compare-title = Compare survey results
surveys-compare-groups = Groups
surveys-compare-years = School years
surveys-compare-lead = Averages on the scale from 1 to 5. Only what the groups' own pages show counts here, so groups with fewer than { $fewest } answers are missing.
surveys-compare-none = No group of this course has { $fewest } answers yet.

surveys-writing-title = Survey questions
surveys-writing-back = Back to the questions
surveys-organisations-lead = Each organisation can ask its own questions.
surveys-default = The questions that come with Zapis are asked.
surveys-own = Your own questions are asked.
surveys-own-more = Changes are kept as a draft until you publish them. Versions that were asked stay as they are.
surveys-draft = This is a draft; nobody is asked these questions yet.
surveys-draft-more = Publish it and it is asked from then on. Groups whose participants have begun to answer go on with their version.
surveys-publish = Publish
surveys-discard = Discard the draft
surveys-full = A survey has at most 24 questions. Remove one to add another.
surveys-question = Question
surveys-question-new = New question
surveys-question-edit = Change the question
surveys-question-save = Save in the draft
surveys-kind = Kind of answer
surveys-kind-scale = Scale from 1 to 5
surveys-kind-one = One choice
surveys-kind-several = Several choices
surveys-kind-text = Text
surveys-deeds = Change
surveys-up = Up
surveys-down = Down
surveys-remove = Remove
surveys-text-pl = Question in Polish
surveys-text-ru = Question in Russian
surveys-text-en = Question in English
surveys-options-pl = Options in Polish
surveys-options-ru = Options in Russian
surveys-options-en = Options in English
surveys-options-hint = One a line. For a scale: the words at 1 in the first line, at 5 in the second. For text: leave empty.
surveys-options-same = In the same order.
surveys-optional = It may be left out
surveys-versions = Published versions
surveys-version = Version { $version }, { $made }
surveys-version-default = The questions that come with Zapis
surveys-again = Use again
surveys-version-answers =
    { $count ->
        [one] { $count } answer
       *[other] { $count } answers
    }
surveys-preview-title = Preview
surveys-preview-lead = This is how participants see it. Nothing is sent from here.
flash-survey-published = Published. These questions are asked from now on.
flash-survey-discarded = The draft is gone.
flash-survey-draft-saved = Saved in the draft.
error-survey_two_ends = A scale needs two lines: the words at 1 and at 5.
error-survey_options = Write two to { $most } options, one a line.
error-survey_options_twice = The same option is there twice.
error-survey_options_differ =
    { $count ->
        [one] As many lines as in Polish: { $count }.
       *[other] As many lines as in Polish: { $count }.
    }
error-survey_changed_meanwhile = Somebody has changed the questions meanwhile. Look at the list as it is now.
