# The account: registration, sign-in, password, address, devices, and the letters about them.
accounts-email = E-mail address
accounts-password = Password
accounts-password-hint = At least 8 characters of any kind. A few words that nobody would connect with you are best.
accounts-password-again-hint = Type the password once more: for safety it is not kept on the page. At least 8 characters of any kind.
accounts-new-password = New password
accounts-current-password = Current password

accounts-check-mail-title = Check your mail
accounts-check-mail-lead = We have sent a letter to { $to }.
accounts-check-mail-lead-plain = We have sent a letter to the address you gave.
accounts-check-mail-next = Open it and press the button in it. It mostly arrives within a minute. If you do not see it, look into the spam folder.
accounts-check-mail-again = No letter?
accounts-check-mail-again-what = The letter may not have arrived if there was a slip in the address. Type it once more, and we will send a new link that activates the account.
accounts-check-mail-again-reset = There may have been a slip in the address. Type it once more, and we will send a new link to set the password.
accounts-check-mail-forgot = You have an account already and forgot the password?

accounts-ask-activation-title = A new link to activate the account
accounts-ask-activation-lead = Give the e-mail address that you are registering with. We will send a new link to it. It works for 48 hours.
accounts-ask-activation-button = Send the link again

accounts-activate-title = Activate your account
accounts-activate-lead = One step is left: activate the account, then sign in.
accounts-activate-choose = Choose a password for the account, then sign in with it.
accounts-activate-button = Activate my account

accounts-link-used-title = This link has been used
accounts-link-used-activate = Each link works once. If the account was activated by it, you can sign in right away.
accounts-link-used-reset = Each link works once. If the new password is set, sign in with it. If not, ask for a new link.
accounts-link-used-email = Each link works once. Your profile shows which address is in force.
accounts-link-expired-title = This link no longer works
accounts-link-expired-activate = A link that activates an account works for 48 hours. What you registered with is kept: give your address, and we will send a new link.
accounts-link-expired-reset = A link for a new password works for one hour. Give your address, and we will send a new one.
accounts-link-expired-email = A link that confirms a new address works for 48 hours. Ask for a new one in your profile.
accounts-link-unknown-title = We do not know this link
accounts-link-unknown-activate = It may have been cut off in the letter. Open the whole link, or give your address, and we will send a new one.
accounts-link-unknown-reset = It may have been cut off in the letter. Open the whole link, or give your address, and we will send a new one.
accounts-link-unknown-email = It may have been cut off in the letter. Open the whole link, or ask for a new one in your profile.
accounts-link-ask = Send a new link

accounts-sign-in-title = Sign in
accounts-sign-in-button = Sign in
accounts-sign-in-no-account = No account yet?
accounts-sign-in-kept = You were signed out while you were typing. What was in the form is kept, and comes back after you sign in.

accounts-continue-title = What you typed was kept
accounts-continue-lead = You were signed out before the form was sent. Nothing has been saved yet. Look at the form and send it again. Passwords have to be typed once more.
accounts-continue-button = Show my form

accounts-forgot-title = Forgot your password?
accounts-forgot-link = Forgot your password?
accounts-forgot-lead = Give the e-mail address that you sign in with. If there is an account for it, we will send a link to set a new password. It works for one hour.
accounts-forgot-button = Send the link
accounts-reset-title = Set a new password
accounts-reset-lead = This signs you out on all devices. Then sign in with the new password.
accounts-reset-button = Set the password

accounts-password-title = Change the password
accounts-password-lead = This signs you out on all other devices, and we will write to you about it.
accounts-password-button = Change the password
accounts-email-title = Change the e-mail address
accounts-email-lead = You now sign in with { $current }. The new address takes effect when you open the link that we send to it. The old address is told as well.
accounts-new-email = New e-mail address
accounts-new-email-hint = All letters will go to this address.
accounts-email-button = Send a link to the new address
accounts-confirm-email-title = Confirm the new address
accounts-confirm-email-lead = After this you sign in with the new address. We will tell the old one.
accounts-confirm-email-button = Confirm the address

accounts-devices-title = Where you are signed in
accounts-devices-lead = If there is something here that you do not know, sign it out and change your password.
accounts-devices-here = this device
accounts-devices-seen = Last used
accounts-devices-since = Since
accounts-devices-network = Network
accounts-devices-end = Sign out here
accounts-devices-end-all = Sign out everywhere
accounts-devices-end-all-what = This signs you out on all devices, this one too.
accounts-device-unknown = unknown browser

accounts-demo-title = Come in with one click
accounts-demo-what = In the demo only. Choose who you want to be:
accounts-demo-participant = Participant
accounts-demo-newcomer = New participant
accounts-demo-parent = Parent of two children
accounts-demo-trainer = Trainer
accounts-demo-operator = Operator of an institution
accounts-demo-accountant = Accountant
accounts-demo-organisation-administrator = Administrator of the centre
accounts-demo-support-centre = Support centre
accounts-demo-administrator = Administrator of the installation

flash-activated = Your account is ready. Sign in.
flash-signed-out = You are signed out. See you soon.
flash-signed-out-everywhere = You are signed out on all devices.
flash-signed-out-there = That device is signed out.
flash-password-reset = The new password is set. Sign in with it.
flash-password-changed = The password is changed, and other devices are signed out.
flash-email-asked = We have sent a link to the new address. Until you open it, the present one stays in force.
flash-email-changed = The new address is in force.

accounts-letter-activate-subject = Activate your account
accounts-letter-activate-what = Somebody, most likely you, is registering with this e-mail address.
accounts-letter-activate-next = Press the button to activate the account, then sign in.
accounts-letter-activate-action = Activate the account
accounts-letter-activate-until = The link works for 48 hours, and once. If it was not you, do nothing: without this step nothing will happen.
accounts-letter-attempt-subject = Somebody tried to register with your address
accounts-letter-attempt-what = Somebody tried to register with your e-mail address. You have an account with us, so no new one was made, and nothing has changed.
accounts-letter-attempt-next = If it was you, sign in. If you do not remember the password, set a new one. If it was not you, there is nothing to do.
accounts-letter-attempt-action = Set a new password
accounts-letter-reset-subject = Set a new password
accounts-letter-reset-what = Somebody, most likely you, asked for a new password for the account with this address.
accounts-letter-reset-next = Press the button and type a new password. This signs you out on all devices.
accounts-letter-reset-action = Set a new password
accounts-letter-reset-until = The link works for one hour, and once. If it was not you, do nothing: your present password still works.
accounts-letter-password-subject = Your password was changed
accounts-letter-password-what = The password of your account has just been changed.
accounts-letter-password-next = If it was you, all is well. If not, set a new password now: that signs out everybody who is in your account.
accounts-letter-password-action = Set a new password
accounts-letter-email-new-subject = Confirm your new address
accounts-letter-email-new-what = Somebody, most likely you, wants to sign in with this address.
accounts-letter-email-new-next = Press the button to put the new address in force.
accounts-letter-email-new-action = Confirm the address
accounts-letter-email-old-subject = The e-mail address of your account was changed
accounts-letter-email-old-what = From now on your account is signed in to with another e-mail address. No more letters will come to this one.
accounts-letter-email-old-next = If it was not you, contact us at once.
accounts-letter-email-old-action = How to contact us
accounts-letter-email-old-address = New address
accounts-letter-device-subject = Sign-in on a new device
accounts-letter-device-what = Somebody signed in to your account on a device that it was not used on before.
accounts-letter-device-next = If it was you, there is nothing to do. If not, sign that device out and change your password.
accounts-letter-device-action = See the devices
accounts-letter-device-when = When
accounts-letter-device-browser = Browser
accounts-letter-device-network = Network

# Tokens for programs
accounts-tokens-title = Tokens for programs
accounts-tokens-lead = A program that holds a token can do through the API what you can do here. Give each program a token of its own, and end those that you do not need.
accounts-token-made = The token is made
accounts-token-made-next = Copy it now: it is not kept and cannot be shown again.
accounts-token-used = Last used
accounts-token-unused = not yet
accounts-token-since = Made
accounts-token-until = Holds until
accounts-token-end = End this token
accounts-token-new = A new token
accounts-token-name = What is it for?
accounts-token-name-hint = For example: the bookkeeping program.
accounts-token-make = Make a token
flash-token-ended = The token is ended.
error-too_many_tokens = You have { $most } tokens already. End one first.

# Mail domains
accounts-letter-domain-subject = Please give us another e-mail address
accounts-letter-domain-warned = Your account has an address at { $domain }. Please put another one in its place.
accounts-letter-domain-blocked = Your account has an address at { $domain }. You can sign in with it until the end of { $until }. Please put another one in its place before that.
accounts-letter-domain-next = It takes a minute: sign in, type the new address and follow the link that we send there. Nothing else changes.
accounts-letter-domain-action = Change the address
accounts-address-title = Please give us another e-mail address
accounts-address-warned = Your account has an address at { $domain }. Please put another one in its place.
accounts-address-blocked = Your account has an address at { $domain }. You can sign in with it until the end of { $until }.
accounts-address-next = It takes a minute: type the new address and follow the link that we send there. Your applications and everything else stay as they are.
accounts-address-change = Change the address
accounts-address-later = Later
accounts-domains-title = Mail domains
accounts-domains-lead = Addresses of these domains are to be changed. Their holders are written to and asked at every sign-in.
accounts-domains-none = Every domain may be used.
accounts-domains-warned = Holders are asked to change.
accounts-domains-until = Nobody registers with it. Holders sign in until the end of { $day }.
accounts-domains-holders = { $count ->
    [one] { $count } account has such an address.
   *[other] { $count } accounts have such an address.
}
accounts-domains-allow = Allow again
accounts-domains-new = Another domain
accounts-domains-domain = Domain
accounts-domains-domain-hint = What stands behind the @, for example gmail.com.
accounts-domains-policy = What is to happen
accounts-domains-warn = Ask holders to change
accounts-domains-block = Take no new addresses, and give holders until a day
accounts-domains-last = Last day
accounts-domains-last-hint = Only for the second choice. Allow at least some weeks.
accounts-domains-button = Save and write to the holders
flash-domain-set = Saved. The holders are being written to.
flash-domain-allowed = The domain may be used again.
accounts-letter-email-replaced-subject = An institution replaces your e-mail address
accounts-letter-email-replaced-what = Somebody has shown an identity document at an institution ({ $organisation }) and asked for another e-mail address for your account. A link was sent to the new address; when it is used, the address is replaced and every sign-in ends.
accounts-letter-email-replaced-next = If it was you, use the link in the new mailbox. If it was not you, tell the institution at once: how to reach it stands at the end of this letter.
