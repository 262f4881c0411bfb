# Staff: reading a calendar (conversation 18), and what can be wrong with one.

calendar-read =
    <b>{ $name }: { $count ->
        [1] 1 event
       *[other] { $count } events
    } read.</b> Nothing was changed yet.
calendar-new = New ({ $count }): { $what }
calendar-moved = Moved ({ $count }): { $what }
calendar-cancelled = Called off ({ $count }): { $what }
calendar-back = On again ({ $count }): { $what }
calendar-changed = Changed ({ $count }): { $what }
calendar-places = Places or signing up ({ $count }): { $what }
calendar-missing = No longer in the file ({ $count }): { $what }. I leave those.
calendar-overruled = Changed by you ({ $count }): { $what }. I leave it so.
calendar-older = Older than what I have ({ $count }): { $what }. I leave those as they are.
calendar-past = Past already: { $count }.
calendar-same =
    { $count ->
        [1] 1 is the same.
       *[other] { $count } are the same.
    }
calendar-nowhere = Note: I see no municipality in { $what }. Everyone gets the reminder.
calendar-item = { $title }, { $when }
calendar-item-moved = { $title }, { $was } becomes { $when }
calendar-item-with = { $item } ({ $places })
calendar-fits = { $capacity ->
    [0] no maximum
    [1] 1 place
   *[other] { $capacity } places
}
calendar-fits-now = { $was ->
    [0] no maximum
    [1] 1 place
   *[other] { $was } places
} becomes { $capacity ->
    [0] no maximum
   *[other] { $capacity }
}
calendar-fits-less = { $coming } come already and stay
calendar-fits-more =
    { $seated ->
        [1] 1 of the waiting list gets a place
       *[other] { $seated } of the waiting list get a place
    }
calendar-by = sign up until { $when }
calendar-by-start = sign up until it starts
calendar-told =
    { $count ->
        [1] 1 person is told.
       *[other] { $count } people are told.
    }
calendar-and-more = and { $count } more
calendar-nothing-new = All of it is on the list already.
calendar-apply-button = Go ahead
calendar-quiet-button = Tell no one
calendar-applied =
    Done by { $name }. { $count ->
        [0] No one is told.
        [1] 1 message goes out.
       *[other] { $count } messages go out.
    }
calendar-dropped = Not done. Nothing was changed.
calendar-refused = <b>I cannot read { $name }.</b> Nothing was changed.
calendar-fetch-failed = I cannot fetch { $name } from Telegram. Send the file again.
calendar-problem-line = Line { $line }, { $event }: { $problem }
calendar-problem-line-only = Line { $line }: { $problem }

calendar-too-large = This file is { $size } MB. I read calendars up to 5 MB. Save only this year and send it again.
calendar-too-many-lines = This file has more than { $most } lines. Save only this year and send it again.
calendar-not-a-calendar = This is not a calendar. A calendar begins with BEGIN:VCALENDAR. Choose "export as .ics" in your calendar program.
calendar-cut-off = The file ends in the middle of the calendar. Export it again.
calendar-broken = This calendar is damaged. Export it again.
calendar-broken-line = This is not a calendar line: "{ $text }". Correct it or export again.
calendar-no-events = There are no events in it.
calendar-missing-field = { $field } is missing. Fill it in and export again.
calendar-unreadable-date = { $field } has no date that I can read.
calendar-unreadable-places = { $field } has no number of people. Write a number, as 20. 0 is no maximum.
calendar-unreadable-until = { $field } has no moment that I can read. Write 20270110 for 10 January, 20270110T180000 for 6 pm, or P1D for a day before.
calendar-unreadable-rule = I cannot read how it repeats (RRULE).
calendar-unknown-zone = I do not know the time zone "{ $zone }". Use a name as Europe/Amsterdam.
calendar-too-often = This repeats more often than I can follow. Let it repeat by day, week, month or year.
calendar-too-many = Together these are more than { $most } events. Save only this year.
calendar-too-slow = The repeats are too complicated. Make them simpler or save only this year.
calendar-bad-series = How it repeats is not right ({ $reason }).
calendar-zone-read-as = Note: time zone "{ $zone }" read as { $as }.

calendar-import-read = { $name }: { $count ->
        [1] 1 event
       *[other] { $count } events
    } read.
calendar-import-refused = I cannot read { $name }. Nothing was changed.
calendar-nothing-written = Nothing was changed: this was a try.
