# The person: registration and profile.
people-given-name = Given name
people-surname = Surname
people-born = Date of birth
people-born-hint = For example 14 3 1985. It will be on certificates.
people-birth-place = Place of birth
people-birth-place-hint = Town or village. It will be on certificates.
people-phone = Telephone
people-phone-hint = We only call when something changes at the last moment.
people-street = Street and number
people-postal-code = Postal code
people-city = Town
people-workplace = Workplace
people-workplace-hint = Only for those who join trainings for their work; parents leave it empty. Type part of the name and the town, for example “przedszkole 12 bialystok”, and press “Find”. Capitals and accents do not matter.
people-workplace-find = Find the workplace
people-workplace-which = Which workplace?
people-workplace-typed = Not in the list, keep it as I typed it
people-workplace-none = There is no such place in our list. We will keep it as you typed it.
people-language = Language
people-language-hint = Pages and letters will be in this language.

people-register-title = Register
people-register-lead = This takes about three minutes. With one account you enrol your children and join trainings yourself. Type your own data here, as in your documents; children are added afterwards.
people-register-have-one = You have an account?
people-register-you = About you
people-register-sign-in = Signing in
people-register-button = Register
people-email-hint = We will send a link to this address that activates your account.
people-consent-text = I agree that my data is used for enrolling me and the children whom I act for, for contact about it and for issuing certificates.
people-consent-more = More about personal data

people-profile-title = My profile
people-profile-lead = Your names, date and place of birth go on certificates. Certificates that were issued do not change.
people-profile-sign-in = Signing in
people-profile-email = Change the e-mail address
people-profile-password = Change the password
people-profile-tokens = Tokens for programs
people-profile-devices = Devices that are signed in
people-profile-button = Save
flash-profile-saved = Your changes are saved.

people-start-title = What would you like to do first?
people-start-lead = Your account is ready for both: for your children and for yourself.
people-start-child = Enrol a child
people-start-child-how = Add the child once. Then you apply for it to the programmes of every institution, and see here how each application stands.
people-start-training = Join a training yourself
people-start-training-how = Find a training and press “Join”. Surveys, materials and the certificate are afterwards on the page “My trainings”.
people-start-later = Both stay in the menu, so nothing is lost if you come back another day.
