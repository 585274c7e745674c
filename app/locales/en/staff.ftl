# The staff's pages: the offer, groups, lists, attendance.
staff-ways = Staff pages
staff-today-finished = Finished recently
staff-none = none
staff-no-meetings = No dates yet
staff-save = Save
staff-edit = Change
staff-state = State
staff-starts = Starts
staff-taken = Places taken
staff-taken-of = { $taken } of { $capacity }
staff-next-step = Next step
staff-back-to-group = Back to the group

# Today
staff-today-title = Today
staff-today-mark = Attendance to mark
staff-today-finish = Groups to finish
staff-today-soon = Starting within 14 days
staff-today-later = Other groups
staff-today-empty = No groups here yet
staff-today-empty-text = Groups appear here once they are published. Trainers see those they are assigned to.
staff-below-minimum = fewer than needed
staff-unmarked =
    { $count ->
        [one] { $count } mark missing
       *[other] { $count } marks missing
    }

# Courses
staff-courses-title = Courses
staff-courses-search = Title, code, subject or organiser
staff-courses-filter = Show by state
staff-courses-empty = There are no courses yet
staff-courses-empty-text = Begin with a course: subject, hours, topics. Then add groups with dates to it.
staff-courses-first = First the institutions
staff-courses-first-text = A course belongs to an institution, and there is none yet. Load their list with “zapis import organisations FILE”; docs/operations describes its columns.
staff-courses-none = Nothing fits these conditions
staff-courses-none-text = Remove the filter or type fewer words.
staff-courses-all = Show all
staff-courses-found =
    { $count ->
        [one] { $count } course.
       *[other] { $count } courses.
    }
staff-course-state-draft = Draft
staff-course-state-published = Published
staff-course-state-archived = Archived
staff-next-meeting = Next meeting
staff-open-groups = Open groups
staff-course-new = New course
staff-course-new-title = New course
staff-course-about = About the course
staff-course-see = See the public page
staff-course-publish = Publish
staff-course-to-draft = Back to draft
staff-course-archive = Archive
staff-organisation = Organiser
staff-title = Title
staff-code = Code
staff-course-code-hint = A short name for lists, different for each course, such as ICT-12.
staff-subject = Subject
staff-subject-hint = The catalogue is filtered by it, for example Mathematics.
staff-summary = Summary
staff-summary-hint = Two or three sentences: what people gain.
staff-topics = Topics
staff-topics-hint = One topic a line. They appear on the course page and on the certificate.
staff-audience = For whom
staff-audience-hint = For example: teachers of years 1 to 3.
staff-language = Language
staff-language-pl = Polish
staff-language-ru = Russian
staff-language-en = English
staff-teaching-hours = Teaching hours
staff-teaching-hours-hint = Of 45 minutes each. The number is printed on the certificate.

# Groups
staff-groups = Groups
staff-groups-empty = This course has no groups yet. A group has dates, a place and a number of seats.
staff-group = Group
staff-group-named = Group { $code }
staff-group-title = { $title }, group { $code }
staff-group-new = New group
staff-group-new-title = New group
staff-group-edit-title = Change group { $code }: { $title }
staff-group-make = Create the group
staff-group-publish = Publish the group
staff-group-facts = The group at a glance
staff-group-code-hint = A short name, different for each group of the course, such as 1 or autumn.
staff-group-state-draft = Draft
staff-group-state-published = Published
staff-group-state-running = Running
staff-group-state-finished = Finished
staff-group-state-cancelled = Cancelled
staff-step-add-meetings = A draft without dates. Add meetings, then publish the group.
staff-step-publish = A draft that nobody sees yet. Look it over and publish the group.
staff-step-wait = The group is on offer. People are joining.
staff-step-mark = The group is running. Mark attendance after each meeting.
staff-step-finish = All meetings are over. Mark attendance and finish the group.
staff-step-finished = The group is finished and people have their results.
staff-step-cancelled = The group is cancelled and people have been told.
staff-step-mark-action = Mark attendance
staff-step-finish-action = Finish the group
staff-course-not-published = The course is not published, so nobody sees this group in the catalogue.
staff-meetings = Meetings
staff-meetings-hint = The date, such as 1.12.2026 (day first), and times such as 16:00, on the organiser’s clock.
staff-meeting-number = Meeting { $number }
staff-day = Date
staff-hour = Time
staff-meeting-starts = From
staff-meeting-ends = To
staff-meeting-place = Place, if another
staff-meeting-add = Add a meeting
staff-meeting-remove = Remove meeting
staff-where-and-who = Where and who
staff-mode = Mode
staff-mode-on_site = In person
staff-mode-online = Online
staff-mode-mixed = Partly online
staff-place = Place
staff-place-hint = Address and room. May stay empty for online meetings.
staff-online-link = Link to the meetings
staff-online-link-hint = Only people with a place get it.
staff-trainers = Trainers
staff-trainers-hint = Names as they should be shown.
staff-trainer-accounts = Who keeps the list
staff-trainer-accounts-hint = They see the participants, mark attendance and finish the group.
staff-enrolling = Enrolment
staff-capacity = Places
staff-minimum = Minimum number of people
staff-minimum-hint = The group needs at least this many people to take place. 0 means no limit.
staff-opens = Enrolment opens
staff-closes = Enrolment closes
staff-opens-date = Enrolment opens, date
staff-opens-time = Enrolment opens, time
staff-closes-date = Enrolment closes, date
staff-closes-time = Enrolment closes, time
staff-instant-hint = For example 1.12.2026 (day first) and 16:00.
staff-window = Enrolment
staff-window-of = from { $opens } to { $closes }
staff-price = Price
staff-price-hint = For example 120 or 120.50. Empty means free.
staff-currency = Currency
staff-currency-hint = Charges are in this currency. Charges that were made already stay as they are.
staff-free = Free
staff-certificate = Completion and certificate
staff-attendance-percent = Attendance needed
staff-attendance-percent-hint = Percent of the teaching time that completes the training, for example 75.
staff-percent = { $percent }%
staff-signatory = Signed by
staff-signatory-name = Who signs the certificate
staff-signatory-role = Position
staff-signatory-role-hint = As it is printed below the signature, for example Director.
staff-meanwhile = What is saved now

# The question before saving
staff-confirm-title = Save these changes?
staff-confirm-told =
    { $count ->
        [one] We will write to { $count } person.
       *[other] We will write to { $count } people.
    }
staff-confirm-letter = Each gets one letter in their own language with what changes and an updated calendar entry.
staff-confirm-changes = What changes
staff-confirm-what = What
staff-confirm-old = Before
staff-confirm-new = From now on
staff-confirm-save = Save
staff-confirm-send =
    { $count ->
        [one] Save and send { $count } letter
       *[other] Save and send { $count } letters
    }
staff-confirm-back = Back to the form
staff-odd-past-meeting = There is a new date in the past. If that is a slip, go back and correct it.
staff-odd-far-meeting = There is a date more than two years from now. Check the year.
staff-odd-closes-after-start = Enrolment closes after the first meeting.
staff-odd-window-over = Enrolment has closed in the past, so nobody will be able to join.
staff-odd-other-price = People have joined already. The new price holds for places confirmed from now on: who has a place keeps what was agreed, and charges that were made stay as they are. To let somebody off, waive their charge.
staff-change-meeting = Meeting
staff-change-meeting-added = New meeting
staff-change-meeting-removed = Cancelled meeting
staff-change-not-held = will not take place
staff-change-place = Place
staff-change-mode = Mode
staff-change-trainers = Trainer
staff-change-link = Link to the meetings

# Cancelling and finishing
staff-cancel-link = Cancel the group
staff-cancel-title = Cancel the group?
staff-cancel-what = This group of “{ $title }” will not take place and every enrolment ends. This cannot be undone.
staff-cancel-told =
    { $count ->
        [one] We will tell { $count } person.
       *[other] We will tell { $count } people.
    }
staff-cancel-reason = Reason
staff-cancel-reason-hint = People will read it in the letter.
staff-cancel-button = Cancel the group and tell everybody
staff-finish-title = Finish the group?
staff-finish-not-over = The last meeting ends on { $when }. The group can be finished after that.
staff-finish-unmarked =
    { $count ->
        [one] { $count } person is not marked at every meeting. Complete the list first.
       *[other] { $count } people are not marked at every meeting. Complete the list first.
    }
staff-finish-completed =
    { $count ->
        [one] { $count } person completes the training
       *[other] { $count } people complete the training
    }
staff-finish-not-completed =
    { $count ->
        [one] { $count } person does not: attendance below { $percent }%
       *[other] { $count } people do not: attendance below { $percent }%
    }
staff-finish-told = Everybody gets a letter with the result, and the survey opens for those who complete.
staff-finish-button = Finish the group

# Participants
staff-participants-title = Participants
staff-participants-empty = Nobody has joined yet
staff-participants-empty-text = The list fills as people join.
staff-participants-holding =
    { $count ->
        [one] { $count } person has a place.
       *[other] { $count } people have a place.
    }
staff-took-part =
    { $count ->
        [one] { $count } person took part. Completed: { $completed }.
       *[other] { $count } people took part. Completed: { $completed }.
    }
staff-finished-on = Finished
staff-look-up-noted = Every look at this list is noted.
staff-participant-name = Name
staff-participant-email = E-mail
staff-participant-phone = Phone
staff-participant-workplace = Workplace
staff-participant-state = State
staff-participant-applied = Joined
staff-participant-payment = Payment
staff-participant-no-charge = nothing charged
staff-participants-search = Name, workplace or phone
staff-participants-by-state = Show by state
staff-participants-by-payment = Show by payment
staff-participants-all = Show everybody
staff-participants-found =
    { $count ->
        [one] { $count } person.
       *[other] { $count } people.
    }
staff-participant-attended = Attended
staff-deed-address = Show the address
staff-address-one-title = Show the e-mail address of { $name }?
staff-address-one-about = Every look at an address is noted, and the person gets a letter with the reason.
staff-address-title = E-mail address: { $name }
staff-address-noted = The address is shown once. The look is noted, and the person gets a letter about it.
staff-attended-of = { $present } of { $marked }
staff-enrolment-state-applied = Awaiting a decision
staff-enrolment-state-waiting = Waiting list
staff-enrolment-state-offered = Place offered
staff-enrolment-state-confirmed = Confirmed
staff-enrolment-state-attending = Attending
staff-enrolment-state-completed = Completed
staff-enrolment-state-not_completed = Not completed
staff-enrolment-state-refused = Refused
staff-enrolment-state-cancelled = Cancelled
staff-enrolment-state-resigned = Resigned
staff-enrolment-state-lapsed = Offer lapsed
staff-enrolment-state-transferred = Moved

# Attendance list
staff-paper-title = Attendance list to print
staff-paper-heading = Attendance list
staff-paper-hint = Print this page: it fits A4, with cells to sign in.
staff-paper-number = No.
staff-paper-signature = Signature
staff-paper-trainer-signature = Trainer’s signature: ______________________________
staff-attendance-title = Attendance
staff-attendance-hint = Tick those who came. A meeting where nobody is ticked stays unmarked.
staff-attendance-unmarked = unmarked
staff-attendance-present = was there
staff-attendance-absent = was not there
staff-attendance-nobody = Nobody came
staff-attendance-save = Save attendance
staff-attendance-none = No meeting has begun yet
staff-attendance-none-text = Attendance can be marked from the beginning of a meeting.
staff-attendance-empty-text = There is nobody on the list to mark.

# What has just been done
flash-staff-saved = Saved.
flash-staff-saved-told = Saved. The letters are on their way.
flash-staff-course-made = The course is saved as a draft. Now add a group with dates.
flash-staff-course-published = The course is published.
flash-staff-course-archived = The course is archived.
flash-staff-course-drafted = The course is a draft again.
flash-staff-group-made = The group is saved as a draft. Look it over and publish it.
flash-staff-group-published = The group is on offer.
flash-staff-group-cancelled = The group is cancelled. The letters are on their way.
flash-staff-group-finished = The group is finished. The letters with results are on their way.
flash-staff-group-closed = This group is finished or cancelled already. There is nothing left to do.
flash-staff-attendance-saved = Attendance is saved.

# Errors
error-number_range = Type a number from { $least } to { $most }.
error-money = Type an amount, for example 120 or 120.50.
error-date_typed = Type the date as day.month.year, for example 1.12.2026.
error-date_year = The year must be from 2000 to 2199.
error-time = Type the time, for example 16:00.
error-web_address = Type an address that begins with https://
error-closes_before_opens = Enrolment must close after it opens.
error-minimum_over_capacity = This is more than there are places.
error-meeting_no_date = Meeting { $number }: type the date or remove this meeting.
error-meeting_no_start = Meeting { $number }: type when it begins.
error-meeting_no_end = Meeting { $number }: type when it ends.
error-meeting_date = Meeting { $number }: type the date as day.month.year, for example 1.12.2026.
error-meeting_date_not_real = Meeting { $number }: there is no such day in the calendar.
error-meeting_time = Meeting { $number }: type the time, for example 16:00.
error-meeting_ends_before_start = Meeting { $number }: it must end after it begins.
error-meeting_place = Meeting { $number }: the place is too long or contains characters that cannot be printed.
error-meetings_overlap = Two meetings of the group are at the same time.
error-meetings_twice = The same meeting is here twice. Open the form again.
error-too_many_meetings = A group may have { $most } meetings at most.
error-meeting_has_marks = A meeting with attendance marked cannot be removed.
error-no_meetings = A group on offer needs at least one meeting.
error-code_taken = This code is taken. Choose another.
error-capacity_below_taken =
    { $count ->
        [one] { $count } place is taken already, so there cannot be fewer.
       *[other] { $count } places are taken already, so there cannot be fewer.
    }
error-course_has_groups =
    { $count ->
        [one] The course has { $count } group on offer. Finish or cancel it first.
       *[other] The course has { $count } groups on offer. Finish or cancel them first.
    }
error-group_over = The group is over or cancelled, so it can no longer be changed.
error-group_not_running = This group cannot be finished now: it has not begun or is closed already.
error-group_not_over = The last meeting ends on { $when }.
error-attendance_unmarked =
    { $count ->
        [one] { $count } person is not marked at every meeting.
       *[other] { $count } people are not marked at every meeting.
    }
error-attendance_list_changed = The list has changed in the meantime. Nothing was saved: look it over and save again.
error-attendance_not_yet = This meeting has not begun yet.

# One person in a group
staff-result-reason = Reason
staff-result-reason-hint = The participant reads it in the letter, and it stays in the history.
staff-result-to-completed = Correct to “completed”
staff-result-to-not-completed = Correct to “not completed”
staff-result-ask-completed = Correct the result to “completed”?
staff-result-ask-not-completed = Correct the result to “not completed”?
staff-result-certificate-goes = Certificate no. { $number } will no longer be valid.
staff-result-certificate-comes = The certificate is issued as soon as nothing is missing for it.
staff-result-told = The participant gets a letter with the new result and the reason.
staff-certificates-title = Certificates
staff-certificate-named = No. { $number }, issued on { $when }
staff-certificate-reason = Reason
staff-certificate-reason-hint = The holder reads it in the letter, and it stays in the history.
staff-certificate-reissue = Issue anew
staff-certificate-revoke = Revoke
staff-certificate-ask-reissue = Issue a new certificate in place of no. { $number }?
staff-certificate-ask-revoke = Revoke certificate no. { $number }?
staff-certificate-goes = Certificate no. { $number } will no longer be valid, and the public check will say so.
staff-certificate-was-revoked = Certificate no. { $number } is revoked and stays so.
staff-certificate-new = The new one is made from the data as it is now, and gets the next number.
staff-certificate-told-reissue = The holder gets a letter with both numbers and the reason.
staff-certificate-told-revoke = The holder gets a letter with the reason. After that only staff can issue a new one, on the same page.
staff-history = History
staff-event-because = { $event }. Reason: { $reason }
staff-event-reason = Reason: { $reason }.
staff-event-by-system = automatically
flash-staff-result-corrected = The result is corrected, and the participant is told.
flash-staff-certificate-reissued = A new certificate is issued; the one before is no longer valid.
flash-staff-certificate-revoked = The certificate is revoked, and its holder is told.
error-nothing_to_correct = This result is already recorded, or the group has not ended yet. Nothing was changed.
error-certificate_not_valid = This certificate was replaced or revoked in the meantime. Nothing was changed.
error-certificate_not_possible = A certificate cannot be issued now: the participant’s data is incomplete, or something else is still missing. Nothing was changed.

# Copying
staff-copy-group-title = Another run
staff-copy-group-lead = A new group like this one: the same days of the week and hours, counted from a new first day, with the same materials. You see everything before it is saved.
staff-copy-first = First day
staff-copy-group-first-hint = The day of the first meeting, such as 1.9.2027. Meetings that would fall on a weekend or a public holiday move to the next working day; those of a weekend leave only public holidays free.
staff-copy-group-button = Show the new group
staff-copy-course-title = Copy to a new year
staff-copy-course-lead = “{ $title }” with all its groups and their materials, as drafts: nobody sees them until you publish them. Groups that were called off are left out.
staff-copy-code = Code of the new course
staff-copy-code-hint = Another one than this course has.
staff-copy-course-first-hint = The day on which the earliest group begins, such as 1.9.2027. The others follow as they did; meetings that would fall on a weekend or a public holiday move to the next working day; those of a weekend leave only public holidays free.
staff-copy-course-button = Copy
flash-staff-course-copied = The copy is here, as a draft. Look through the dates, then publish it.

# The line, decisions, transfers, late resignations
staff-waiting-places = Waiting list
staff-waiting-places-hint = So many may wait for a place. 0 is no waiting list.
staff-needs-approval = We decide about each application
staff-needs-approval-hint = Whoever joins gets a held place; you confirm or refuse on the list of participants.
staff-deadlines-title = Deadlines of the institution
staff-offer-hours = Hours an offered place is held
staff-offer-hours-hint = From 2 to 720. An offer ends 24 hours before the first meeting at the latest, and nobody gets less than 2 hours.
staff-long-from-hours = A training is long from this many teaching hours
staff-long-from-hours-hint = From a long training one resigns 3 days before, from a short one 1 day.
staff-long-from-meetings = A training is long from this many meetings
staff-long-from-meetings-hint = Either of the two is enough.
staff-waiting-list = Waiting list
staff-approval = Approval
staff-approval-on = We decide about each application
staff-applied = Applications to decide
staff-applied-at = Applied
staff-decision = Decision
staff-late = Asked to be withdrawn after the deadline
staff-position = Position
staff-everybody = Everybody on the list
staff-deed-confirm = Confirm
staff-deed-refuse = Refuse
staff-deed-cancel = Cancel the enrolment
staff-deed-transfer = Move to another group
staff-deed-move-up = Move up
staff-refuse-one-title = Refuse { $name }?
staff-refuse-one-about = The place goes to the next in line, and the person gets a letter with the reason.
staff-cancel-one-title = Cancel the enrolment of { $name }?
staff-cancel-one-about = The enrolment ends, the place goes to the next in line, and the person gets a letter with the reason.
staff-reason-template = Reason
staff-reason-template-hint = Choose a reason, write one, or both.
staff-reason-words = In your own words
staff-reason-words-hint = The person reads it as you write it.
staff-transfer-title = Move { $name } to another group
staff-transfer-about = The place there is taken first. The person gets one letter with both dates and an updated calendar.
staff-transfer-target = To which group?
staff-transfer-to =
    { $free ->
        [one] Group { $code }, { $when }, { $free } free place
       *[other] Group { $code }, { $when }, { $free } free places
    }
staff-transfer-reason = Reason
staff-transfer-price = It costs { $price } there: what is missing will be due, what was paid too much will go back.
staff-transfer-none = No other group has a free place
staff-transfer-none-text = People are moved to another group of the same course that has yet to begin and has a free place.
staff-move-up-title = Move { $name } up the waiting list
staff-move-up-about = The position now is { $position }. Those who are passed see that, and the reason, in their timeline.
staff-move-up-position = New position
staff-move-up-reason = Reason
staff-move-up-reason-hint = Those who are passed read it, so leave out names and private matters.
staff-late-title = Withdraw { $name } after the deadline?
staff-late-asked = Asked on
staff-late-reason = Reason
staff-late-paid = This training is paid for. What is due stays due unless it is waived.
staff-late-answer = Your answer
staff-late-answer-hint = The person reads it. It is needed to decline.
staff-late-withdraw = Withdraw the person
staff-late-decline = Decline
staff-late-answer-link = Answer
staff-today-decide = Waiting for a decision
staff-step-decide-action = Decide
staff-to-decide =
    { $count ->
        [one] { $count } person waits
       *[other] { $count } people wait
    }
flash-staff-confirmed = Confirmed. The letter is on its way.
flash-staff-refused = Refused. The letter with the reason is on its way.
flash-staff-cancelled-one = The enrolment is cancelled. The letter with the reason is on its way.
flash-staff-decided-before = This was decided before, or the person has left. Nothing was changed.
flash-staff-transferred = Moved. One letter with both dates is on its way.
flash-staff-moved-up = Moved up. Those who were passed see it in their timeline.
flash-staff-withdrawn = The person is withdrawn. The letter is on its way.
flash-staff-late-declined = Declined. The letter with your answer is on its way.
flash-staff-look-again = You were signed out meanwhile, and nothing was done. Look again and press the button once more.
error-reason_required = Choose a reason or write one.
error-target_full = The last place there has just been taken. Choose another group.
error-target_joined = The person is in that group already, or waits for it.
error-not_ahead = Type a position further ahead than the present one, from 1.
error-applications_undecided =
    { $count ->
        [one] { $count } application still waits for a decision. Confirm or refuse it first.
       *[other] { $count } applications still wait for a decision. Confirm or refuse them first.
    }
staff-ages = Ages
staff-ages-hint = For programmes that ask for an age on the day of the first meeting. Parents then apply for their children. Leave both empty for a training of adults.
staff-age-from = From, in years
staff-age-to = To, in years
staff-takes-certificate = A funding certificate pays for it
staff-takes-certificate-hint = Families can search for such programmes.
error-age_order = The oldest age is below the youngest.

flash-staff-child-unconfirmed = Not confirmed yet: first compare the child's data with documents.
error-lists_unconfirmed = The child's data has not been compared with documents yet.

staff-applications-title = Applications
staff-applications-about = What waits for a decision, the nearest answer first.
staff-applications-none = Nothing waits for a decision
staff-applications-none-text = New applications appear here.
staff-application-who = Who
staff-application-what = For what
staff-application-organisation = Institution
staff-application-due = Answer by
staff-application-state = Where it stands
staff-application-late = overdue
staff-application-documents = documents not seen
staff-application-ready = to be decided
staff-order = Number and date of the order
staff-order-hint = For example: 14/2026 of 3 September. Each person reads it.
staff-reason-account = Confirmed account’s address
staff-reason-account-hint = Only for a duplicate account: the address of the account to use instead. The person reads its beginning, with the telephone and hours of whoever helps.
