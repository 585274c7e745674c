# Анкета после обучения и её результаты.
surveys-title = Анкета об обучении
surveys-lead =
    { $count ->
        [one] { $count } вопрос, около минуты. Ваш ответ поможет улучшить следующие занятия.
        [few] { $count } вопроса, около 2 минут. Ваши ответы помогут улучшить следующие занятия.
        [many] { $count } вопросов, около 3 минут. Ваши ответы помогут улучшить следующие занятия.
       *[other] { $count } вопроса, около 3 минут. Ваши ответы помогут улучшить следующие занятия.
    }
surveys-text-hint = Достаточно одного-двух предложений. Пожалуйста, не пишите здесь фамилий.
surveys-anonymous = Ответы хранятся без вашей фамилии. В вашей заявке остаётся только день, когда анкета была отправлена.
surveys-send = Отправить анкету
surveys-done = Эта анкета отправлена: { $day }.
surveys-done-more = Спасибо. Одного раза достаточно, а изменить ответы нельзя: мы не знаем, какие из них ваши.
surveys-not-yet = Эта анкета не открыта.
surveys-not-yet-more = Она откроется, когда обучение будет пройдено. Тогда мы вам напишем.
surveys-back = Мои программы
flash-survey-sent = Спасибо, анкета отправлена.
error-survey_choose = Вопрос { $number }: выберите ответ.
error-survey_words = Вопрос { $number }: напишите несколько слов.

surveys-results-title = Результаты анкеты
surveys-results-few =
    { $count ->
        [one] Пока { $count } ответ. Результаты появляются по { $fewest } ответов сразу, со следующего дня.
        [few] Пока { $count } ответа. Результаты появляются по { $fewest } ответов сразу, со следующего дня.
        [many] Пока { $count } ответов. Результаты появляются по { $fewest } ответов сразу, со следующего дня.
       *[other] Пока { $count } ответа. Результаты появляются по { $fewest } ответов сразу, со следующего дня.
    }
surveys-results-few-why = Иначе можно догадаться, кто что написал, а мы обещали, что этого никто не узнает.
surveys-results-count =
    { $count ->
        [one] Ответил { $count } человек.
        [few] Ответили { $count } человека.
        [many] Ответили { $count } человек.
       *[other] Ответили { $count } человека.
    }
surveys-results-shown =
    { $count ->
        [one] Ниже { $count } ответ. Следующие появляются по { $step } сразу, со следующего дня, а остальные — когда ответят все.
        [few] Ниже { $count } ответа. Следующие появляются по { $step } сразу, со следующего дня, а остальные — когда ответят все.
        [many] Ниже { $count } ответов. Следующие появляются по { $step } сразу, со следующего дня, а остальные — когда ответят все.
       *[other] Ниже { $count } ответа. Следующие появляются по { $step } сразу, со следующего дня, а остальные — когда ответят все.
    }
surveys-results-mean = Среднее: { $mean } из 5
surveys-results-answer = Ответ
surveys-results-picture = График
surveys-results-people = Человек
surveys-results-share = Доля
surveys-results-no-words = Здесь никто ничего не написал.
surveys-results-question = Вопрос
surveys-results-side = Группа или год
surveys-results-average = Среднее

surveys-compare-title = Сравнить результаты анкет
surveys-compare-groups = Группы
surveys-compare-years = Учебные годы
surveys-compare-lead = Средние по шкале от 1 до 5. Учитывается только то, что видно на страницах самих групп, поэтому групп, где ответов меньше { $fewest }, здесь нет.
surveys-compare-none = Ни в одной группе этого обучения ещё нет { $fewest } ответов.

surveys-writing-title = Вопросы анкеты
surveys-writing-back = Вернуться к вопросам
surveys-organisations-lead = Каждая организация может задавать свои вопросы.
surveys-default = Задаются вопросы, которые есть в системе с самого начала.
surveys-own = Задаются ваши собственные вопросы.
surveys-own-more = Изменения лежат в черновике, пока вы их не опубликуете. Версии, которые уже задавались, остаются без изменений.
surveys-draft = Это черновик; на эти вопросы ещё никто не отвечает.
surveys-draft-more = Опубликуйте его, и он будет задаваться с этого времени. Группы, участники которых начали отвечать, остаются при своей версии.
surveys-publish = Опубликовать
surveys-discard = Удалить черновик
surveys-full = В анкете не больше 24 вопросов. Уберите один, чтобы добавить другой.
surveys-question = Вопрос
surveys-question-new = Новый вопрос
surveys-question-edit = Изменить вопрос
surveys-question-save = Сохранить в черновике
surveys-kind = Вид ответа
surveys-kind-scale = Шкала от 1 до 5
surveys-kind-one = Один вариант
surveys-kind-several = Несколько вариантов
surveys-kind-text = Текст
surveys-deeds = Изменить
surveys-up = Выше
surveys-down = Ниже
surveys-remove = Убрать
surveys-text-pl = Вопрос по-польски
surveys-text-ru = Вопрос по-русски
surveys-text-en = Вопрос по-английски
surveys-options-pl = Варианты по-польски
surveys-options-ru = Варианты по-русски
surveys-options-en = Варианты по-английски
surveys-options-hint = Каждый на своей строке. Для шкалы: в первой слова при 1, во второй при 5. Для текста оставьте пустым.
surveys-options-same = В том же порядке.
surveys-optional = Можно пропустить
surveys-versions = Опубликованные версии
surveys-version = Версия { $version }, { $made }
surveys-version-default = Вопросы, которые есть в системе с самого начала
surveys-again = Использовать снова
surveys-version-answers =
    { $count ->
        [one] { $count } ответ
        [few] { $count } ответа
        [many] { $count } ответов
       *[other] { $count } ответа
    }
surveys-preview-title = Предпросмотр
surveys-preview-lead = Так это видят участники. Отсюда ничего не отправляется.
flash-survey-published = Опубликовано. Теперь задаются эти вопросы.
flash-survey-discarded = Черновик удалён.
flash-survey-draft-saved = Сохранено в черновике.
error-survey_two_ends = Шкале нужны две строки: слова при 1 и при 5.
error-survey_options = Напишите от двух до { $most } вариантов, каждый на своей строке.
error-survey_options_twice = Один и тот же вариант стоит дважды.
error-survey_options_differ =
    { $count ->
        [one] Столько строк, сколько по-польски: { $count }.
        [few] Столько строк, сколько по-польски: { $count }.
        [many] Столько строк, сколько по-польски: { $count }.
       *[other] Столько строк, сколько по-польски: { $count }.
    }
error-survey_changed_meanwhile = Кто-то тем временем изменил вопросы. Посмотрите на список, каким он стал.
