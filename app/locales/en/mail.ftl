# The mailbox page of the demo.
mail-title = Letters
mail-lead = Everything that this demonstration would have mailed. Nothing leaves this machine.
mail-search = Letters to this address
mail-empty = No letters yet
mail-empty-hint = Create an account or join a training, and the letter about it appears here.
mail-recipient = To
mail-subject = Subject
mail-queued-at = Written
mail-state = State
mail-state-queued = Waiting
mail-state-sent = Sent
mail-state-given_up = Not delivered
mail-as-html = See it as a mail program shows it
mail-files = Files with the letter
mail-reason = Why it was not delivered
mail-without-subject = (no subject)
