# /agenda in the staff group: conversations 16 and 18.

staff-event-list = <b>Events</b> ({ $total })
staff-event-line = { $when }: { $title } · { $places }
staff-event-none = The agenda is empty. Type /evenement, or send a calendar file (.ics) in the group.
staff-event-full = { $places }
staff-event-by = One can sign up until { $when }.
staff-event-nobody = Nobody answered yet.
staff-event-file = Who will come. Do not pass this list on further than needed.
staff-event-file-button = List as a file
staff-event-places-button = Places
staff-event-answer-button = Sign up until
staff-event-reminders-button = Reminders
staff-event-remind-button = { $minutes ->
    [10080] 1 week before
    [1440] 1 day before
   *[other] 2 hours before
}: { $on ->
    [true] on
   *[other] off
}
staff-event-places = { $capacity ->
    [0] Nobody counts the places.
   *[other] How many people fit? Who is on the list stays on it.
}
staff-event-count-button = Set a maximum
staff-event-no-count-button = No maximum
staff-event-by-ask = Until when can people say that they come? Saying no is always possible.
staff-event-by-button = { $hours ->
    [0] Until it starts
    [24] 1 day before
    [48] 2 days before
   *[168] 1 week before
}
staff-event-remind-ask = When do I remind, and whom?
staff-event-whom-button = { $remind ->
    [coming] Only who comes
   *[all] Everyone who follows
}

attendees-name = Name
attendees-answer = Answer
attendees-people = People
attendees-since = Since
attendees-yes = comes
attendees-maybe = maybe
attendees-no = does not come
attendees-waiting = waiting list

month-picture-head = Events of { $network }
month-picture-foot = Will you come? Tell the bot: /agenda
month-picture-nothing = Nothing is planned for this month.
month-picture-more = And { $count } more. See /agenda.
month-picture-cancelled = Cancelled: { $title }
month-picture-all-day = all day
month-picture-caption = The month. Pass it on, or put it in the newsletter.
month-picture-next-button = Next month
