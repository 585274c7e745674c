# Meetings: the calendar, the code shown in the room, corrections of attendance.
meetings-calendar-title = Calendar
meetings-week = Week { $number }: { $span }
meetings-weeks = Weeks
meetings-week-previous = Previous week
meetings-week-this = This week
meetings-week-next = Next week
meetings-whose = Whose meetings
meetings-own = Only those I teach
meetings-today = today
meetings-week-empty = No meetings in this week
meetings-week-empty-text = Meetings of groups appear here, drafts too. Trainers see the groups they are assigned to.
meetings-day-empty = No meetings.
meetings-hours = Time
meetings-of-today = Meetings today

# The code shown in the room
meetings-code-show = Show the code for attendance
meetings-code-title = Code for attendance
meetings-code-how = Scan this with your phone and sign in. You are then marked as present.
meetings-code-picture = QR code that leads to the page where you are marked as present
meetings-code-type = Or open { $address } and type:
meetings-code-changes =
    { $seconds ->
        [one] It changes in { $seconds } second; this page does so by itself.
       *[other] It changes in { $seconds } seconds; this page does so by itself.
    }
meetings-code-early = The code is shown here from the beginning of the meeting until its end.
meetings-code-over = This meeting is over. Mark those who are missing on the list.
meetings-code-present = Present so far: { $present } of { $all }.

# Marking oneself
meetings-attend-title = I am here
meetings-attend-link = I am here: type the code
meetings-attend-present = You are marked as present.
meetings-attend-not-marked = You are not marked yet. Type the code that is shown in the room.
meetings-attend-send = Mark me as present
meetings-code = Code
meetings-code-hint = Six digits. They change every half minute.
meetings-attend-nothing = No meeting of yours is going on now
meetings-attend-nothing-text = The code works from the beginning of a meeting until its end. If you were there and are not marked, tell the trainer.
meetings-attend-not-yet = “{ $title }” begins on { $when }. Scan the code again then.
meetings-attend-over = This meeting of “{ $title }” ended on { $when }. If you were there, tell the trainer: the list can still be changed.
flash-meetings-attended = You are marked as present.
error-room_code = This code is not the one shown now. Look again: it changes every half minute.
error-room_code_nothing_on = No meeting of yours is going on now, so there is nothing to mark.

# Corrections after the end
meetings-correction = The group is finished. A change is a correction: it needs a reason, and whoever comes above or below the attendance needed gets the other result, with a letter.
meetings-correction-reason = Reason for the correction
meetings-correction-reason-hint = Those whose result changes will read it.
flash-meetings-results-corrected = Attendance is saved, and results have changed with it. The letters are on their way.
