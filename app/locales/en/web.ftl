# The frame of every page: navigation, fields, error pages.
web-skip = Skip to content
web-nav-main = Main
web-nav-language = Language
web-nav-account = Account
web-nav-menu = Menu
web-nav-breadcrumb = Where you are
web-nav-courses = Trainings
web-nav-my-trainings = My trainings
web-nav-staff = Staff
web-nav-verify = Check a certificate
web-nav-contact = Contact
web-nav-profile = My profile
web-nav-privacy = Personal data
web-nav-accessibility = Accessibility
web-sign-in = Sign in
web-sign-out = Sign out
web-register = Create an account
web-demo = This is a demonstration. People and trainings are made up, and no letter leaves this machine.
web-demo-mail = See the letters

web-optional = (optional)
web-error = Error:
web-errors-title =
    { $count ->
        [one] Please correct one thing. The rest is kept.
       *[other] Please correct { $count } things. The rest is kept.
    }
web-password-show = Show password
web-password-hide = Hide password
web-date-day = Day
web-date-month = Month
web-date-year = Year
web-choose = Choose
web-search = Search
web-back = Go back, change nothing
web-yes = Yes
web-no = No

web-check-done = Done
web-check-todo = Waiting
web-filter-remove = – remove filter
web-pager = Pages of results
web-pager-page = Page { $page } of { $pages }
web-pager-previous = Previous page
web-pager-next = Next page

web-error-start = Start page
web-error-number = Number that helps us find the cause:
web-error-not-found-title = There is no such page
web-error-not-found-what = The address may be incomplete, or the page has moved.
web-error-not-found-next = Check the address or begin at the start page. If it came in a letter from us, please tell us.
web-error-foreign-form-title = We could not take this form
web-error-foreign-form-what = The page was open for too long, or it was opened in another browser.
web-error-foreign-form-next = Nothing was changed. Go back, reload the page and send the form again.
web-error-too-many-title = Too many attempts
web-error-too-many-what = There were more in a short time than we allow. This is how we protect accounts.
web-error-too-many-next = Wait a few minutes and try again. Nothing was changed.
web-error-unreadable-title = We do not understand what the browser sent
web-error-unreadable-what = The data is damaged or incomplete.
web-error-unreadable-next = Nothing was changed. Go back and try once more.
web-error-too-large-title = That is too much at once
web-error-too-large-what = The file or text is larger than this page takes.
web-error-too-large-next = Choose a smaller file or split it. Nothing was saved.
web-error-unavailable-title = We can not do this right now
web-error-unavailable-what = The system is very busy or is being repaired.
web-error-unavailable-next = Try again in a minute. What was saved before is safe.
web-error-internal-title = This is our mistake
web-error-internal-what = Something broke on our side. We have recorded it and will look for the cause.
web-error-internal-next = Try again in a moment. If that does not help, write to us and give the number below.
