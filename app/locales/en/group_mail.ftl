# Mail to the participants of a group.
group-mail-title = Write to the group
group-mail-empty = There is nobody to write to yet
group-mail-empty-text = As soon as somebody joins the group, you can write to them here.
group-mail-state = Who gets it
group-mail-state-hint = Everybody who is chosen gets a letter of their own. Nobody sees other addresses.
group-mail-only =
    { $count ->
        [one] Only the { $count } person you chose gets the letter.
       *[other] Only the { $count } people you chose get the letter.
    }
group-mail-to-all = Write to the whole group
group-mail-subject = Subject
group-mail-text = Text
group-mail-text-hint = Each line becomes a paragraph. The name of the training, your contact details and a link to “My trainings” are added in the language of each reader.
group-mail-file = Files with the letter
group-mail-file-hint = At most { $most } together.
group-mail-file-deleted = { $file }: deleted since. Letters that left after that went without it.
group-mail-closed = Materials that are open from the start can go with a letter. Others open after completion, survey and payment, and mail would go around that.
group-mail-preview = See the letter
group-mail-preview-title = The letter as it will arrive
group-mail-told =
    { $count ->
        [one] { $count } person gets this letter.
       *[other] { $count } people get this letter.
    }
group-mail-told-how = Everything around your text is in the language that each of them reads. Your text is not translated.
group-mail-readers =
    { $count ->
        [one] { $count } person reads it in this frame: { $language }
       *[other] { $count } people read it in this frame: { $language }
    }
group-mail-sender = From
group-mail-send =
    { $count ->
        [one] Send { $count } letter
       *[other] Send { $count } letters
    }
group-mail-back = Go back to writing
group-mail-past = Sent before
group-mail-when = Sent
group-mail-delivery = Delivery
group-mail-sum =
    { $people ->
        [one] { $people } letter.
       *[other] { $people } letters.
    } Sent: { $sent }, waiting: { $waiting }, undelivered: { $undelivered }.
group-mail-sent-title = A letter to the group
group-mail-taken-at = Taken by the mail server
group-mail-state-sent = sent
group-mail-state-waiting = waiting
group-mail-state-tried =
    { $count ->
        [one] waiting, tried { $count } time
       *[other] waiting, tried { $count } times
    }
group-mail-state-undelivered = undelivered
group-mail-undelivered-hint = The mail server refused the letters marked as undelivered, or took none for three days. Open the person's page to call them and to check the address.
group-mail-letter-training = Training
group-mail-letter-subject = { $subject }
group-mail-letter-open = My trainings
group-mail-letter-files = The attached files are also among the materials in “My trainings”.
group-mail-letter-why = The organiser wrote this letter to the people of this training.
flash-group-mail-sent = The letters are on their way.
error-group_mail_nobody = Choose somebody who gets the letter.
error-group_mail_file_gone = One of the chosen files is not there any more, or opens only at the end. Choose again.
error-group_mail_files_too_large = Together the files are larger than { $most }, and many mail servers would refuse the letter. Leave some out: everybody with a place finds them in “My trainings”.
error-group_mail_files_for_places = Files can go only to those who have a place. Leave the files out, or choose only people with a place.
error-group_mail_changed =
    { $count ->
        [one] The group has changed meanwhile: now { $count } person would get the letter. Nothing has been sent yet.
       *[other] The group has changed meanwhile: now { $count } people would get the letter. Nothing has been sent yet.
    }
