# The texts of letters, as organisations write them.
letter-texts-title = Letters
letter-texts-installation = The whole installation
letter-texts-places-lead = Each organisation can word its letters in its own way. Those below it use its words, until they write their own.
letter-texts-lead = These are the letters that this installation sends for the organisation. Open one to word it in your own way; a link, a date or a reason always stays in it.
letter-texts-lead-installation = Every organisation uses these texts, until it or one above it writes its own. Letters about accounts have only these.
letter-texts-letter = Letter
letter-texts-languages = Languages of the letter
letter-texts-in-pl = Polish
letter-texts-in-ru = Russian
letter-texts-in-en = English
letter-texts-standard = Standard text
letter-texts-own = Own text
letter-texts-inherited = As in: { $whose }
letter-texts-sent-now = Sent now:
letter-texts-subject = Subject
letter-texts-body = Text
letter-texts-body-hint = Every line is a paragraph. Names in braces are filled in for each letter; two braces {"{{"} stand for one.
letter-texts-preview = Show the preview
letter-texts-as-mail = As a mail program shows it
letter-texts-save = Save and use
letter-texts-standard-back = Use the standard text again
letter-texts-above-back = Use the text of “{ $whose }” again
letter-texts-left = Your own text, not used now
letter-texts-left-text = You can copy from it, or use it again below.
letter-texts-names = What can be filled in
letter-texts-names-text = Write the name with its braces where it belongs.
letter-texts-needed = Must stay in the letter.
letter-texts-shown = Preview
letter-texts-shown-text = With made-up values. Your letters get the real ones.
letter-texts-not-shown = The preview comes back when nothing is wrong with the text any more.
letter-texts-sender = From
letter-texts-versions = Versions
letter-texts-version = Version
letter-texts-number = Version { $version }
letter-texts-version-standard = { $version }: without a text of its own
letter-texts-when = Saved
letter-texts-who = By
letter-texts-use = Use again
letter-texts-in-use = In use
flash-letter-texts-saved = Saved. Letters go out with this text from now on.
flash-letter-texts-standard-again = Letters go out without your text from now on. It is kept below.
flash-letter-texts-unchanged = Nothing to save: letters go out with this text already.
error-letter_brace = A brace stands alone. Write names as {"{"}title{"}"}, and a brace that is meant as two.
error-letter_unknown = There is nothing called { $name } in this letter. The list shows what can be filled in.
error-letter_not_alone = { $name } needs a line of its own.
error-letter_not_in_subject = { $name } can stand in the text only.
error-letter_missing = { $name } must stay in the text: people need it.
error-letter_twice = { $name } can stand in the text only once.
error-letter_order = { $first } belongs above { $second }.
error-letter_changed = Somebody else has written this letter in the meantime: their version is in the list below. Saving again replaces it with yours.
# Topics
letter-texts-topic-places = Places in trainings
letter-texts-topic-line = Waiting list
letter-texts-topic-dates = Dates and news of a group
letter-texts-topic-results = How it ended
letter-texts-topic-certificates = Certificates
letter-texts-topic-payments = Payments
letter-texts-topic-families = Children
letter-texts-topic-requests = Requests
letter-texts-topic-accounts = Accounts and privacy
# Letters
letter-texts-kind-enrolment-confirmed = Place confirmed
letter-texts-kind-enrolment-applied = Application received
letter-texts-kind-enrolment-refused = Application refused
letter-texts-kind-enrolment-resigned = Resignation
letter-texts-kind-enrolment-cancelled = Enrolment cancelled by staff
letter-texts-kind-enrolment-late-asked = Late resignation: request received
letter-texts-kind-enrolment-late-declined = Late resignation: declined
letter-texts-kind-enrolment-withdrawn = Late resignation: agreed
letter-texts-kind-enrolment-late-to-answer = Late resignation: to staff
letter-texts-kind-enrolment-undecided = Applications wait: to staff
letter-texts-kind-enrolment-undecided-above = Applications still wait: to those above
letter-texts-kind-enrolment-waiting = On the waiting list
letter-texts-kind-enrolment-offered = A place is offered
letter-texts-kind-enrolment-declined = Offer declined
letter-texts-kind-enrolment-lapsed = Offer lapsed
letter-texts-kind-enrolment-left-line = Left the waiting list
letter-texts-kind-enrolment-list-closed = Waiting list closed
letter-texts-kind-enrolment-reminder = Reminder before the start
letter-texts-kind-enrolment-changed = Change of date or place
letter-texts-kind-enrolment-transferred = Moved to another group
letter-texts-kind-enrolment-group-cancelled = Training cancelled
letter-texts-kind-group-mail = Letter that staff writes to a group
letter-texts-kind-enrolment-completed = Training completed, survey open
letter-texts-kind-enrolment-not-completed = Training not completed
letter-texts-kind-enrolment-corrected-completed = Result corrected: completed
letter-texts-kind-enrolment-corrected-not-completed = Result corrected: not completed
letter-texts-kind-enrolment-address-shown = Staff looked at an e-mail address
letter-texts-kind-certificates-ready = Certificate ready
letter-texts-kind-certificates-missing = What is missing for the certificate
letter-texts-kind-certificates-lacking = Personal details missing
letter-texts-kind-certificates-replaced = Certificate replaced
letter-texts-kind-certificates-revoked = Certificate revoked
letter-texts-kind-payments-due = What to pay
letter-texts-kind-payments-reminder = Reminder of a payment
letter-texts-kind-payments-overdue = Payment overdue
letter-texts-kind-payments-booked = Payment booked
letter-texts-kind-payments-unbooked = Booking undone
letter-texts-kind-payments-waived = Payment waived
letter-texts-kind-payments-rest-waived = The rest of a payment waived
letter-texts-kind-payments-moved = Another price after a transfer
letter-texts-kind-payments-returned = Payment will be returned, with a reason
letter-texts-kind-payments-refund-due = Payment will be returned
letter-texts-kind-payments-refunded = Payment returned
letter-texts-kind-payments-asked = Institution was asked to pay
letter-texts-kind-payments-accepted = Institution pays
letter-texts-kind-payments-declined = Institution does not pay
letter-texts-kind-payments-lapsed = Institution did not answer
letter-texts-kind-payments-institution-asked = To the institution: will it pay?
letter-texts-kind-payments-institution-accepted = To the institution: how to pay
letter-texts-kind-payments-institution-reminder = A reminder of the payment, to the institution
letter-texts-kind-payments-institution-overdue = Payment overdue, to the institution
letter-texts-kind-payments-institution-released = Nothing to pay, to the institution
letter-texts-kind-payments-institution-refund-due = The payment goes back, to the institution
letter-texts-kind-payments-institution-refunded = The payment has gone back, to the institution
letter-texts-kind-families-entered = Child added
letter-texts-kind-families-met = To guardians: somebody tried to add the child
letter-texts-kind-families-reminded = Which address the child is registered with
letter-texts-kind-families-share-asked = To guardians: a second guardian asks
letter-texts-kind-families-shared = To a second guardian: let in
letter-texts-kind-families-not-shared = To a second guardian: not let in
letter-texts-kind-requests-confirm = Confirm the address of a message
letter-texts-kind-requests-opened = Message received
letter-texts-kind-requests-answered = Answer to a message
letter-texts-kind-requests-closed = Matter closed
letter-texts-kind-requests-asked = To staff: a new message
letter-texts-kind-accounts-activate = Activate the account
letter-texts-kind-accounts-attempt = Registration with a known address
letter-texts-kind-accounts-reset = New password
letter-texts-kind-accounts-password = Password changed
letter-texts-kind-accounts-email-new = Confirm a new address
letter-texts-kind-accounts-email-old = Address changed
letter-texts-kind-accounts-device = Sign-in on a new device
# What the names stand for
letter-texts-means-title = title of the training
letter-texts-means-organisation = name of the organisation
letter-texts-means-when = when it begins
letter-texts-means-percent = attendance that was asked for, in per cent
letter-texts-means-position = position in the line
letter-texts-means-until = until when the place is held
letter-texts-means-number = number of the certificate
letter-texts-means-before = number of the certificate before
letter-texts-means-amount = amount to pay
letter-texts-means-day = until when it is to be paid
letter-texts-means-reason = the reason that was given
letter-texts-means-institution = the institution that pays
letter-texts-means-child = given name of the child
letter-texts-means-name = given name and surname of the person
letter-texts-means-subject = what it is about, as it was written
letter-texts-means-details = dates, place and trainers
letter-texts-means-changes = what was and what will be
letter-texts-means-payment = amount and, where money is due, how to pay it
letter-texts-means-device = when, in which browser and from which network
letter-texts-means-address = the new address, partly hidden
letter-texts-means-training = title of the training, as a fact below the text
letter-texts-means-button = the button “{ $words }” with its link
letter-texts-means-resigning = until when one can resign; left out when it is too late
letter-texts-means-calendar = what the attached calendar file is for, when there is one
letter-texts-means-next = what is still needed for the certificate
letter-texts-means-survey = that the survey is open, when it is not filled in yet
letter-texts-means-missing = what is missing, a sentence each
letter-texts-means-undecided = how many applications wait, and since when
letter-texts-means-message = what was written
letter-texts-means-files = that the attached files are among the materials, when there are any
letter-texts-means-why = who wrote, and to whom
# Values that could be true
letter-texts-sample-title = The whiteboard from scratch
letter-texts-sample-child = Zosia
letter-texts-sample-organisation = Municipal Centre for Teachers
letter-texts-sample-when = Tuesday, 1 December 2026, 16:00
letter-texts-sample-percent = 75
letter-texts-sample-position = 3
letter-texts-sample-until = Tuesday, 24 November 2026, 12:00
letter-texts-sample-number = 42/2026
letter-texts-sample-before = 17/2026
letter-texts-sample-amount = PLN 120
letter-texts-sample-reason = the trainer is ill
letter-texts-sample-institution = Primary School No. 7
letter-texts-sample-name = Anna Nowak
letter-texts-sample-subject = Parking
letter-texts-sample-message = Is there a car park near the building?
letter-texts-sample-details =
    When: Tuesday, 1 December 2026, 16:00–19:15
    Where: ul. Ogrodowa 4, room 12
    Trainer: Halina Wrońska
letter-texts-sample-moved =
    Before: Tuesday, 1 December 2026, 16:00–19:15
    When: Thursday, 10 December 2026, 16:00–19:15
    Where: ul. Ogrodowa 4, room 12
letter-texts-sample-changes =
    Meeting: 1 December 2026, 16:00 → 3 December 2026, 16:00
    Place: room 12 → room 5
letter-texts-sample-transfer =
    Amount: PLN 120
    Recipient: Municipal Centre for Teachers
    Account number: 61 1090 1014 0000 0712 1981 2874
    Title of the transfer: ZP-1042-K
letter-texts-sample-payment = Amount: PLN 120
letter-texts-sample-address = New address: an•••@mail.example
letter-texts-sample-device =
    When: Sunday, 22 November 2026, 10:00
    Browser: Firefox, Linux
    Network: 192.0.2.0
letter-texts-sample-training = Training: The whiteboard from scratch
