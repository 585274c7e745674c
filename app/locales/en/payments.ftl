# Payments: what to pay and what was paid, the institution's answer, the accountant's pages, letters.

payments-title = Payments
payments-empty = There is nothing to pay
payments-empty-text = When you join a paid training, the amount, the account and the title of the transfer appear here.
payments-waiting =
    { $count ->
        [0] Nothing waits to be paid by you.
        [one] { $count } payment waits for you.
       *[other] { $count } payments wait for you.
    }
payments-amount = Amount
payments-to-pay = To pay
payments-paid = Paid so far
payments-recipient = Recipient
payments-recipient-address = Address of the recipient
payments-account = Account number
payments-transfer-title = Title of the transfer
payments-due-on = Due by
payments-group = Group
payments-no-account = The organiser has not given an account number yet. Please ask the organiser.
payments-title-matters = Give the title exactly as it is here: by it the payment finds you. Booking may take a few days.
payments-code-title = QR code for the transfer { $title }
payments-code-hint = Scan it in your bank’s app: the transfer fills itself in.
payments-says-due = To be paid by { $day }.
payments-says-takes-days = Booking may take a few days.
payments-says-overdue = It was due by { $day }. Please pay as soon as you can.
payments-says-booked = Paid. Thank you.
payments-says-waived = Nothing has to be paid.
payments-says-refund_due = The money will be paid back to you.
payments-says-refunded = The money was paid back.
payments-says-asked = We have asked the institution to pay: { $institution }.
payments-says-answer-before = It can answer until { $when }.
payments-says-institution = The institution pays: { $institution }.
payments-state = State
payments-state-due = to be paid
payments-state-overdue = overdue
payments-state-booked = paid
payments-state-waived = waived
payments-state-refund_due = to be refunded
payments-state-refunded = refunded
payments-ask-awaiting_institution = the institution was asked
payments-ask-accepted = the institution agreed
payments-ask-declined = the institution declined
payments-ask-lapsed = the institution did not answer

# The institution's answer
payments-asked-title = Will your institution pay for this training?
payments-asked-open = Please answer: does the institution pay?
payments-asked-accepted = The institution has agreed to pay.
payments-asked-declined = The institution does not pay. The participant knows.
payments-asked-lapsed = The time for the answer is over. The participant pays.
payments-asked-paid = The institution has paid. Thank you.
payments-asked-refund-due = What was paid goes back to the institution.
payments-asked-refunded = What was paid was sent back to the institution.
payments-asked-settled = There is nothing to be paid any more.
payments-asked-by = Organiser
payments-asked-for = Participant
payments-training = Training
payments-when = When
payments-asked-payer = Payer
payments-tax-id = Tax id
payments-address = Address
payments-asked-until = Answer by
payments-asked-what = By agreeing you take over the payment. You get the account number and the title of the transfer at once, and by mail.
payments-accept = Yes, we pay
payments-decline = No, we do not pay
payments-how = How to pay
payments-asked-contact = Questions? { $contact }
flash-payments-answered = Thank you. Your answer is noted.
error-payment_answered = This question was answered in the meantime, or its time is over. Nothing was changed.

# The accountant
payments-staff-title = Payments
payments-ways = Pages of payments
payments-way-due = To be paid
payments-way-overdue = Overdue
payments-way-queue = To match
payments-way-booked = Booked
payments-way-refunds = Refunds
payments-way-waived = Waived
payments-way-statements = Statements
payments-way-closing = Day’s closing
payments-way-settings = Accounts
payments-search = Name, institution, training or title of the transfer
payments-none = There is nothing here
payments-none-text = Charges appear when people join paid groups.
payments-none-found = Nothing fits
payments-none-found-text = Nothing fits these words. Try fewer of them.
payments-found =
    { $count ->
        [one] { $count } charge.
       *[other] { $count } charges.
    }
payments-participant = Participant
payments-payer = Payer
payments-see-enrolment = See the enrolment
payments-queue-title = Entries to match
payments-queue-empty = Every payment has found its charge
payments-queue-empty-text = What comes with the next statement and does not fit by itself waits here.
payments-queue-about = These entries did not fit by themselves. Open one to see what it may pay.
payments-day = Day
payments-day-hint = Such as 1.12.2026 (day first)
payments-counterparty = From
payments-best = Likeliest
payments-best-none = no suggestion
payments-suggested-why = { $score } points: { $why }
payments-suggested-about = Payer: { $payer }. Still to be paid: { $remaining }.
payments-sign-token = title
payments-sign-amount = amount
payments-sign-name = name
payments-sign-part-of-name = part of the name
payments-sign-tax-id = tax id
payments-sign-institution = institution
payments-book = Book
payments-entry-title = Entry of the statement
payments-entry-new = being matched
payments-entry-to_match = to match
payments-entry-booked = booked
payments-entry-set_aside = set aside
payments-entry-outgoing = outgoing
payments-left = Not booked yet
payments-reference = Reference
payments-bookings = Bookings
payments-bookings-none = Nothing is booked yet.
payments-booked-by = Booked by
payments-booked-by-itself = by itself
payments-undone = Undone: { $reason }
payments-suggestions = What it may pay
payments-suggestions-none = No open charge resembles this entry.
payments-find = Find another charge
payments-set-aside = Set aside
payments-aside-reason = Why is this no payment?
payments-aside-reason-hint = For example: interest, a grant. The entry leaves the list.
payments-unbook = Undo a booking
payments-unbook-which = Which booking?
payments-unbook-reason = Why is it undone?
payments-unbook-reason-hint = The participant reads this reason. The money goes back to “To match”.
payments-waive = Waive the charge
payments-waive-reason = Why is it waived?
payments-waive-reason-hint = The participant reads this reason. Nothing will have to be paid.
payments-pay-back = The money was sent back
payments-pay-back-what = Press the button when the transfer to the payer has gone out. The participant is told.
flash-payments-booked = Booked.
flash-payments-unbooked = The booking is undone.
flash-payments-waived = The charge is waived, and the participant is told.
flash-payments-refunded = Noted: the money went back.
flash-payments-set-aside = Set aside.
error-payment_not_held = This booking was undone before, or the money is on its way back. Nothing was changed.
error-payment_not_possible = This cannot be done any more: the charge or entry has changed in the meantime.
error-payment_not_left = There is not so much left of this entry, or it is booked on this charge already.
error-payment_not_due = The charge is settled, or less is still to be paid.
error-payment_not_fitting = Entry and charge are in different currencies.
payments-names-settled = The title names a charge that takes no money any more.
payments-reverses = The bank takes an earlier entry back.
payments-reverse = Undo the bookings
payments-reverse-hint = The participant reads this reason. The charge is open again, and both entries are set aside.
payments-repeats = This is probably a repeat: another statement has the same entry.
payments-repeat-aside = It is a repeat, set it aside
payments-repeat-reason = Repeats an entry of another statement
payments-rest-back = The rest was paid back
payments-paid-back-reason = Why and how was it paid back?
payments-paid-back-reason-hint = For example: overpaid, transfer of 3 December. The entry leaves the list.
payments-take-up = Back to the list
payments-take-up-what = This entry was set aside. You can put it back under “To match”.
payments-aside-title = Entries set aside
payments-aside-none = Nothing was set aside.
flash-payments-taken-up = The entry is on the list again.
flash-payments-paid-back = Noted: the rest was paid back.
payments-statement-title = Statement { $file }
payments-statement-about = The entries that this statement brought. Those known from earlier statements are with these.
payments-statement-nothing = This statement brought no new entries.
payments-column-what = What happened
payments-day-booked = booked
payments-day-undone = undone
payments-day-refunded = paid back

# Statements
payments-statements-title = Bank statements
payments-statement-organisation = Whose statement is it?
payments-statement-organisation-hint = Only needed when the file does not name the account, as some CSV and MT940 files do not.
payments-statement-by-account = By the account in the file
payments-statement-file = File
payments-statement-file-hint = CAMT.053, MT940, CSV or 1CClientBankExchange. The same statement twice books nothing twice.
payments-statement-send = Take the statement in
payments-statement-done = The statement is taken in
payments-statement-taken = Account { $account }:
    { $entries ->
        [one] { $entries } entry
       *[other] { $entries } entries
    }, { $fresh } of { $entries ->
        [one] it
       *[other] them
    } new.
payments-statement-difference = Its balances do not agree with its entries, so nothing of it was booked by itself.
payments-statement-booked =
    { $count ->
        [one] { $count } payment was booked by itself.
       *[other] { $count } payments were booked by themselves.
    }
payments-statements-before = Taken in before
payments-period = Period
payments-file = File
payments-entries = Entries
payments-fresh = New
payments-taken-at = Taken in
error-file_missing = Choose a file.
error-statement_too_large = The file is larger than { $most } MB. Take it in with “zapis import statement”.
error-statement_broken = Nothing was taken in: { $what }
error-statement_not_yours = Nothing was taken in: { $account } is no account whose books you keep. Check the file, or add the account under “Accounts”.
error-statement_no_account = The file does not say of which account it is. Choose whose statement it is.
payments-place-line = line { $line }
payments-place-path = at { $path }
payments-place-byte = byte { $byte }
payments-broken-empty = the file is empty.
payments-broken-too-large = the file is larger than { $limit } bytes.
payments-broken-unknown-format = this is no statement that we can read.
payments-broken-not-text = this is not text in { $encoding }.
payments-broken-xml-broken = the XML is broken ({ $message }).
payments-broken-xml-forbidden = this is not allowed in a statement: { $text }.
payments-broken-xml-too-big = the XML is nested too deeply or too large ({ $limit }).
payments-broken-too-many = more { $name } than { $limit }.
payments-broken-not-camt053 = this is not CAMT.053 but { $found }.
payments-broken-missing = { $name } is missing.
payments-broken-unexpected = { $name } is not expected here.
payments-broken-malformed = { $name } cannot be read: { $text }
payments-broken-date-invalid = there is no such day: { $text }
payments-broken-amount-invalid = this is no amount: { $text }
payments-broken-amount-too-precise = { $text } has more than { $digits } decimals.
payments-broken-amount-too-large = the amount is too large: { $text }
payments-broken-currency-invalid = there is no such currency: { $text }
payments-broken-direction-unknown = neither debit nor credit: { $text }
payments-broken-cut-short = the file ends too early: { $expected } is missing.
payments-broken-mapping-invalid = the column { $name } does not fit.

# The day's closing
payments-closing-title = Day’s closing
payments-closing-none = Nothing was booked on this day.
payments-show = Show
payments-sum = Sum:
payments-column-day = Day of the bank
payments-column-title = Charge
payments-column-name = Participant
payments-column-training = Training
payments-column-counterparty = From
payments-column-transfer = Title of the transfer
payments-column-amount = Amount
payments-column-currency = Currency
payments-column-answer = The institution’s answer
payments-column-by = Booked by

# Accounts and prices
payments-settings-title = Accounts and seller
payments-settings-about = Where people pay for the trainings of each organisation.
payments-iban = Account number
payments-iban-hint = IBAN, the 26 digits of a Polish account, or another number, such as the 20 digits of a Russian one. Statements find the organisation by it.
payments-account-currency = Currency of the account
payments-account-currency-hint = Entries of a statement that names no currency have it too.
payments-more-accounts = Further accounts
payments-more-accounts-about = A charge is paid on the first account in its currency. An empty field takes the account away.
payments-terms = Terms
payments-due-days = Days to pay
payments-due-days-hint = From joining; never later than the first meeting.
payments-seller = Seller
payments-seller-name = Name
payments-seller-name-hint = As on invoices, for example the municipality.
payments-seller-tax-id = Tax id
payments-seller-address = Address
payments-recipient-name = Unit that issues
payments-recipient-name-hint = When the seller is the municipality: the unit that works for it.
payments-save = Save
flash-payments-settings-saved = Saved.
error-iban_taken = Another organisation has this account.
error-account_twice = This account is here already.
payments-prices-title = Prices by workplace
payments-prices-usual = Everybody else pays { $price }.
payments-prices-about = Who works in a listed organisation, or in one below it, pays its price. An empty price is free. Charges that were made already stay as they are.
payments-prices-organisation = Works in
payments-prices-nobody = Nobody
payments-prices-price = Pays
flash-payments-prices-saved = The prices are saved.
error-price_twice = This organisation is here twice.

# Letters
payments-letter-open = My payments
payments-letter-answer = See and answer
payments-letter-see = See the payment
payments-letter-due-subject = Payment for the training: { $title }
payments-letter-due-what = The place in “{ $title }” is yours. Please pay { $amount } by { $day }.
payments-letter-due-next = Give the title of the transfer exactly as it is below. The page also shows a QR code for your bank’s app.
payments-letter-reminder-subject = A reminder of the payment: { $title }
payments-letter-reminder-what = The payment for “{ $title }” is due by { $day }.
payments-letter-reminder-next = When it has gone out already, there is nothing to do: booking may take a few days.
payments-letter-overdue-subject = Payment overdue: { $title }
payments-letter-overdue-what = The payment for “{ $title }” was due by { $day } and has not come yet.
payments-letter-overdue-next = Please pay as soon as you can. When it has gone out already, please check that its title was right.
payments-letter-booked-subject = Paid: { $title }
payments-letter-booked-what = The payment for “{ $title }” is booked. Thank you.
payments-letter-booked-next = There is nothing more to pay.
payments-letter-unbooked-subject = The payment is open again: { $title }
payments-letter-unbooked-what = A booking for “{ $title }” was undone. Reason: { $reason }
payments-letter-unbooked-next = What is still to be paid is below. If you think this is a mistake, please write to us or call.
payments-letter-waived-subject = Nothing to pay: { $title }
payments-letter-waived-what = The payment for “{ $title }” was waived. Reason: { $reason }
payments-letter-waived-next = There is nothing more to pay.
payments-letter-refund-due-subject = Your payment will be returned: { $title }
payments-letter-refund-due-what = You do not have a place in “{ $title }” any more, so what was paid goes back.
payments-letter-refund-due-next = The organiser will send it to the account from which it came.
payments-letter-refunded-subject = Your payment was returned: { $title }
payments-letter-refunded-what = What was paid for “{ $title }” has been sent back.
payments-letter-refunded-next = It may take a few days to arrive.
payments-letter-asked-subject = We have asked your institution to pay: { $title }
payments-letter-asked-what = { $institution } was asked to pay for “{ $title }”. It has 3 working days to answer.
payments-letter-asked-next = The place is yours. If the institution declines or does not answer, the payment comes back to you and we write to you.
payments-letter-accepted-subject = Your institution pays: { $title }
payments-letter-accepted-what = { $institution } has agreed to pay for “{ $title }”.
payments-letter-accepted-next = You do not have to do anything. We will write when the payment is booked.
payments-letter-declined-subject = Your institution does not pay: { $title }
payments-letter-declined-what = { $institution } has declined to pay for “{ $title }”.
payments-letter-declined-next = Please pay by { $day }, or give the place back while that is possible.
payments-letter-lapsed-subject = Your institution has not answered: { $title }
payments-letter-lapsed-what = { $institution } was asked to pay for “{ $title }” and has not answered in time.
payments-letter-lapsed-next = Please pay by { $day }, or give the place back while that is possible.
payments-letter-institution-asked-subject = Will you pay for the training of { $name }? { $title }
payments-letter-institution-asked-what = { $name } has joined the training “{ $title }” and named { $institution } as the payer.
payments-letter-institution-asked-next = Please open the page and answer within 3 working days. No account is needed. Without an answer the participant pays.
payments-letter-institution-accepted-subject = How to pay for the training of { $name }: { $title }
payments-letter-institution-accepted-what = Thank you for taking over the payment for “{ $title }”, in which { $name } takes part.
payments-letter-institution-accepted-next = Please give the title of the transfer exactly as it is below.
payments-letter-institution-reminder-subject = A reminder of the payment for { $name }: { $title }
payments-letter-institution-reminder-what = The payment for the training of { $name }, “{ $title }”, is due by { $day }.
payments-letter-institution-reminder-next = When the transfer has gone out already, there is nothing to do: booking may take a few days. Please give the title exactly as it is below.
payments-letter-institution-overdue-subject = Payment overdue for { $name }: { $title }
payments-letter-institution-overdue-what = The payment for the training of { $name }, “{ $title }”, was due by { $day } and has not come yet.
payments-letter-institution-overdue-next = Please pay as soon as you can. When the transfer has gone out already, please check that its title was right.
payments-letter-institution-released-subject = Nothing to pay for { $name }: { $title }
payments-letter-institution-released-what = The payment for the training of { $name }, “{ $title }”, is not due any more.
payments-letter-institution-released-next = There is nothing to answer and nothing to pay. If a transfer has gone out already, please tell the organiser.
payments-letter-institution-refund-due-subject = Your payment for { $name } will be returned: { $title }
payments-letter-institution-refund-due-what = What the institution paid for the training of { $name }, “{ $title }”, goes back.
payments-letter-institution-refund-due-next = The organiser will send it to the account from which it came. There is nothing to do.
payments-letter-institution-refunded-subject = Your payment for { $name } was returned: { $title }
payments-letter-institution-refunded-what = What the institution paid for the training of { $name }, “{ $title }”, has been sent back.
payments-letter-institution-refunded-next = It may take a few days to arrive.

# The pro-forma on paper
payments-pro-forma = Pro-forma (PDF)
payments-pro-forma-together =
    { $count ->
        [one] Pro-forma for { $count } charge together (PDF)
       *[other] Pro-forma for { $count } charges together (PDF)
    }
payments-together-which = Which charges stand on it besides this one?
payments-paper-title = Pro-forma
payments-paper-collective = Collective pro-forma
payments-paper-issued = Issued on
payments-paper-due = Pay by
payments-paper-seller = Seller
payments-paper-buyer = Buyer
payments-paper-issuer = Issuing unit
payments-paper-recipient = Recipient
payments-paper-tax-id = Tax id
payments-paper-no = No.
payments-paper-what = What
payments-paper-token = Title
payments-paper-amount = Amount
payments-paper-sum = To pay:
payments-paper-account = Account number
payments-paper-transfer = Title of the transfer
payments-paper-hint = Scan the code in your bank’s app, or type account, amount and title exactly as they are here.
payments-paper-note = A request for payment, not a VAT invoice.

# Paying online
payments-online-pay = Pay online with { $gateway }
payments-online-hint = You go on to { $gateway }. It learns the amount, the training and your e-mail address.
payments-online-title = Payment online
payments-online-through = Through
payments-online-again = Try again
payments-online-look = Look again
payments-online-started = We are waiting for the confirmation of { $gateway }.
payments-online-started-next = If you have paid, it usually comes within a few minutes, and we write to you. If you left without paying, nothing was taken: go back to your payments.
payments-online-announced = { $gateway } says that you have paid. We are waiting for its confirmation.
payments-online-announced-next = Please do not pay again. We write to you as soon as the payment is booked.
payments-online-booked = Paid. Thank you.
payments-online-booked-next = The payment is booked. There is nothing more to pay.
payments-online-to-match = Your payment has arrived. It does not fit what is due, so an accountant looks at it.
payments-online-to-match-next = You do not have to do anything. If you have questions, please write to the organiser or call.
payments-online-returning = Your payment has arrived, and goes back to you.
payments-online-returning-next = You do not have the place any more, so what was paid is returned.
payments-online-refused = { $gateway } has not confirmed this payment, so it is not booked.
payments-online-refused-next = If money has left your account, please tell the organiser: it is not lost.
payments-online-away = { $gateway } does not answer just now. Nothing was paid.
payments-online-away-next = Try again in a few minutes, or pay by transfer.
payments-online-not-payable = This cannot be paid online any more.
payments-online-not-payable-next = Your payments show how it stands.

# The columns of a bank's CSV
payments-csv-title = Columns of the bank’s CSV
payments-csv-lead = Needed only when the bank gives statements as CSV. What is saved here is used for every CSV of this account, on the page, by the command line and by the API.
payments-csv-file = A sample from the bank
payments-csv-file-hint = A CSV as the bank gives it. Nothing of it is kept.
payments-csv-guess = Propose the columns
payments-csv-sample = The sample, read with these columns
payments-csv-sample-none = With these columns no row can be read. Put them right below.
payments-csv-sample-next = Check the proposal below and save it. Nothing is saved yet.
payments-csv-file-form = The file
payments-csv-delimiter = Between the columns
payments-csv-delimiter-semicolon = semicolon
payments-csv-delimiter-comma = comma
payments-csv-delimiter-tab = tab
payments-csv-delimiter-bar = vertical bar
payments-csv-skip-lines = Lines before the table
payments-csv-skip-lines-hint = Before the header, or before the first row when there is none.
payments-csv-has-header = The first line of the table names the columns
payments-csv-encoding = Encoding
payments-csv-encoding-any = told by the content
payments-csv-columns = The columns
payments-csv-columns-hint = Give the number of a column, counted from 1, or its heading.
payments-csv-date = Day
payments-csv-date-format = The day is written
payments-csv-date-day-first = day first: 09.12.2026
payments-csv-date-year-first = year first: 2026-12-09
payments-csv-date-month-first = month first: 12/09/2026
payments-csv-amount = Amount
payments-csv-amount-hint = One column with a sign, or the next two instead.
payments-csv-debit = Money that went
payments-csv-credit = Money that came
payments-csv-decimal-mark = Before the decimals stands
payments-csv-mark-comma = a comma: 1 234,56
payments-csv-mark-point = a point: 1,234.56
payments-csv-currency-column = Column of the currency
payments-csv-currency = Or always this currency
payments-csv-currency-hint = Three letters, such as PLN. Without both it is read beside the amount.
payments-csv-titles = Title of the transfer
payments-csv-titles-hint = One column, or several with commas between them.
payments-csv-counterparty = Name of the other side
payments-csv-counterparty-account = Account of the other side
payments-csv-reference = Reference
payments-csv-forget = Forget these columns
payments-csv-forget-what = Then they are guessed from the header of each file again.
flash-payments-csv-forgotten = The columns are forgotten.
error-csv_column = Columns are numbers from 1 to 200.
error-csv_no_header = Without a header columns have only numbers.
error-csv_amount = Give the column of the amount, or both of the other two.
error-csv_currency = A currency is three letters.
error-csv_unknown = No table with a day and an amount was found in this file. Fill in the columns by hand.
error-csv_no_account = Save the account number first.
