# Joining a training, "My trainings", resigning, and the letters about them.

# Joining
enrolment-join-title = Join the training
enrolment-join-button = Join
enrolment-join-back = Back to the training
enrolment-join-about = Once you press “Join”, the place is yours.
enrolment-when = When
enrolment-where = Where
enrolment-trainers = Trainer
enrolment-places = Places
enrolment-price = Price
enrolment-resigning = Resigning
enrolment-organisation = Organiser
enrolment-free-of-charge = Free of charge
enrolment-online = Online, participants get the link by e-mail
enrolment-no-meetings = Dates will follow soon
enrolment-places-free =
    { $free ->
        [one] { $free } free place of { $capacity }
       *[other] { $free } free places of { $capacity }
    }
enrolment-resign-until = You can resign until the end of { $day }.
enrolment-resign-later = After that, please contact us.
enrolment-resign-any-time = You can resign until the dates are announced.
enrolment-resign-too-late = It is too late to resign on this site. If you need to, please contact us.
enrolment-confirmation-to = We will send a confirmation to { $email }.
enrolment-overlap-title = You have another training at the same time
enrolment-overlap-line = { $title }: { $when }
enrolment-overlap-advice = You can join anyway, but nobody can be in two places at once.

# When joining is not possible
enrolment-full-title = All places are taken
enrolment-full-text = We could not get you a place: somebody was a moment faster. Nothing was saved.
enrolment-full-seen = There are no free places here now. When somebody resigns, the place appears in the list of trainings.
enrolment-cancelled-title = This training has been cancelled
enrolment-cancelled-text = The training will not take place, so nobody can join it.
enrolment-closed-title = Enrolment has ended
enrolment-closed-text = Enrolment was open until { $when }.
enrolment-begun-text = This training is under way or over.
enrolment-not-yet-title = Enrolment has not begun yet
enrolment-not-yet-text = Enrolment opens on { $when }. Come back to this page then.
enrolment-paid-title = This training has to be paid for
enrolment-paid-text = Price: { $price }. For paid trainings the organiser enrols you: call or visit, and you will settle everything there.
enrolment-paid-contact = See how to get in touch
enrolment-other-groups = Other dates of this training
enrolment-other-groups-none = There are no other dates of this training now.
enrolment-other-group-join = Choose this date
enrolment-see-courses = See other trainings
error-enrolment-review = Your session ended before anything was sent. Check the details and press “Join” again.

# After a click
flash-enrolment-joined = The place is yours. We have sent a confirmation by e-mail.
flash-enrolment-already-joined = This training is already among yours. There is no need to join twice.
flash-enrolment-resigned = The place is free again. We have sent a confirmation by e-mail.
flash-enrolment-already-closed = This enrolment had already ended. Nothing was changed.
flash-enrolment-profile-first = Fill in your details first, then join the training.

# My trainings
enrolment-my-title = My trainings
enrolment-my-waiting =
    { $count ->
        [one] { $count } thing is waiting for you.
       *[other] { $count } things are waiting for you.
    }
enrolment-my-nothing-waiting = All done. Nothing is waiting for you.
enrolment-my-current = Current
enrolment-my-archive = Archive
enrolment-my-empty = Your trainings will appear here
enrolment-my-empty-text = Choose a training from the list and press “Join”. The place is yours from then on, and here you will see the dates, the survey and the certificate.
enrolment-my-archive-empty = The archive is still empty
enrolment-my-archive-empty-text = Trainings that are over, and those you resign from, will be kept here.
enrolment-my-find = See trainings
enrolment-calendar = Add to calendar
enrolment-resign = Resign
enrolment-contact = Contact
enrolment-history = History

enrolment-badge-applied = Awaiting a decision
enrolment-badge-waiting = Waiting list
enrolment-badge-offered = A place for you
enrolment-badge-confirmed = Confirmed
enrolment-badge-attending = Under way
enrolment-badge-completed = Completed
enrolment-badge-not_completed = Not completed
enrolment-badge-refused = Refused
enrolment-badge-cancelled = Cancelled
enrolment-badge-resigned = Resigned
enrolment-badge-lapsed = Offer lapsed
enrolment-badge-transferred = Moved

enrolment-says-applied = Application received, and a place is kept for you.
enrolment-says-waiting = You are on the waiting list.
enrolment-says-offered = A place has become free, and we keep it for you.
enrolment-says-confirmed = The place is yours.
enrolment-says-attending = The training is under way.
enrolment-says-completed = Training completed.
enrolment-says-not_completed = Training not completed: too little attendance.
enrolment-says-corrected = Result corrected: the training is not completed.
enrolment-says-refused = The organiser did not accept the application.
enrolment-says-cancelled = This enrolment was cancelled.
enrolment-says-cancelled-group = The training was cancelled.
enrolment-says-resigned = You resigned.
enrolment-says-lapsed = The offer of a place lapsed without an answer.
enrolment-says-transferred = The enrolment was moved to another date.
enrolment-first-meeting = First meeting: { $when }, { $place }.
enrolment-only-meeting = Meeting: { $when }, { $place }.
enrolment-next-meeting = Next meeting: { $when }, { $place }.
enrolment-after-last-meeting = All meetings are over. The result follows once the trainer has filled in the attendance.
enrolment-since-completed = Ended on { $day }.
enrolment-since-not_completed = Ended on { $day }.
enrolment-since-refused = Decided on { $day }.
enrolment-since-cancelled = Cancelled on { $day }.
enrolment-since-resigned = Since { $day }.
enrolment-since-lapsed = Lapsed on { $day }.
enrolment-since-transferred = Moved on { $day }.
enrolment-contact-if-wrong = If this is a mistake, please contact the organiser.

enrolment-attendance = Attendance
enrolment-attendance-too-little = Too little
enrolment-attendance-of =
    { $all ->
        [one] { $present } of { $all } meeting
       *[other] { $present } of { $all } meetings
    }

enrolment-event-join = Enrolled, place taken
enrolment-event-resign = Resigned, place given back
enrolment-event-cancel = Enrolment cancelled
enrolment-event-start = The training began
enrolment-event-complete = Training completed
enrolment-event-fail = Training not completed
enrolment-event-correct = Result corrected
enrolment-event-survey = Survey filled in
enrolment-event-other = Enrolment changed
enrolment-event-first-meeting = First meeting
enrolment-event-deadline = Last day to resign
enrolment-by-you = You
enrolment-by-staff = Organiser
enrolment-by-system = System

# Resigning
enrolment-resign-title = Resign from the training?
enrolment-resign-what = You will give back your place in “{ $title }”, which begins on { $when }.
enrolment-resign-place = Somebody else can take the place at once, so there may be no way back.
enrolment-resign-mail = We will send a confirmation with a file that removes the meetings from your calendar.
enrolment-resign-button = Yes, I resign
enrolment-late-title = It is too late to resign here
enrolment-late-text = It was possible to resign from “{ $title }” on this site until the end of { $day }.
enrolment-late-next = If you cannot come, tell the organiser, who can still withdraw you.
enrolment-late-back = Back to my trainings

# Letters
enrolment-meeting-number = Meeting { $number }
enrolment-online-link = Link to the meetings
enrolment-letter-open = My trainings
enrolment-letter-confirmed-subject = You have a place: { $title }
enrolment-letter-confirmed-what = The place in “{ $title }” is yours.
enrolment-letter-confirmed-changes = We will write to you about every change of date or place.
enrolment-letter-calendar = The meetings are in the attached file: open it to add them to your calendar.
enrolment-letter-resigned-subject = You have resigned: { $title }
enrolment-letter-resigned-what = You have resigned from “{ $title }”. Your place is free again.
enrolment-letter-resigned-next = If you change your mind and there is still a free place, you can join again.
enrolment-letter-calendar-cancel = The attached file removes the meetings from your calendar.
enrolment-letter-see-courses = See trainings
enrolment-letter-changed-subject = A change in your training: { $title }
enrolment-letter-changed-what = Something changes in “{ $title }”. Below is what was and what will be.
enrolment-letter-changed-value = { $old } → { $new }
enrolment-letter-changed-calendar = Open the attached file and the entry in your calendar is updated.
enrolment-letter-changed-next = If this does not suit you, you can resign in “My trainings” or contact the organiser.
enrolment-letter-group-cancelled-subject = Training cancelled: { $title }
enrolment-letter-group-cancelled-what = The training “{ $title }” will not take place. We are sorry for the trouble.
enrolment-letter-group-cancelled-reason = Reason: { $reason }
enrolment-letter-group-cancelled-next = Your enrolment has been closed and there is nothing you need to do. The list may have other dates.
enrolment-letter-completed-subject = Training completed, the survey is open: { $title }
enrolment-letter-completed-what = Congratulations, you have completed “{ $title }”.
enrolment-letter-completed-next = Only the survey stands before the certificate. It takes about 3 minutes, and answers are kept without your name.
enrolment-letter-completed-open = Fill in the survey
enrolment-letter-not_completed-subject = Training not completed: { $title }
enrolment-letter-not_completed-what = “{ $title }” is over, but attendance was below the required { $percent }%, so there will be no certificate.
enrolment-letter-not_completed-next = If this is a mistake, please contact the organiser, who can correct the attendance list.
enrolment-letter-corrected-subject = Your result was corrected: { $title }
enrolment-letter-corrected-completed = Your result in “{ $title }” was corrected: the training is completed.
enrolment-letter-corrected-not_completed = Your result in “{ $title }” was corrected: the training is not completed.
enrolment-letter-corrected-reason = Reason: { $reason }
enrolment-letter-corrected-survey = Only the survey stands before the certificate. It takes about 3 minutes, and answers are kept without your name.
enrolment-letter-corrected-wrong = If this is a mistake, please contact the organiser.

# Contact
contact-title = Contact
contact-lead = Call or visit: we are glad to help.
contact-phone = Phone
contact-address = Address
contact-hours = Hours
contact-email = E-mail
contact-email-show = Show the e-mail address
contact-email-hint = The address is shown after a press of the button, so that programs that send spam do not collect it.
contact-none = Contact details have not been filled in yet.
