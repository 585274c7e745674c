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
enrolment-by-family = Your family
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
enrolment-late-next = If you cannot come, ask the organiser below, who can still withdraw you. A paid training stays due unless the organiser waives it.
enrolment-late-back = Back to my trainings

# The line for a place, and approval
enrolment-line-title = Join the waiting list
enrolment-line-about =
    { $hours ->
        [one] All places are taken. You would be number { $position } on the waiting list. When a place becomes free for you, we hold it for { $hours } hour, or less shortly before the start, and write to you.
       *[other] All places are taken. You would be number { $position } on the waiting list. When a place becomes free for you, we hold it for { $hours } hours, or less shortly before the start, and write to you.
    }
enrolment-line-button = Join the waiting list
enrolment-line-too-late = Somebody was a moment faster, and the last place is taken. Nothing was saved. You can join the waiting list instead.
enrolment-apply-about = Once you press “Apply”, a place is held for you, and the organiser decides. We write to you when that has happened.
enrolment-apply-button = Apply
flash-enrolment-applied = Your application is in, and a place is held for you. We write to you when the organiser has decided.
flash-enrolment-in-line = You are on the waiting list. We write to you when a place becomes free.
flash-enrolment-look-again = You were signed out meanwhile, and nothing was done. Look again and press the button once more.
flash-enrolment-offer-over = The offer was over already, and the place went to the next person. Nothing was changed.
flash-enrolment-already-answered = This offer was answered before. Nothing was changed.
flash-enrolment-left-line = You are no longer on the waiting list.
flash-enrolment-offered-meanwhile = A place has just become free for you, so we have not taken you off. Take the place or decline it below.
enrolment-position = Your position on the list: { $position }.
enrolment-offered-until = Answer by { $until }.
enrolment-accept = Take the place
enrolment-decline = Decline
enrolment-leave-line = Leave the list
enrolment-decline-title = Decline the offered place?
enrolment-decline-what = A place in “{ $title }”, which begins on { $when }, is held for you.
enrolment-decline-next = If you decline, it goes to the next person at once, and you are no longer on the list.
enrolment-decline-mail = We will send a confirmation by e-mail.
enrolment-decline-button = Yes, I decline
enrolment-event-apply = Application sent, place held
enrolment-event-wait = On the waiting list
enrolment-event-offer = A place was offered
enrolment-event-accept = Offered place taken
enrolment-event-lapse = The offer lapsed
enrolment-event-list-closed = The training began without a free place
enrolment-event-leave-line = Left the waiting list
enrolment-event-decline-offer = Offered place declined
enrolment-event-move-up = Moved up the waiting list
enrolment-event-passed = Somebody was moved ahead on the waiting list
enrolment-event-confirm = Application confirmed
enrolment-event-refuse = Application refused
enrolment-event-transfer = Moved to another date
enrolment-event-moved-here = Moved here from another date
enrolment-event-ask-late = Asked to be withdrawn after the deadline
enrolment-event-decline-late = Request to be withdrawn declined
enrolment-event-withdraw = Withdrawn after the deadline
enrolment-event-show-address = The organiser looked at the e-mail address
enrolment-event-child-moved = The child lives in another municipality now; the institution sees it
enrolment-event-offer-ends = The offer ends
enrolment-event-because = { $event }. Reason: { $reason }

# Why staff ends an enrolment
enrolment-reason-audience = The group is meant for other participants.
enrolment-reason-conditions = The conditions of the training are not met.
enrolment-reason-data = Data needed for the decision are missing.
enrolment-reason-another_group = Another date of this training suits better, and it still has places.
enrolment-reason-asked = You asked for it.
enrolment-reason-mistake = The enrolment was a mistake.
enrolment-reason-duplicate = There was a second enrolment of the same person.
enrolment-reason-duplicate-of = It was submitted from a duplicate account. If the training is still wanted, apply from the account { $account }.
enrolment-reason-duplicate-call = Without access to that account, call { $phone }.
enrolment-reason-duplicate-call-at = Without access to that account, call { $phone } ({ $hours }).
enrolment-reason-forgotten_address = The participant does not remember which address they use; identity checked.
enrolment-reason-letters_return = Letters to this address do not arrive.
enrolment-reason-urgent = An urgent message about the training.

# Resigning after the deadline
enrolment-late-link = Ask to be withdrawn
enrolment-late-waits = Your request to be withdrawn is with the organiser. We write to you when it is answered.
enrolment-late-declined = The organiser declined your request.
enrolment-late-reason = Why can you not come?
enrolment-late-reason-hint = The organiser reads it. Please leave out medical details.
enrolment-late-button = Send the request
flash-enrolment-late-asked = Your request is with the organiser. Until it is answered, the place stays yours.
flash-enrolment-late-asked-before = Your earlier request still waits for its answer. There is no need to send it twice.

# Letters
enrolment-meeting-number = Meeting { $number }
enrolment-online-link = Link to the meetings
enrolment-letter-open = My trainings
enrolment-letter-confirmed-subject = You have a place: { $title }
enrolment-letter-confirmed-what = The place in “{ $title }” is yours.
enrolment-letter-confirmed-changes = We will write to you about every change of date or place.
enrolment-letter-calendar = The meetings are in the attached file: open it to add them to your calendar.
enrolment-letter-reminder-subject = Soon: { $title }
enrolment-letter-reminder-what = “{ $title }” begins on { $when }. Below is when and where.
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
enrolment-letter-completed-survey = The next step is the survey. It takes about 3 minutes, and answers are kept without your name.
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

enrolment-letter-waiting-subject = On the waiting list: { $title }
enrolment-letter-waiting-what = All places in “{ $title }” are taken. You are number { $position } on the waiting list.
enrolment-letter-waiting-next = When a place becomes free for you, we hold it and write to you. You can see your position, or leave the list, in “My trainings”.
enrolment-letter-offered-subject = A place for you: { $title }
enrolment-letter-offered-what = A place in “{ $title }” has become free. We hold it for you until { $until }.
enrolment-letter-offered-next = Take it or decline it in “My trainings”. Without an answer by then it goes to the next person.
enrolment-letter-offered-open = Answer now
enrolment-letter-lapsed-subject = The offer has lapsed: { $title }
enrolment-letter-lapsed-what = The place in “{ $title }” that we held for you went to the next person, because no answer came in time.
enrolment-letter-lapsed-next = You are no longer on the waiting list. If you still want to come, you can join it again.
enrolment-letter-list-closed-subject = No place became free: { $title }
enrolment-letter-list-closed-what = “{ $title }” has begun, and no place became free for you. The waiting list is closed.
enrolment-letter-list-closed-next = There is nothing you need to do. Other dates may be on the page of the training.
enrolment-letter-left-line-subject = No longer on the waiting list: { $title }
enrolment-letter-left-line-what = You have left the waiting list for “{ $title }”.
enrolment-letter-left-line-next = If you change your mind, you can join it again, at its end.
enrolment-letter-declined-subject = You have declined the place: { $title }
enrolment-letter-declined-what = You have declined the place in “{ $title }”. It goes to the next person.
enrolment-letter-declined-next = If you change your mind, look whether there is still a place or a waiting list.
enrolment-letter-applied-subject = Your application is in: { $title }
enrolment-letter-applied-what = Your application for “{ $title }” is with the organiser. A place is held for you.
enrolment-letter-applied-next = We write to you when the organiser has decided.
enrolment-letter-refused-subject = Application refused: { $title }
enrolment-letter-refused-what = The organiser did not accept your application for “{ $title }”.
enrolment-letter-refused-next = If this is a mistake, please write or call. There may be other dates on the page of the training.
enrolment-letter-address-subject = The organiser looked at your address: { $title }
enrolment-letter-address-what = Somebody of the organiser of “{ $title }” looked at your e-mail address. Usually only its beginning is shown.
enrolment-letter-address-next = If you do not know what it was needed for, ask the organiser. The look is also noted on the page “My trainings”.
enrolment-letter-cancelled-subject = Your enrolment was cancelled: { $title }
enrolment-letter-cancelled-what = The organiser has cancelled your enrolment in “{ $title }”.
enrolment-letter-cancelled-next = If this is a mistake, please write or call.
enrolment-letter-cancelled-guide = What to do now, step by step: { $address }
enrolment-letter-withdrawn-subject = You are withdrawn: { $title }
enrolment-letter-withdrawn-what = As you asked, the organiser has withdrawn you from “{ $title }”.
enrolment-letter-withdrawn-next = If the training is paid for, the amount stays due unless the organiser waives it.
enrolment-letter-transferred-subject = Moved to another date: { $title }
enrolment-letter-transferred-what = The organiser has moved you to another date of “{ $title }”. Below is what was and what is from now on.
enrolment-letter-transferred-before = Before
enrolment-letter-transferred-next = If the new date does not suit you, you can resign in “My trainings” or write to the organiser.
enrolment-letter-late-asked-subject = Your request is in: { $title }
enrolment-letter-late-asked-what = You asked to be withdrawn from “{ $title }” after the deadline.
enrolment-letter-late-asked-next = The organiser will answer. Until then the place stays yours.
enrolment-letter-late-declined-subject = Request declined: { $title }
enrolment-letter-late-declined-what = The organiser did not agree to withdraw you from “{ $title }”. Your place stays yours.
enrolment-letter-late-declined-next = If something was misunderstood, please write or call.
enrolment-letter-late-to-answer-subject = A request waits: { $title }
enrolment-letter-late-to-answer-what = Somebody asks to be withdrawn from “{ $title }” after the deadline. Withdraw the person, or decline with a reason.
enrolment-letter-late-to-answer-open = Answer the request
enrolment-letter-undecided-subject = Applications wait for a decision: { $title }
enrolment-letter-undecided-what = { $count ->
    [one] { $count } application
   *[other] { $count } applications
} for “{ $title }” ({ $organisation }) { $count ->
    [one] has
   *[other] have
} waited for { $days } working days or longer. A place is held all that time.
enrolment-letter-undecided-next = Please decide: confirm, or refuse with a reason. Everybody hears of it by letter.
enrolment-letter-undecided-above = Those who decide were reminded after 5 working days. Please help that people get an answer.
enrolment-letter-undecided-open = See the applications

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

# Who pays, and what happens to the payment
enrolment-payer = Who pays?
enrolment-payer-participant = I pay
enrolment-payer-participant-note = You get the account number and the title of the transfer at once.
enrolment-payer-institution = My institution pays
enrolment-payer-institution-note = We write to it and ask. When it does not answer in 3 working days, the payment comes back to you.
enrolment-payer-fields = The institution that pays
enrolment-payer-fields-hint = Needed when your institution pays. Taken from the directory where we know it.
enrolment-payer-name = Name of the institution
enrolment-payer-tax-id = Tax id
enrolment-payer-tax-id-hint = NIP or INN, for example 526-000-12-46
enrolment-payer-street = Street and number
enrolment-payer-postal-code = Postal code
enrolment-payer-city = Town
enrolment-payer-email = E-mail of the institution
enrolment-payer-email-hint = The question goes there.
enrolment-event-charge = Payment due
enrolment-event-institution-asked = The institution was asked to pay
enrolment-event-institution-answered = The institution’s answer
enrolment-event-institution-accepted = The institution agreed to pay
enrolment-event-institution-declined = The institution declined to pay
enrolment-event-institution-silent = The institution did not answer in time
enrolment-event-charge-moved = The payment goes along, at the price of the new group
enrolment-event-rest-waived = The rest of the payment waived
enrolment-event-booked = Payment booked
enrolment-event-booked-part = Part of the payment booked
enrolment-event-unbooked = Booking of the payment undone
enrolment-event-let-go = Nothing has to be paid any more
enrolment-event-waived = Payment waived
enrolment-event-overdue = Reminder: the payment is overdue
enrolment-event-refund-due = Refund to be made
enrolment-event-online-start = Set out to pay online
enrolment-event-online-refused = Payment online not confirmed
enrolment-event-refunded = Refund made
enrolment-payer-recipient = Recipient, if another unit
enrolment-payer-recipient-hint = When the payer is the municipality: the school that takes part.
enrolment-payer-recipient-address = Address of the recipient

# Children's applications
enrolment-child-title = Apply for a child
enrolment-who = Who is it for?
enrolment-who-unconfirmed = The data is not compared with documents yet. You can apply now and bring the documents later.
enrolment-who-joined = Applied for already:
enrolment-child-apply-about = This is an application, not yet enrolment. A place is held meanwhile, and the institution answers by { $day }.
enrolment-child-join-about = The place is the child's at once when its data is already compared with documents. Otherwise the place is held and you bring the documents.
enrolment-age-title = For another age
enrolment-age-text = This programme is for ages { $from } to { $to } on the day of the first meeting. Nobody whom you can apply for has that age, or everybody has applied already. If your child is not here yet, add it first.
enrolment-age-adults = This training is for adults, who join by themselves.
enrolment-applications-title = My children's applications
enrolment-applications-empty = No applications yet
enrolment-applications-empty-text = Add your child, then find a programme and apply.
enrolment-check-documents = Documents of the child
enrolment-check-documents-hint = Bring the child's document and your own to { $organisation }.
enrolment-check-documents-open = See the data
enrolment-not-yet-enrolment = This is not yet enrolment. The institution answers by { $day }.
enrolment-says-child-applied = The application is in, a place is held.
enrolment-says-child-confirmed = The place is the child's.
enrolment-letter-for-child = { $title } ({ $child })
flash-enrolment-child-joined = The place is the child's. You have the details by e-mail.
flash-enrolment-child-applied = The application is in, and a place is held. This is not yet enrolment: below is what comes next.
flash-enrolment-child-in-line = The child is on the waiting list. We write to you when a place becomes free.
flash-enrolment-child-already = This child has applied already. Here is where the application stands.

enrolment-event-enrol = Enrolled by order
enrolment-letter-enrolled-subject = Enrolled: { $title }
enrolment-letter-enrolled-what = “{ $title }”: the institution has enrolled by order. Order: { $order }.
enrolment-child-all-applied = Everybody of this age whom you can apply for has applied already. If another child of yours is not here yet, add it first.
enrolment-letter-applied-child-subject = We have the application for { $child }: { $programme }
enrolment-letter-applied-child-what = We have your application for { $child } to “{ $programme }”. A place is held meanwhile. This is not yet enrolment: { $organisation } answers by { $answer }.
enrolment-letter-applied-child-next = We write to you when it has decided. Behind the button you see how it stands, and can withdraw the application.
enrolment-letter-applied-child-documents = Before that, show the child’s document and your own there: it decides only then.
enrolment-letter-applied-child-open = See the application
enrolment-who-other-age = { $name } will be { $age } then; the programme is for ages { $from } to { $to }.
enrolment-resign-child-title = Withdraw the application?
enrolment-resign-child-what = You will give back the place of { $child } in “{ $title }”, which begins on { $when }.
enrolment-decline-child-what = A place in “{ $title }”, which begins on { $when }, is held for { $child }.
enrolment-decline-child-next = If you decline, it goes to the next child at once, and { $child } is no longer on the list.
enrolment-late-child-text = It was possible to give back the place of { $child } in “{ $title }” on this site until the end of { $day }.
enrolment-late-child-next = If your child can not come, ask the organiser below, who can still withdraw the application. A paid programme stays due unless the organiser waives it.
enrolment-late-child-reason = Why can your child not come?
enrolment-late-child-back = Back to my children’s applications
