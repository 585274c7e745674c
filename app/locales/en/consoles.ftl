# What waits for staff: the first page, the daily letter, institutions that are behind.
consoles-waits = What waits
consoles-nothing = Nothing is waiting. Have a good day.
consoles-head-what = What
consoles-head-when = By when
consoles-overdue = the day is over: { $day }
consoles-due = nearest day: { $day }
consoles-since = waiting since { $day }
consoles-line = { $what }, { $when }
consoles-what-applications =
    { $count ->
        [one] { $count } application to decide
       *[other] { $count } applications to decide
    }
consoles-what-late =
    { $count ->
        [one] { $count } late resignation to answer
       *[other] { $count } late resignations to answer
    }
consoles-what-requests =
    { $count ->
        [one] { $count } request without an answer
       *[other] { $count } requests without an answer
    }
consoles-what-marks =
    { $count ->
        [one] { $count } group with attendance not marked
       *[other] { $count } groups with attendance not marked
    }
consoles-what-finish =
    { $count ->
        [one] { $count } group to finish after its last meeting
       *[other] { $count } groups to finish after their last meeting
    }
consoles-what-few =
    { $count ->
        [one] { $count } group starts soon with fewer people than it needs
       *[other] { $count } groups start soon with fewer people than they need
    }
consoles-what-children =
    { $count ->
        [one] { $count } child to confirm
       *[other] { $count } children to confirm
    }
consoles-what-guardians =
    { $count ->
        [one] { $count } child whom a second guardian asks for
       *[other] { $count } children whom a second guardian asks for
    }
consoles-what-corrections =
    { $count ->
        [one] { $count } correction to check
       *[other] { $count } corrections to check
    }
consoles-what-cases =
    { $count ->
        [one] { $count } case: one child or two
       *[other] { $count } cases: one child or two
    }
consoles-what-moves =
    { $count ->
        [one] { $count } change of municipality to decide
       *[other] { $count } changes of municipality to decide
    }
consoles-what-drafts =
    { $count ->
        [one] { $count } change of municipality waits for a signature
       *[other] { $count } changes of municipality wait for a signature
    }
consoles-what-merges =
    { $count ->
        [one] { $count } merge waits for the holder’s answer
       *[other] { $count } merges wait for the holder’s answer
    }
consoles-what-certificates =
    { $count ->
        [one] { $count } certificate waits for a date or place of birth
       *[other] { $count } certificates wait for a date or place of birth
    }
consoles-what-asked =
    { $count ->
        [one] { $count } charge waits for the institution’s answer
       *[other] { $count } charges wait for the institution’s answer
    }
consoles-what-entries =
    { $count ->
        [one] { $count } payment to match
       *[other] { $count } payments to match
    }
consoles-what-overdue =
    { $count ->
        [one] { $count } overdue charge
       *[other] { $count } overdue charges
    }
consoles-what-refunds =
    { $count ->
        [one] { $count } payment to return
       *[other] { $count } payments to return
    }
consoles-what-letters =
    { $count ->
        [one] { $count } letter was not delivered in the last days
       *[other] { $count } letters were not delivered in the last days
    }

# The daily letter
consoles-digest-title = Daily letter
consoles-digest-way = The daily letter about what waits
consoles-digest-lead = On working days at { $time } we send a letter that says the same as the first page. When nothing waits, there is no letter.
consoles-digest-is-on = The letter comes.
consoles-digest-is-off = The letter is switched off. Everything is on the page “Today”.
consoles-digest-switch-on = Switch the letter on
consoles-digest-switch-off = Switch the letter off
consoles-digest-now = Now the letter would say
consoles-digest-subject = What waits today: { $today }
consoles-digest-what = This waits for you. What should have been done by now comes first.
consoles-digest-action = Open and begin
consoles-digest-off = The letter can be switched off on the page “Daily letter”; the first page of staff leads to it.
flash-consoles-digest-on = The letter is switched on.
flash-consoles-digest-off = The letter is switched off.

# Institutions that are behind
consoles-branch-title = Institutions
consoles-branch-lead = Who is behind: first the institutions where an answer is late, then those where somebody waits longest.
consoles-branch-nothing = No institution is behind.
consoles-branch-institution = Institution
consoles-branch-municipality = Municipality
consoles-branch-late = Applications past their day
consoles-branch-undecided = Applications undecided
consoles-branch-requests = Requests without an answer
consoles-branch-unconfirmed = Children with an application, not confirmed
consoles-branch-oldest = Oldest waits since
consoles-branch-clear =
    { $count ->
        [one] { $count } institution has nothing that waits.
       *[other] { $count } institutions have nothing that waits.
    }
consoles-branch-found =
    { $count ->
        [one] { $count } institution where something waits.
       *[other] { $count } institutions where something waits.
    }
