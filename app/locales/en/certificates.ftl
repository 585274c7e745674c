# Certificates: what is missing, the download, the public check, the letters.

# On "My trainings"
certificates-badge-ready = Certificate ready
certificates-badge-revoked = Certificate revoked
certificates-badge-survey = Survey to fill in
certificates-badge-payment = Payment to be confirmed
certificates-badge-profile = Data missing
certificates-ready = All done.
certificates-ready-more = Certificate no. { $number } is ready to download.
certificates-download = Download the certificate (PDF)
certificates-missing-one = One thing is missing for the certificate: { $what }.
certificates-missing-several =
    { $count ->
        [one] { $count } thing is missing for the certificate.
       *[other] { $count } things are missing for the certificate.
    }
certificates-what-survey = the survey
certificates-what-payment = the payment
certificates-what-profile = data for the certificate
certificates-part-survey = Survey
certificates-part-survey-hint = A few minutes. Answers are kept without your name.
certificates-part-survey-done = Sent on { $day }
certificates-part-survey-button = Fill in the survey
certificates-part-payment = Payment
certificates-part-payment-hint = The organiser has to confirm that { $price } was paid. Please contact the organiser.
certificates-part-payment-state = { $amount }: { $state }
certificates-part-payment-button = Pay
certificates-part-profile = Data for the certificate
certificates-part-profile-born-on = Date of birth
certificates-part-profile-birth-place = Place of birth
certificates-part-profile-letters = Name and place of birth in Latin or Cyrillic letters
certificates-part-profile-button = Complete my profile
certificates-soon = The certificate is being prepared.
certificates-soon-more = It will be here in a minute, and we will write to you.
certificates-revoked = Certificate no. { $number } was revoked.
certificates-revoked-ask = If you have questions, contact the organiser: { $organisation }.
certificates-event-issued = Certificate no. { $number } issued
certificates-event-replaced = Certificate no. { $number } issued in place of no. { $before }
certificates-event-revoked = Certificate no. { $number } revoked

# On the paper
certificates-paper-hours =
    { $count ->
        [one] { $count } teaching hour
       *[other] { $count } teaching hours
    }

# The public check
certificates-verify-title = Check a certificate
certificates-verify-lead = Type the number from the certificate. You will see whether it is valid, for which training and since when.
certificates-verify-number = Number of the certificate
certificates-verify-number-hint = For example 214/2026, or the end of the address below the QR code: 12-214-2026
certificates-verify-button = Check
certificates-verify-several = Several organisers have a certificate with this number
certificates-verify-several-text = Choose the one that is named on the paper.
certificates-offline = Checking without a network
certificates-offline-text = The QR code holds a signed text. It can be checked on any computer with the command “zapis certificate verify” and this public key:
certificates-offline-key = The key as a text file
error-certificate_number = Type the number as it is printed, for example 214/2026.
certificates-unknown-title = There is no certificate with this number
certificates-unknown-what = We have issued no certificate with the number { $number }.
certificates-unknown-why = A digit may have slipped, or it was issued elsewhere.
certificates-unknown-next = Compare it with the paper. If the number is right, the certificate was not issued here.
certificates-unknown-again = Type the number again
certificates-checked-title = Certificate no. { $number }
certificates-checked-issued = This certificate is valid.
certificates-checked-issued-more = Issued by: { $organisation }.
certificates-checked-reissued = This certificate was replaced by a later one.
certificates-checked-reissued-more = It was corrected. Ask its holder for the current one.
certificates-checked-revoked = This certificate is no longer valid.
certificates-checked-revoked-more = It was revoked by: { $organisation }.
certificates-signature-fits = The QR code is genuine.
certificates-signature-fits-more = Its signature fits the number, the title and the date below.
certificates-signature-wrong = The QR code does not belong to this certificate.
certificates-signature-wrong-more = Its signature does not fit, so do not trust the paper. What the register says is below.
certificates-number = Number
certificates-training = Training
certificates-issued-on = Issued on
certificates-organisation = Issued by
certificates-name-title = Was it issued to this person?
certificates-name-text = We do not show names here. Type the one from the paper, and we will say whether it is right.
certificates-name = Given name and surname
certificates-name-hint = As printed, with all accents
certificates-name-button = Compare
certificates-name-fits = Yes, it was issued to { $name }.
certificates-name-differs = No, it was not issued to { $name }.
certificates-name-differs-more = Check the spelling, letter by letter.

# Letters
certificates-letter-open = My trainings
certificates-letter-profile = Complete my profile
certificates-letter-ready-subject = Your certificate is ready: { $title }
certificates-letter-ready-what = Certificate no. { $number } for “{ $title }” is ready. You can download it as often as you need.
certificates-letter-ready-check = Anybody can check that it is genuine: by the QR code on it, or by its number on our site.
certificates-letter-replaced-subject = A new certificate: { $title }
certificates-letter-replaced-what = We have issued a new certificate for “{ $title }”: no. { $number }. It replaces certificate no. { $before }, which is no longer valid.
certificates-letter-replaced-then = You can download the new one in “My trainings”. Please do not show the old one to anybody any more.
certificates-letter-missing-subject = What is missing for your certificate: { $title }
certificates-letter-missing-what = Thank you for the survey about “{ $title }”. Something is still missing for the certificate.
certificates-letter-missing-completion = The training is not marked as completed.
certificates-letter-missing-survey = The survey is not filled in.
certificates-letter-missing-payment = The payment has not been confirmed yet. As soon as it is, the certificate will be issued automatically.
certificates-letter-lacking-what = You have completed “{ $title }” and sent the survey. The certificate needs details that are not in your profile.
certificates-letter-lacking-born-on = Please add your date of birth.
certificates-letter-lacking-birth-place = Please add your place of birth.
certificates-letter-lacking-letters = Your name or place of birth has letters that we cannot print. Please write them in Latin or Cyrillic letters.
certificates-letter-lacking-then = The certificate will then be issued automatically, and we will write to you.

certificates-state-issued = Valid
certificates-state-reissued = Replaced
certificates-state-revoked = Revoked
certificates-letter-revoked-subject = Your certificate is no longer valid: { $title }
certificates-letter-revoked-what = Certificate no. { $number } for “{ $title }” has been revoked.
certificates-letter-revoked-why = Reason: { $reason }
certificates-letter-revoked-then = If you think this is a mistake, please contact us: you find how below.
