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
meetings-attend-child-present = { $child } is marked as present.
meetings-attend-child-not-marked = { $child } is not marked yet. Type the code that is shown in the room.
meetings-person = Who is here?
meetings-attend-me = I am
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

# Venues and rooms
meetings-venues-title = Venues
meetings-venues-empty = No venues yet
meetings-venues-empty-text = A venue has an address and rooms. Meetings can then be placed in a room, and you see when it is taken.
meetings-venue-new-title = New venue
meetings-venue-name = Name
meetings-venue-name-hint = For example: Main building. People read it in letters, before the address and the room.
meetings-address = Address
meetings-rooms = Rooms
meetings-rooms-hint = Meetings that are placed in a room already keep the words that people were told until their group is saved again.
meetings-room-number = Room { $number }
meetings-room-name = Name or number
meetings-room-add = Add a room
meetings-room-remove = Remove room
meetings-room = Room
meetings-room-other = Another place
meetings-venue-close = Take out of use
meetings-venue-close-text = The venue leaves this list with its rooms. That is possible when no meeting is to be in it any more; past meetings keep their place.
flash-meetings-venue-closed = The venue is out of use.
error-room_name = Room { $number }: type a name of at most 80 characters.
error-room_no_name = Room { $number }: type its name, or remove it.
error-room_places = Room { $number }: type how many people it holds, from 1 to 100,000.
error-venue_changed = Somebody else has saved this venue in the meantime, and nothing was saved now. Open it anew to see how it stands; what you typed is still here.
error-rooms_twice = Two rooms have the same name.
error-too_many_rooms = A venue can have at most { $most } rooms.
error-room_in_use =
    { $count ->
        [one] { $count } meeting is still to be in “{ $room }”. Place it elsewhere first.
       *[other] { $count } meetings are still to be in “{ $room }”. Place them elsewhere first.
    }
error-meeting_room = Meeting { $number }: this room is no longer on the list. Choose another.
meetings-warn-room = “{ $who }” is taken on { $when }, { $hours }: “{ $title }”, group { $code }.
meetings-warn-room-elsewhere = “{ $who }” is taken on { $when }, { $hours }, by another organisation.
meetings-warn-trainer = { $who } also teaches on { $when }, { $hours }: “{ $title }”, group { $code }.
meetings-warn-trainer-elsewhere = { $who } also teaches on { $when }, { $hours }, for another organisation.
meetings-warn-small =
    { $places ->
        [one] “{ $who }” holds { $places } person, and the group has { $capacity } places.
       *[other] “{ $who }” holds { $places } people, and the group has { $capacity } places.
    }
meetings-warn-more =
    { $count ->
        [one] And { $count } more such overlap.
       *[other] And { $count } more such overlaps.
    }
