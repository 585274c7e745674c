# Trainings: the start page, the list, the page of a training.
catalogue-home-title = Trainings for those who teach
catalogue-home-lead = Find a training, take a place, and get a certificate that anyone can verify.
catalogue-home-next = Next trainings
catalogue-home-all = See all trainings
catalogue-home-how = How it works
catalogue-home-how-find = Choose a training and read when and where it takes place.
catalogue-home-how-account = Create an account. Once is enough: three minutes and an e-mail address.
catalogue-home-how-join = Press “Join”. The place is yours from that moment.
catalogue-home-how-certificate = Afterwards fill in a short survey and download the certificate.
catalogue-home-yours = For you
catalogue-home-yours-trainings = dates, surveys and certificates in one place.
catalogue-home-yours-profile = the data that goes on certificates.
catalogue-home-verify = type its number and see whether it is valid.

catalogue-title = Find a training
catalogue-lead = Choose a training, read the details and press “Join”. The place is yours from that moment.
catalogue-search = What are you looking for?
catalogue-search-hint = A topic, a trainer’s name or a place. Accents do not matter.
catalogue-filters = Filters
catalogue-more-filters = More filters
catalogue-filter-free-places = With free places
catalogue-filter-subject = Subject
catalogue-filter-institution = Institution
catalogue-filter-mode = Format
catalogue-filter-price = Price
catalogue-filter-when = Time
catalogue-filter-from = From
catalogue-filter-to = Until
catalogue-any-subject = All
catalogue-any-institution = All
catalogue-any-mode = Any
catalogue-any-price = Any
catalogue-any-when = Any
catalogue-institution-unknown = Unknown institution
catalogue-mode-on_site = On site
catalogue-mode-online = Online
catalogue-mode-mixed = Mixed
catalogue-price-free = Free of charge
catalogue-price-paid = Paid
catalogue-when-morning = Before 15:00
catalogue-when-afternoon = From 15:00
catalogue-when-weekend = At the weekend
catalogue-chip-from = From { $day }
catalogue-chip-to = Until { $day }
catalogue-apply = Apply filters
catalogue-clear = Remove all filters
catalogue-count =
    { $count ->
        [one] { $count } training
       *[other] { $count } trainings
    }
catalogue-order = Order:
catalogue-sort-best = best match
catalogue-sort-soonest = soonest
catalogue-sort-cheapest = cheapest
catalogue-sort-places = most places
catalogue-nothing-title = There are no such trainings
catalogue-nothing-text = Try one word instead of several, check the spelling, or remove one of the filters.
catalogue-none-title = There are no trainings on offer now
catalogue-none-text = New dates appear here as soon as institutions announce them. Look again in a few days.

catalogue-meetings =
    { $count ->
        [one] { $count } meeting
       *[other] { $count } meetings
    }
catalogue-hours =
    { $count ->
        [one] { $count } hour
       *[other] { $count } hours
    }
catalogue-teaching-hours =
    { $count ->
        [one] { $count } teaching hour
       *[other] { $count } teaching hours
    }
catalogue-card-time = { $hours }. { $meetings }, { $teaching }
catalogue-no-date = Date to be announced
catalogue-place-online = Online, we send the link by e-mail
catalogue-place-mixed = { $place }; some meetings online
catalogue-taught-by = Taught by { $names }
catalogue-taught-by-several = Taught by { $names }
catalogue-free = Free of charge
catalogue-places =
    { $free ->
        [one] { $free } free place of { $capacity }
       *[other] { $free } free places of { $capacity }
    }
catalogue-no-places =
    { $capacity ->
        [one] The only place is taken
       *[other] No free places: all { $capacity } are taken
    }
catalogue-last-place = Last place
catalogue-last-places = Last places
catalogue-window-closed = Enrolment has ended
catalogue-cancelled = Training cancelled
catalogue-opens = Enrolment opens { $day }, at { $time }

catalogue-course-description = { $summary } Begins on { $date }.
catalogue-programme = Programme
catalogue-meetings-title = Meetings
catalogue-meetings-caption = Dates of the meetings
catalogue-group-title = Date: { $when }
catalogue-when-line = { $day }, { $hours }. { $meetings }
catalogue-no-meetings-yet = The date will follow soon
catalogue-meeting-day = Day
catalogue-meeting-hours = Time
catalogue-meeting-place = Place
catalogue-good-to-know = Good to know
catalogue-trainers = Taught by
catalogue-workload = Duration
catalogue-language = Language
catalogue-language-pl = Polish
catalogue-language-ru = Russian
catalogue-language-en = English
catalogue-offered-by = Offered by
catalogue-certificate = Certificate
catalogue-certificate-free =
    { $hours ->
        [one] After attending at least { $needed } of { $hours } hour and filling in the survey
       *[other] After attending at least { $needed } of { $hours } hours and filling in the survey
    }
catalogue-certificate-paid =
    { $hours ->
        [one] After attending at least { $needed } of { $hours } hour, filling in the survey, and when the payment is booked
       *[other] After attending at least { $needed } of { $hours } hours, filling in the survey, and when the payment is booked
    }
catalogue-certificate-free-any = After the training and the survey
catalogue-certificate-paid-any = After the training and the survey, when the payment is booked
catalogue-resignation = Resigning
catalogue-resign-until = Until the end of { $day }. Later, please contact us:
catalogue-resign-over = It is too late to resign on this site. Please contact us:
catalogue-resign-always = At any time until a date is set. Or contact us:
catalogue-calendar = Calendar
catalogue-calendar-file = Add the meetings to your calendar
catalogue-changes = Changes
catalogue-changes-promise = We write you an e-mail about every change of date or place.
catalogue-join-title = Join this training
catalogue-join = Join
catalogue-other-trainings = See other trainings
catalogue-open-until = Enrolment is open until { $day }, { $time }.
catalogue-open-until-end-of = Enrolment is open until the end of { $day }.
catalogue-list-open = Waiting list open
catalogue-list-sentence = All places are taken. You can wait for one: you would be number { $position } on the list, and we write when a place becomes free.
catalogue-join-list = Join the waiting list
catalogue-approval = Approval
catalogue-approval-text = The organiser decides about each application; a place is held for you until then.
catalogue-full-sentence = When somebody resigns, the place appears here again.
catalogue-closed-sentence = Enrolment for this date has ended.
catalogue-cancelled-sentence = This training will not take place. Those who had joined got an e-mail.
catalogue-no-groups-title = There are no dates now
catalogue-no-groups-text = The training has already taken place, or a new date is still to be set.

catalogue-import-text = Line { $line }: “{ $column }” is too long or holds control characters: { $value }
catalogue-import-count = Line { $line }: “{ $column }” is not a whole number from 1 to 100000: { $value }
catalogue-import-price = Line { $line }: “{ $column }” is not an amount such as 120 or 120,50: { $value }
catalogue-import-mode = Line { $line }: “{ $column }” is not on site, online or mixed: { $value }
catalogue-import-yes-or-no = Line { $line }: “{ $column }” is neither yes nor no: { $value }
catalogue-import-state = Line { $line }: “{ $column }” is not a state that a list can give (draft, published; for courses also archived): { $value }
catalogue-import-language = Line { $line }: “{ $column }” is not a language code such as pl, ru or en: { $value }
catalogue-import-date-time = Line { $line }: “{ $column }” is not a day and time such as 2026-12-01 16:00: { $value }
catalogue-import-meetings = Line { $line }: “{ $column }” is not a list of meetings such as 2026-12-01 16:00-19:15; 2026-12-08 16:00-19:15: { $value }
catalogue-import-meetings-overlap = Line { $line }: two meetings of “{ $column }” overlap: { $value }
catalogue-import-window = Line { $line }: enrolment closes before it opens (“{ $column }”): { $value }
catalogue-import-twice = Line { $line }: the same code stands in “{ $column }” on line { $value } already
catalogue-import-no-organisation = Line { $line }: “{ $column }” is empty; fill it, or give one for the whole list with --organisation
catalogue-import-unknown-organisation = Line { $line }: “{ $column }” names no organisation that is known: { $value }
catalogue-import-several-organisations = Line { $line }: “{ $column }” is the name of several organisations; write the number instead: { $value }
catalogue-import-unknown-course = Line { $line }: “{ $column }” is not the code of a course of this organisation: { $value }
catalogue-import-currency = Line { $line }: “{ $column }” is no currency that we know (such as PLN, EUR, RUB): { $value }
catalogue-import-capacity-below-taken = Line { $line }: “{ $column }” is less than the places that are taken: { $value }
catalogue-import-has-participants = Line { $line }: { $value } people have a place in this group; change its date, place, mode or trainers on the staff’s page, which writes to them (“{ $column }”)
catalogue-import-group-over = Line { $line }: the group in “{ $column }” cannot be changed by a list any more: { $value }
catalogue-import-age = Line { $line }: “{ $column }” needs ages from 0 to 99, the youngest and the oldest: { $value }
catalogue-filter-age = Age of the child, in years
catalogue-filter-municipality = Municipality
catalogue-any-municipality = Any
catalogue-municipality-unknown = Municipality that is not in the list
catalogue-filter-days = Days of the week
catalogue-filter-days-hint = Only what takes place on the days that you choose, and on no other. Choose none for every day.
catalogue-misread-age = “{ $text }” is not an age from 0 to 99, so the list is not narrowed by it.
catalogue-misread-from = “{ $text }” is not a day we understand, so the list does not begin with it. Write it as 1.12.2026.
catalogue-misread-to = “{ $text }” is not a day we understand, so the list does not end with it. Write it as 1.12.2026.
catalogue-card-age = age { $age }
catalogue-card-ages = ages { $from } to { $to }
catalogue-takes-certificate-alone = A funding certificate pays for it; nothing is left for the family to pay
catalogue-filter-city = Town or district
catalogue-any-city = Anywhere
catalogue-filter-funding = Funding
catalogue-any-funding = Any
catalogue-filter-certificate = Funding certificate
catalogue-chip-age = { $age ->
    [one] { $age } year old
   *[other] { $age } years old
}
catalogue-ages = Ages
catalogue-ages-between = { $from } to { $to } on the day of the first meeting
catalogue-takes-certificate = A funding certificate pays for it
catalogue-apply-for = Apply
catalogue-home-parents = For parents: enrol a child
catalogue-home-parents-how = Each child is added once. Then you apply for it to programmes of every institution, and see here how each application stands.
catalogue-home-parents-child = Add a child, or see your children
catalogue-home-yours-children = children that you act for, and their applications
