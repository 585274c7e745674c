# What organisations announce.
announcements-title = Announcements
announcements-lead = A notice with dates, at the top of the pages of those concerned, and by mail when you want it.
announcements-new = A new announcement
announcements-edit = Announcement
announcements-show-current = Now
announcements-show-coming = To come
announcements-show-past = Over
announcements-none = Nothing is here
announcements-none-text = As soon as you announce something, it stands here with its dates.
announcements-title-column = Title
announcements-organisation = For whom
announcements-organisation-hint = The announcement concerns this organisation and everything below it.
announcements-next = Continue
announcements-audience = Who sees it
announcements-audience-hint = Everybody: on the pages of the institutions and their offer, and for those who take part. The others see it only when they are signed in.
announcements-audience-everybody = Everybody
announcements-audience-participants = Participants and parents of children who take part
announcements-audience-staff = Staff
announcements-only-some = Only for some courses or groups
announcements-only = Courses and groups
announcements-only-hint = For participants and parents. Choose nothing to reach all of them.
announcements-too-many = There are too many courses here to choose among: announce it for one institution to choose its courses.
announcements-group = { $title }, group { $code }
announcements-chosen-before = Chosen before, not on offer any more
announcements-days = Days
announcements-from = First day
announcements-until = Last day
announcements-language = Language that you write in
announcements-language-hint = It is needed in this language. Whoever reads another one sees this text where you leave that one empty.
announcements-title-pl = Title in Polish
announcements-title-ru = Title in Russian
announcements-title-en = Title in English
announcements-text-pl = Text in Polish
announcements-text-ru = Text in Russian
announcements-text-en = Text in English
announcements-text-hint = Each line becomes a paragraph. Addresses that begin with https:// become links.
announcements-announce = Announce
announcements-save = Save the changes
announcements-shown = How people see it
announcements-change = Change it
announcements-change-text = People see the change at once. It is not mailed again unless you ask for that.
announcements-withdraw = Withdraw
announcements-withdraw-what = Once withdrawn, nobody sees it any more. Letters that have left can not be called back.
announcements-withdrawn = withdrawn
announcements-is-withdrawn = This announcement was withdrawn. Nobody sees it any more.
announcements-mail = Mail
announcements-mail-title = Send it by mail
announcements-not-mailed = not mailed
announcements-letters =
    { $count ->
        [one] { $count } letter
       *[other] { $count } letters
    }
announcements-mailed =
    { $count ->
        [one] Mailed to { $count } person: { $when }
       *[other] Mailed to { $count } people: { $when }
    }
announcements-mailed-before = It was mailed before. Whoever got it then gets it once more.
announcements-told =
    { $count ->
        [one] { $count } person gets this letter.
       *[other] { $count } people get this letter.
    }
announcements-told-how = Each person gets one letter: participants, both guardians of a child, or the staff. For an announcement to everybody these are those who take part now.
announcements-readers =
    { $count ->
        [one] { $count } person reads it like this: { $language }
       *[other] { $count } people read it like this: { $language }
    }
announcements-send =
    { $count ->
        [one] Send { $count } letter
       *[other] Send { $count } letters
    }
announcements-shown-until = until { $day }
announcements-put-away = Put away
announcements-letter-subject = { $subject }
announcements-letter-open = Page of the institution
announcements-letter-why = You get this letter because it concerns you: { $organisation } has announced it to the people it serves.
flash-announcement-created = Announced. People see it on its days.
flash-announcement-saved = Saved. People see it like this now.
flash-announcement-withdrawn = Withdrawn. Nobody sees it any more.
flash-announcement-mailed = The letters are on their way.
flash-announcement-over = It is over or was withdrawn, so it is not mailed.
flash-notice-put-away = Put away. You do not see it any more.
error-announcement_far = This lies more than two years ahead.
error-announcement_days = The last day comes before the first one.
error-announcement_past = The last day is over. Choose today or later.
error-announcement_over = It is over or was withdrawn.
error-announcement_nobody = Nobody is concerned now, so no letter was sent.
error-announcement_changed = Somebody else has changed or withdrawn it meanwhile. Look at it above. If you save once more, your text replaces theirs.
error-announcement_others =
    { $count ->
        [one] Something has changed meanwhile: now { $count } person would get the letter. Nothing has been sent yet.
       *[other] Something has changed meanwhile: now { $count } people would get the letter. Nothing has been sent yet.
    }
