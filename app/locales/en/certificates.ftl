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
certificates-what-completion = the completion
certificates-what-payment = the payment
certificates-what-profile = data for the certificate
certificates-part-survey = Survey
certificates-part-survey-hint = A few minutes. Answers are kept without your name.
certificates-part-survey-done = Sent on { $day }
certificates-part-survey-button = Fill in the survey
certificates-part-payment = Payment
certificates-part-payment-state = { $amount }: { $state }
certificates-part-payment-button = Pay
certificates-part-payment-institution = your institution pays
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
certificates-only-the-number = The register has a certificate with this number; its data are below. The code on the paper in your hands does not belong to it.
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

# The register, the certificates of a group, the list of hours
certificates-register-title = Certificates
certificates-register-empty = The register is empty
certificates-register-empty-text = Certificates appear here by themselves when somebody has completed a training and sent the survey.
certificates-register-show = Show
certificates-register-years = Years of the register
certificates-register-search = Surname, training or number
certificates-register-none = Nothing found
certificates-register-none-text = Check the spelling, or choose another year.
certificates-register-person = Name
certificates-register-found =
    { $count ->
        [one] { $count } certificate.
       *[other] { $count } certificates.
    }
certificates-column-number = Number
certificates-column-issued = Issued on
certificates-column-state = State
certificates-column-surname = Surname
certificates-column-given-name = Given name
certificates-column-born-on = Date of birth
certificates-column-birth-place = Place of birth
certificates-column-title = Training
certificates-column-hours = Teaching hours
certificates-column-dates = Dates
certificates-column-address = Address to check it
certificates-column-file = File
certificates-batch-title = Certificates of the group
certificates-batch-sum = Issued: { $count }. Completed the training: { $completed }.
certificates-batch-zip = All in one file (ZIP)
certificates-batch-empty = There are no certificates yet
certificates-batch-empty-text = A certificate is made by itself when the participant has sent the survey and the payment is booked.
certificates-without = Completed, without a certificate
certificates-batch-not-printed = could not be printed
flash-certificates-batch-busy = The certificates of another group are being printed. Please try again in a minute.
certificates-hours-list = List of hours
certificates-hours-of = School year { $year } (PDF)
certificates-hours-title = List of hours in the school year
certificates-hours-no = No.
certificates-hours-when = Dates
certificates-hours-what = Training
certificates-hours-hours = Hours
certificates-hours-number = Certificate
certificates-hours-sum = Total:
certificates-hours-note = Teaching hours of 45 minutes. The list does not replace the certificates.
certificates-hours-made = As of { $day }
certificates-letter-also-needed = The certificate also needs:

# The layout of certificates
certificates-layout-title = Layout of certificates
certificates-layout-langs = Languages of the certificate
certificates-layout-in-pl = Polish
certificates-layout-in-ru = Russian
certificates-layout-in-en = English
certificates-layout-fields = The texts may name fields that are filled with data: { $fields }.
certificates-layout-standard = An empty field keeps the standard text.
certificates-layout-heading = Title
certificates-layout-certifies = Sentence above the name
certificates-layout-completed = Sentence above the title of the training
certificates-layout-lines = More sentences
certificates-layout-lines-hint = One a line, above the signature. For example the legal basis.
certificates-layout-signatory-name = Who signs
certificates-layout-signatory-hint = When the group names nobody else.
certificates-layout-signatory-role = Office
certificates-layout-logo = Logo
certificates-layout-logo-hint = Above the name of the organisation.
certificates-layout-no-logo = No logo
certificates-layout-topics = Show topics
certificates-layout-trainers = Show trainers
certificates-layout-frame = Show the frame
certificates-layout-preview = Show the preview
certificates-layout-pdf = Preview as PDF
certificates-layout-save = Save and use
certificates-layout-specimen = Specimen
certificates-layout-picture = First page of a specimen of the certificate with these settings
certificates-layout-logos = Add a logo
certificates-layout-file = File with the logo
certificates-layout-file-hint = PNG or SVG, up to 500 kB and 2000 pixels. Then choose it in the form above.
certificates-layout-upload = Add
certificates-layout-versions = Versions
certificates-layout-versions-text = Certificates keep the version that they were issued with. New ones are issued with the version in use.
certificates-layout-version = Version
certificates-layout-number = Version { $version }
certificates-layout-when = Saved
certificates-layout-who = Who
certificates-layout-use = Use
certificates-layout-in-use = In use
certificates-layout-of-product = Standard layout
flash-certificates-layout-saved = Saved. New certificates will look like this.
flash-certificates-layout-used = New certificates will look like this.
flash-certificates-logo-added = The logo is added. Now choose it in the form.
error-layout_not_printed = A certificate can not be printed with these settings. Shorten the texts or choose another logo.
error-layout_changed = Somebody has saved a newer version in the meantime. Open the page again to see it.
error-layout_lines = At most { $most } sentences of { $chars } characters.
error-layout_field = There is no field { $field }. The fields that there are stand above the form.
error-layout_letter = The character “{ $letter }” can not be printed.
error-logo_gone = There is no such logo. Choose another one.
error-logo_too_large = The file is too large. It may have { $most } kB at most.
error-logo_kind = This is neither a PNG nor an SVG file.
error-logo_side = A side of the picture may have 1 to { $most } pixels.
error-logo_element = The drawing has an element “{ $name }” that we do not take. Save it as a plain SVG, or as a PNG.
error-logo_unreadable = This picture can not be printed. Save it once more with another program, or as a PNG.
error-logos_many = The organisation keeps as many pictures as it may.
certificates-specimen-number = SPECIMEN
certificates-specimen-given-name = Anna
certificates-specimen-surname = Example
certificates-specimen-birth-place = Cambridge
certificates-specimen-title = Assessment that helps to learn
certificates-specimen-topics = Feedback; Criteria of success; Work in pairs
certificates-specimen-trainer = Helen Wren
certificates-specimen-signatory = Vera Lucky
certificates-specimen-role = Director
