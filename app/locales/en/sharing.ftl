# Two guardians of one child, from the side of whoever has it already.
sharing-title = Who else acts for the child
sharing-link = Invite another parent or guardian, or leave
sharing-lead = Everybody who acts for { $child } sees the record, the applications and the places in queues, and can apply. There is one record; nobody enters the child a second time.
sharing-open = An invitation went to { $email }. It can be accepted until { $until }.
sharing-take-back = Take the invitation back
sharing-invite-title = Invite another parent or guardian
sharing-invite-what = They get a letter with a link, sign in or register, and accept. Invite only those who have the right to act for the child.
sharing-email = Their e-mail address
sharing-email-hint = Read it back to them: whoever reads its letters can accept.
sharing-invite = Send the invitation
sharing-leave-title = I do not act for the child any more
sharing-leave-what = You will not see the record of { $child } any more. Its applications stay with whoever still acts for it, and they get a letter. What you have still to pay stays yours.
sharing-leave-alone = Nobody else acts for the child, so you can not leave yet. Invite another guardian first, or go to an institution with the documents.
sharing-sure = Yes, I do not act for this child any more
sharing-leave = Leave
sharing-invitation-title = An invitation to act for a child
sharing-invitation-lead = { $who } invites you to act for { $child } too.
sharing-invitation-what = You will see the record, the applications and the places in queues, and can apply for programmes. There is one record for both of you.
sharing-invitation-button = I am a parent or legal guardian, and accept
sharing-invitation-not = This is not about you? Close the page; the invitation ends by itself.
sharing-invitation-sign-in = Sign in first, and you come back here. No account yet? Register, then open the link from the letter again: it works for seven days.
flash-sharing-invited = The invitation is on its way.
flash-sharing-taken-back = The invitation does not work any more.
flash-sharing-left = You do not act for the child any more. Whoever still does is told.
flash-sharing-accepted = You act for the child now. Here is the record.
flash-sharing-not-linked = A teenager’s sign-in acts for nobody else. Use an account of your own.
error-acts_already = Whoever has this address acts for the child already.
error-invitations_enough = Three invitations are open. Take one back, or wait until it is answered.
error-sharing_sure = Tick the box if you are sure.
error-sharing_alone = Nobody else acts for the child any more, so you can not leave yet.
families-asking-count = { $count ->
    [one] Somebody asks to act for the child too.
   *[other] { $count } people ask to act for the child too.
}
families-asking-see = See who asks

accounts-link-used-shared = This invitation was accepted already, or was taken back. Sign in: if you accepted it, the child is among your children.
accounts-link-expired-shared = The time of this invitation is over. Ask whoever invited you to send another one.
accounts-link-unknown-shared = We do not know this invitation. Perhaps the address was cut: open the link from the letter once more.

sharing-letter-invited-subject = { $name } invites you to act for { $child }
sharing-letter-invited-what = { $name } has { $child } in this system and invites you to act for the child too: you will see the record and the applications, and can apply for programmes.
sharing-letter-invited-next = Press the button, sign in or register, and accept. If you do not know what this is about, do nothing.
sharing-letter-invited-action = See the invitation
sharing-letter-invited-until = The button works for seven days.
sharing-letter-accepted-subject = { $name } acts for { $child } too now
sharing-letter-accepted-what = { $name } has accepted the invitation: you both see the record of { $child }, the applications and the places in queues.
sharing-letter-accepted-next = Was this not meant so? Write to an institution, which can put it right.
sharing-letter-accepted-action = See the child’s page
sharing-letter-left-subject = { $name } does not act for { $child } any more
sharing-letter-left-what = { $name } has given up acting for { $child } in this system. Applications and places stay as they are, and are with you.
sharing-letter-left-next = You do not have to do anything.
sharing-letter-left-action = See the child’s page
