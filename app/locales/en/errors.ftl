# What is wrong with a field: what it is and how to put it right.
error-review = You were signed out while you were typing. Nothing was sent yet: look it over and send it.
error-required = Fill this in.
error-email = This does not look like an e-mail address. An example: anna@school.example
error-email_letters = Most mail servers can not bring a letter to an address with letters like ł or я in front of the @. Please give one in plain Latin letters.
error-too_long =
    { $most ->
        [one] Use { $most } character at most.
       *[other] Use { $most } characters at most.
    }
error-control_characters = This contains characters that cannot be printed. Type it again rather than pasting it.
error-not_a_name = Use letters, spaces, hyphens and apostrophes only.
error-phone = Type the number with 6 to 15 digits, for example 601 234 567.
error-postal_code = Type the postal code as 00-000.
error-date_missing_part = Give the day, the month and the year.
error-date_not_real = There is no such day in the calendar.
error-date_in_future = This day is still to come.
error-date_too_old = The year must be 1900 or later.
error-password_short = The password needs at least 8 characters.
error-password_long = The password may have 200 characters at most.
error-password_common = This password is easy to guess. Add a few words or make it longer.
error-choose = Choose one of the answers.
error-number = Type a whole number.
error-changed_meanwhile = Somebody else has saved this in the meantime. Look at the new values below, then save again.
error-sign_in = The address or the password is not right. Check both and try again.
error-account_pending = This account is not activated yet. Open the link in the letter, or ask for a new one.
error-account_locked = This account is closed. Please contact us: the contact page says how.
error-too_many_letters = Several letters have gone to this address already. Wait an hour and try again. Look into the spam folder, too.
error-too_many_letters_here = Very many forms were sent from your network within the last hour. Wait a few minutes and try again; what you typed stays here.
error-too_many_passwords = Too many tries with the password. Wait a few minutes and try again.
error-password_wrong = This is not your current password.
error-email_same = This is the address that you sign in with already.
error-workplace_choose = Choose the workplace from the list, or say that it is not there.
error-too_young = One can have an account from the age of { $youngest }. A parent registers a younger child.
error-consent = Without this consent we cannot make an account.
error-tax_id = This is no valid tax id: check the digits.
error-iban = This is no valid account number: check the digits.
error-too_many_institutions = You have asked several institutions within an hour. Please try again later, or pay yourself.
error-address_in_name = Give the name without addresses of the web or of mailboxes.
error-email_domain = Addresses at { $domain } can not be used here: this installation asks for another mailbox, as its letters or the rules for public institutions require. Please type an address of another domain.
error-email_warned = Addresses at { $domain } will have to be changed here later. Do you have another address? Type it. If not, press the button once more.
error-account_domain = Addresses of this domain can not be used any more. An institution can put another address in its place: bring an identity document.
error-domain = Type a domain such as gmail.com.
error-domain_past = This day has passed.
error-domain_far = Give holders { $years ->
    [one] { $years } year
   *[other] { $years } years
} at most: choose an earlier day.
error-hours_span = Write the hours as 8:00–16:00; several with a comma: 8:00–12:00, 13:00–16:00.
error-hours_overlap = Two of these times overlap.
error-hours_day = Write the day as 24.12.2026.
error-hours_order = The last day is before the first one.
