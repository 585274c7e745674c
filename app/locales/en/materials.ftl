# Files that participants of a group get.
materials-title = Materials
materials-none = There are no materials yet.
materials-name = File
materials-size = Size
materials-added = Added
materials-opens = Opens
materials-deeds = Change
materials-from-start-short = from the start
materials-with-gate = after completion, survey and payment
materials-up = Up
materials-down = Down
materials-open = Open from the start
materials-close = Open at the end only
materials-delete = Delete
materials-delete-title = Delete this file?
materials-delete-text = Participants will not be able to get { $name } any more. It can not be brought back.
materials-add-title = Add a file
materials-from-start = Open from the start
materials-from-start-hint = Everybody with a place can download it at once. Otherwise it opens together with the certificate: after completion, survey and payment.
materials-file = File
materials-file-hint = At most { $most }. Kinds: { $kinds }.
materials-add = Add
materials-full = A group has at most { $most } files. Delete one to add another.
materials-bytes =
    { $count ->
        [one] { $count } byte
       *[other] { $count } bytes
    }
materials-closed = These files open when nothing is missing any more. Missing: { $parts }.
materials-missing-completion = completion of the training
materials-missing-survey = the survey
materials-missing-payment = the payment
materials-closed-for-good = These files are for those who completed the training.
flash-material-added = The file has been added.
flash-material-changed = Saved.
flash-material-deleted = The file has been deleted.
error-material_no_file = Choose a file.
error-material_no_ending = The file's name has no ending such as .pdf, so we do not know what it is.
error-material_not_taken = Files ending in .{ $ending } are not taken. The kinds that are taken are listed at the field.
error-material_two_endings = The name ends in .{ $endings }: two endings can deceive. Rename the file.
error-material_too_large = The file is larger than { $most }. Make it smaller or split it.
error-material_empty = The file is empty.
error-material_torn = The file did not arrive whole. Check the connection and try again; nothing was kept.
error-material_other_kind = The content is not what the ending .{ $ending } says. Open the file in its program, save it anew in that format and try again.
error-material_infected = The virus scanner found { $found } in this file. It was not kept.
error-material_not_scanned = The virus scanner does not answer right now, and we take nothing unchecked. Try again in some minutes.
error-material_scanner_too_large = The virus scanner takes no files of this length, and we take nothing unchecked. Add a smaller file, or tell the administrator.
error-material_not_kept = The file could not be stored. Try again in some minutes.
error-material_too_many = A group has at most { $most } files. Delete one first.
