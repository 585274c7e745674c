# Children and those who act for them.
web-nav-my-children = My children
families-title = My children
families-none = No child is here yet
families-none-text = Enter each child once. After that you can apply for programmes for it, again and again.
families-age =
    { $years ->
        [0] Under one year old
        [one] { $years } year old
       *[other] { $years } years old
    }
families-state-unconfirmed = not confirmed yet
families-state-confirmed = confirmed
families-state-merged = joined with another record
families-state-archived = kept, not in use
families-state-doubted = being looked at
families-state-unconfirmed-what = You can apply for programmes. An institution will compare the data of { $child } with documents when you come with them.
families-state-confirmed-what = An institution has compared the data of { $child } with documents.
families-state-merged-what = This record of { $child } was joined with another one.
families-state-archived-what = This record of { $child } is kept and not in use.
families-state-doubted-what = There is a record like that of { $child }. An operator looks at both; until then the data can not be confirmed. You do not have to do anything.
families-known = What we know
families-address = Address
families-guardians = Who acts for the child
families-documents-kept = Documents that we know the number of (it is sealed and not shown):
families-documents-none = We do not know the number of any document. It helps to tell children of the same name apart.
families-back = Back

families-enter-title = Add a child
families-enter-lead = A child is entered once, by one of the parents or guardians. Type what the documents say.
families-enter-button = Add the child
families-change-title = Correct the data
families-change-lead = You can change everything until an institution compares it with documents. What was here before is kept.
families-change-button = Save
families-version = The form
families-given-name = Given name
families-surname = Surname
families-patronymic = Second name or patronymic
families-patronymic-hint = If the child has one.
families-born = Date of birth
families-born-hint = For example 14 3 2017.
families-birth-place = Place of birth
families-birth-place-hint = Town or village.
families-sex = Sex
families-sex-female = girl
families-sex-male = boy
families-document = Document
families-document-kind = Document
families-document-hint = One is enough. Without a document you can add the child all the same, and bring the document later.
families-document-as-it-is = As it is
families-document-change-hint = Only to add a document that we do not know yet, or to correct a number: it takes the place of the one of its kind.
families-document-none = None for now
families-document-pesel = PESEL
families-document-snils = SNILS
families-document-birth-certificate = Birth certificate
families-document-other = Another document
families-document-number = Number of the document
families-document-number-hint = We keep it sealed and never show it.
families-municipality = Municipality where the child lives
families-municipality-hint = It decides which institutions confirm the data.
families-municipality-choose = Choose
families-street = Street and number
families-postal-code = Postal code
families-city = Town or village
families-consent = Consent
families-consent-text = I am a parent or legal guardian of this child, and I agree that its data is used for enrolling it in programmes.
families-photo = Photographs
families-photo-text = I agree that photographs with the child may be published by the institution (you can leave this empty).

families-already-title = A child with these data is registered already
families-already-lead = You did nothing wrong, and the child’s record is in order. It does not have to be added a second time: so no application and no place in a queue is lost.
families-already-private = We do not show whose cabinet the record is in: that is protected.
families-already-again = Correct what I typed
families-already-typed = You typed

flash-child-entered = The child is added.
flash-child-to-review = The child is added. There is a similar record, so an operator will look at both.
flash-child-own = This child is in your cabinet already. Here it is.
flash-child-changed = Your changes are saved.

error-of_age = Whoever is { $age } or older makes an account of their own. If the year is a slip, correct it.
error-consent_child = Without this consent we can not add the child.
error-too_many_children = There were many tries within the last hour. Try again in { $minutes ->
    [one] one minute
   *[other] { $minutes } minutes
}; what you typed stays here.
error-child_taken = Another child with these data is registered. If it is the same child, do not change this record: write to your institution.
families-import-row = Line { $line }, { $column }: { $problem }
error-import_sex = Write F or M, or nothing.
error-import_municipality = There is no municipality of this name here. Write it as the list of organisations has it, or leave it empty.
error-import_municipality_twice = Several municipalities have this name. Leave it empty; an operator can choose the right one later.
error-import_id_twice = Line { $first } has the same id. Give each row an id of its own.
families-import-open = { $count ->
    [one] it is to be decided in { $count } case who is one person
   *[other] it is to be decided in { $count } cases who is one person
}
error-document_kept = The PESEL that we know does not fit this date of birth and sex. Compare them with the document; if the PESEL was mistyped, type it again as well.
error-child_meanwhile = Somebody has changed these data since you opened this page. Open it again and look at what is there now.
error-pesel_wrong = This PESEL has a typing error: its last digit does not fit. Compare it with the document.
error-pesel_form = A PESEL has 11 digits.
error-pesel_other_birth = This PESEL says another date of birth. Compare both with the document.
error-pesel_other_sex = This PESEL says another sex. Compare both with the document.
error-snils_wrong = This SNILS has a typing error: its last two digits do not fit. Compare it with the document.
error-snils_form = A SNILS has 11 digits.
error-document_form = This does not look like the number of a document: letters and digits, 4 to 30 of them.

families-letter-entered-subject = { $child } is added
families-letter-entered-what = You have added { $child } to your cabinet. You can apply for programmes now.
families-letter-entered-next = An institution has to compare the data with documents once, best right after you apply: it decides only then. Take the child’s birth certificate or another document with its number, and your own identity document.
families-letter-entered-action = See the child’s page
families-letter-met-subject = Somebody tried to add { $child }
families-letter-met-what = Somebody tried to enter { $child } a second time. Nothing was added, and your record is as it was.
families-letter-met-next = If it was the other parent, write to your institution: both of you can see one record. If you do not know who it was, you do not have to do anything.
families-letter-met-action = See the child’s page

families-case = Which of these fits?
families-case-email = I registered before, but do not remember with which address
families-case-email-hint = We check the child’s document and write to that address. It takes about two minutes.
families-case-access = I remember the address, but can not get into it any more
families-case-access-hint = An institution’s operator sees your identity document and replaces the address.
families-case-guardian = The other parent may have added the child
families-case-guardian-hint = We ask for their consent. Then both of you see the record.
families-case-institution = The child may have been entered at a school or kindergarten
families-case-institution-hint = The institution compares documents and hands the record over to you.
families-case-namesake = It is another child: the same name, born on the same day
families-case-namesake-hint = An operator decides. Bring the child’s document; do not type its number in the message.
families-already-next = Continue
families-asking = { $who } asks to act for this child too
families-asking-what = Whoever acts for a child sees its data and applications and can apply for it.
families-asking-yes = Let in
families-asking-no = Do not let in
families-forgotten-title = Which address did I register with?
families-forgotten-lead = Tell us about the child. When its data and document belong together, we write to the registered address, and you see a part of it here. Do not make a new account: the child could not be added to it.
families-forgotten-surname-hint = Of the child.
families-forgotten-document-hint = The one that was given when the child was added.
families-forgotten-button = Look
families-forgotten-found = We have written to the registered address.
families-forgotten-found-next = It looks like this; the whole of it is never shown. Sign in with it, or have a new password sent to it.
families-forgotten-sign-in = Sign in
families-forgotten-no-access = I can not get into this mailbox
families-forgotten-none = We found nothing that fits both the data and the document.
families-forgotten-none-next = Perhaps something is mistyped, or the record has no document yet. An institution’s operator can look with you.
families-forgotten-write = Ask an institution
flash-child-share-asked = If the record exists and nobody has answered you yet, its holder has your question now. No answer in seven days, or refused before? Go to an institution with the documents.
flash-child-shared = Both of you act for the child now.
flash-child-not-shared = Nothing changes; whoever asked is told.
families-letter-reminded-subject = Which address { $child } is registered with
families-letter-reminded-what = Somebody who knows the data of { $child } and the number of the document asked which address the child is registered with. It is this one.
families-letter-reminded-next = If it was you, sign in with this address; a forgotten password can be replaced on the same page. If it was not you, tell your institution.
families-letter-reminded-action = Sign in
families-letter-share-asked-subject = Somebody asks to act for { $child } too
families-letter-share-asked-what = Another account asks to see the record of { $child } and to apply for programmes.
families-letter-share-asked-next = Look at who it is, and let them in or not. Nothing happens until you decide.
families-letter-share-asked-action = See who asks
families-letter-shared-subject = You act for { $child } now
families-letter-shared-what = The record of { $child } is in your cabinet now: you both see it.
families-letter-shared-next = There is one record for one child, so its applications and places in queues are the same for both of you.
families-letter-shared-action = See the child’s page
families-letter-not-shared-subject = About your request to act for { $child }
families-letter-not-shared-what = The other guardian did not agree that you act for { $child } in the system.
families-letter-not-shared-next = If you have the right to, come to an institution with documents: its operator can decide.
families-letter-not-shared-action = Write to an institution
families-find-programme = Find a programme
families-stored-now = What is kept now
families-stored-what = Below is what you typed. Change it to what is right and press the button once more, or leave the page: then what is kept now stays.
