# Draws of places, and wishes that are matched
draws-title = The draw of places
draws-link = How the places are drawn
draws-group = Number of the group
draws-commitment = Sealed secret
draws-committed = published on { $when }
draws-drawn = Drawn on
draws-places = Places
draws-applications = Applications
draws-secret = Secret
draws-seed = Seed
draws-order = The order of the draw
draws-order-about = Nobody’s name stands here. The code of your own application is in our letter and in “My trainings”.
draws-nobody = Nobody had applied when enrolment closed.
draws-number = Number
draws-code = Code
draws-wish = Wish
draws-outcome = Result
draws-outcome-place = Place
draws-outcome-line = In line
draws-outcome-ended = Got a wish ranked higher
draws-file = The draw as a file (CSV)
draws-about-drawn = The places have been drawn. With what stands below anybody can hold the draw once more and see that it comes out the same.
draws-about-cancelled = The training was cancelled before the draw.
draws-how = How to check it
draws-how-commitment = A secret was chosen before anybody could apply. Its SHA-256 is the sealed secret above, so that it could not be exchanged later. It is opened after the draw.
draws-how-seed = The seed is the SHA-256 of a text: the secret, then the codes of all applications in the order of the alphabet, each on a line of its own with an end of line after it. So neither the organiser nor whoever applies last can choose it.
draws-how-order = Every application gets the SHA-256 of “seed:{ $group }:code”. The order is that of these numbers.
draws-how-places = The first ones get the free places. The others stand in line in this order.
draws-how-ranked = Every person gets the best wish that can be had in these orders: nobody is passed over in a group by somebody who stands behind them there. Wishes ranked higher stay in line, lower ones end.
draws-how-command = After the draw one command does all of it with the file:

draws-join-title = Apply for the draw
draws-join-about = Everybody who applies until { $until } takes part equally. The places are drawn then, and we write to you at once. It does not matter who applies first.
draws-join-ranked-about = Everybody who applies until { $until } takes part equally. You can apply for several groups and say which you would rather have; then the places are drawn, and you get the best of your wishes that can be had. It does not matter who applies first.
draws-badge = Before the draw
draws-says = You take part in the draw of places.
draws-code-is = The code of your application is { $code }.
draws-withdraw = Withdraw the application
draws-outdone-more = You got a place in a group that you had ranked higher, so that this wish has ended.
enrolment-says-outdone = This wish has ended.
flash-draws-entered = You take part in the draw. We write to you when the places are drawn.
flash-draws-child-entered = The child takes part in the draw. We write to you when the places are drawn.
flash-draws-left = You have withdrawn the application and do not take part in the draw.

draws-event-enter = Applied for the draw of places
draws-event-leave = Application withdrawn before the draw
draws-event-drawn = Drawn: a place
draws-event-not-drawn = Not drawn: in line for a place
draws-event-outdone = Ended, since a wish ranked higher got a place
draws-event-rank = Order of wishes changed
draws-event-due = The places are drawn

draws-wishes-title = Order of wishes
draws-wishes-lead = You have applied for groups that are drawn together. Put first what you would like best: you get the best wish that can be had, and never lose anything by saying what you really want.
draws-wishes-own = My wishes
draws-wishes-of = Wishes for { $child }
draws-wishes-until = The order can be changed until { $until }.
draws-wishes-up = Move up
draws-wishes-down = Move down
draws-wishes-none = No wishes to order
draws-wishes-none-text = Once you have applied for groups that are given by wishes, you can say here which you would rather have.
flash-draws-wishes-ordered = The order of the wishes is saved.
flash-draws-wishes-closed = Enrolment has closed, so that the wishes stay as they are.
flash-draws-wishes-otherwise = The wishes were in another order already. Nothing was changed; please look again.

draws-staff-waits = { $count ->
        [one] { $count } application so far, drawn on { $when }
       *[other] { $count } applications so far, drawn on { $when }
    }
draws-staff-drawn = Drawn on { $when }
draws-staff-taking-part = Take part in the draw
flash-draws-not-yet = The places are not drawn yet. Until then nobody is ahead of anybody.
staff-allocation = How places are given
staff-allocation-hint = In a draw everybody who applies until enrolment closes takes part equally; then the system draws, and anybody can check it. By wishes, families also rank several groups that close at the same moment. Once somebody has applied, this stays.
staff-allocation-first_come = Whoever comes first
staff-allocation-draw = By a draw when enrolment closes
staff-allocation-ranked = By a draw and the wishes of families
error-allocation_fixed = Somebody has applied already, and was told how places are given. This stays as it was.
error-draw_after_start = Where places are drawn, enrolment has to close before the first meeting begins.
error-draw_earlier = Those who applied were told when the draw is. It can be held later, but not earlier.

catalogue-draw = Places are drawn
catalogue-draw-apply = Apply for the draw
catalogue-draw-until = Everybody who applies until { $until } takes part equally; the places are drawn then.
catalogue-ranked-until = Everybody who applies until { $until } takes part equally; the places are drawn then, by everybody’s wishes.
catalogue-import-draw-earlier = Line { $line }: “{ $column }” would hold a draw earlier than those who applied were told: { $value }

draws-letter-in-draw-subject = You take part in the draw: { $title }
draws-letter-in-draw-what = Your application for “{ $title }” has come in. Everybody who applies until { $until } takes part equally; the places are drawn then.
draws-letter-in-draw-code = The code of your application is { $code }. The result is published by codes, without names.
draws-letter-in-draw-next = We write to you when the places are drawn. Until then you can withdraw the application in “My trainings”.
draws-letter-left-subject = Application withdrawn: { $title }
draws-letter-left-what = You have withdrawn your application for “{ $title }” and do not take part in the draw.
draws-letter-left-next = If you change your mind, you can apply again until enrolment closes.
draws-letter-not-drawn-subject = The places are drawn: { $title }
draws-letter-not-drawn-what = The places in “{ $title }” are drawn. Others got them; you are number { $position } in line.
draws-letter-not-drawn-next = When a place becomes free for you, we hold it and write to you. On the training’s page anybody can check the draw.
draws-letter-matched-subject = The result of your wishes: { $title }
draws-letter-matched-what = The places are drawn and everybody’s wishes matched. This is what came of yours, the one you ranked first on top.
draws-letter-matched-check = On the page of each training anybody can check how the places were drawn.
draws-came-place = A place, and it is yours
draws-came-applied = A place is held until it is decided about your application
draws-came-line = Number { $position } in line for a place
draws-came-ended = Ended, since you got a wish ranked higher
