# The staff's tables: files, views, what is done to many rows, keys.
lists-take = Download the list:
lists-keys = Keys
lists-key-rows = next row and the one before
lists-key-open = opens the row
lists-key-choose = chooses the row, or leaves it out
lists-key-search = goes to the search field
lists-key-help = shows these keys
lists-keys-on = Switch the keys on
lists-keys-off = Switch the keys off
lists-back = Back to the list

# Views
lists-views = My views
lists-views-change = Change my views
lists-views-none = You keep no views yet
lists-views-none-text = Filter a list, then keep the filter under a name: it stays above that list as a link.
lists-view-keep = Keep this filter
lists-view-keep-button = Keep
lists-name = Name
lists-of = List
lists-remove = Remove
flash-lists-view-kept = The view is kept. You find it above the list.
flash-lists-view-removed = The view is removed.
error-lists_too_many_views = You keep { $most } views already. Remove one first.
error-lists_no_filter = There is nothing to keep: the list is not filtered, or its address is damaged. Filter it anew.

# Many rows at once
lists-choose = Choose
lists-choose-row = Choose: { $row }
lists-choose-all =
    { $count ->
        [one] Choose all ({ $count } row)
       *[other] Choose all ({ $count } rows)
    }
lists-with-chosen = With those chosen:
lists-missing =
    { $count ->
        [one] { $count } row that was chosen is not there any more. It is left out.
       *[other] { $count } rows that were chosen are not there any more. They are left out.
    }
lists-done = Done: { $count }.
lists-not-done = Not done: { $count }. The reasons are below.
lists-done-title = Done
lists-not-done-title = Not done
lists-row-gone = One of the rows that were chosen
lists-name-documents = { $name }: documents not seen. Tick them on the child’s page first; until then this one can not be confirmed.
lists-why-missing = It is not there any more.
lists-why-failed = Something went wrong on our side. Try this row again.
flash-lists-none-chosen = Nothing was chosen, so nothing was done. Choose rows first.
error-lists_decided = This was decided before, or the person has left.
error-lists_decided_by = This was decided meanwhile: { $state }, { $when }, by { $name }.
error-lists_decided_when = It stands elsewhere meanwhile: { $state }, { $when }.
error-lists_not_confirmed = Only somebody with a confirmed place is moved, before the training begins.
error-lists_target_gone = That group has begun meanwhile or is not on offer any more.
error-lists_no_draft = It is no draft any more.
error-lists_is_so = It is so already.

lists-do-confirm = Confirm
lists-ask-confirm =
    { $count ->
        [one] Confirm { $count } application?
       *[other] Confirm { $count } applications?
    }
lists-about-confirm = Each person gets a letter with their place and a calendar entry.
lists-do-refuse = Refuse
lists-ask-refuse =
    { $count ->
        [one] Refuse { $count } application?
       *[other] Refuse { $count } applications?
    }
lists-about-refuse = The places go to the next in line, and each person gets a letter with the reason.
lists-do-cancel = Cancel enrolments
lists-ask-cancel =
    { $count ->
        [one] Cancel { $count } enrolment?
       *[other] Cancel { $count } enrolments?
    }
lists-about-cancel = The enrolments end, the places go to the next in line, and each person gets a letter with the reason.
lists-do-transfer = Move to another group
lists-ask-transfer =
    { $count ->
        [one] Move { $count } person to another group?
       *[other] Move { $count } people to another group?
    }
lists-about-transfer = One after the other, in this order, as long as there are places. Each person gets one letter with both dates and an updated calendar.
lists-do-write = Write to them
lists-do-waive = Waive
lists-ask-waive =
    { $count ->
        [one] Waive { $count } charge?
       *[other] Waive { $count } charges?
    }
lists-about-waive = Nothing will have to be paid, and each participant gets a letter with the reason.
lists-do-pay-back = The money went back
lists-ask-pay-back =
    { $count ->
        [one] Did the money of { $count } charge go back?
       *[other] Did the money of { $count } charges go back?
    }
lists-about-pay-back = Confirm once the transfers are sent. Each participant gets a letter.
lists-do-set-aside = Set aside
lists-ask-set-aside =
    { $count ->
        [one] Set { $count } entry aside?
       *[other] Set { $count } entries aside?
    }
lists-about-set-aside = They are no payments for trainings, and leave the list.
lists-do-close = Close
lists-ask-close =
    { $count ->
        [one] Close { $count } message?
       *[other] Close { $count } messages?
    }
lists-about-close = Those who asked will be told, and can still write more.
lists-do-publish = Publish
lists-ask-publish =
    { $count ->
        [one] Publish { $count } course?
       *[other] Publish { $count } courses?
    }
lists-about-publish = Their groups on offer appear in the catalogue.
lists-do-draft = Back to draft
lists-ask-draft =
    { $count ->
        [one] Take { $count } course back to draft?
       *[other] Take { $count } courses back to draft?
    }
lists-about-draft = They leave the catalogue. A course with groups on offer stays as it is.
lists-do-archive = Archive
lists-ask-archive =
    { $count ->
        [one] Archive { $count } course?
       *[other] Archive { $count } courses?
    }
lists-about-archive = They leave the catalogue. A course with groups on offer stays as it is.
lists-do-publish-groups = Publish
lists-ask-publish-groups =
    { $count ->
        [one] Publish { $count } group?
       *[other] Publish { $count } groups?
    }
lists-about-publish-groups = They appear in the catalogue, and people can join from the day enrolment opens.
lists-do-cancel-groups = Call off
lists-ask-cancel-groups =
    { $count ->
        [one] Call { $count } group off?
       *[other] Call { $count } groups off?
    }
lists-about-cancel-groups = The groups will not take place and every enrolment ends. Everybody gets a letter with the reason. This cannot be undone.
lists-do-zip = Download as ZIP
lists-do-open-files = Open from the start
lists-ask-open-files =
    { $count ->
        [one] Open { $count } file from the start?
       *[other] Open { $count } files from the start?
    }
lists-about-open-files = Everybody with a place can download them at once.
lists-do-close-files = Open at the end only
lists-ask-close-files =
    { $count ->
        [one] Close { $count } file until the end?
       *[other] Close { $count } files until the end?
    }
lists-about-close-files = Only those to whom nothing is missing can download them: after completion, survey and payment.
lists-do-delete-files = Delete
lists-ask-delete-files =
    { $count ->
        [one] Delete { $count } file?
       *[other] Delete { $count } files?
    }
lists-about-delete-files = Nobody can download them any more. This cannot be undone.
error-lists_view_taken = You keep another filter under this name. Type another name, or remove that view first.

lists-do-enrol = Enrol by order
lists-ask-enrol =
    { $count ->
        [one] Enrol { $count } person by order?
       *[other] Enrol { $count } people by order?
    }
lists-about-enrol = Only those with a confirmed place are enrolled. Each of them gets a letter with the order.
# Search
lists-search = Search the table
lists-nothing = Nothing was found
lists-nothing-text = Every word is looked for in all columns of the table. Type fewer words, or only the beginning of one.
lists-whole = Show the whole table
