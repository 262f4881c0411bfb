# The agenda and reminders: conversations 16 and 17.

agenda-button = Events
agenda-list = <b>Events</b>
agenda-list-more = <b>Events { $first } to { $last } of { $total }</b>
agenda-line = { $when }: { $title }
agenda-line-cancelled = { $when }: { $title } (called off)
agenda-empty = There are no events now. Choose your messages, and you will hear of new ones.
agenda-gone = This event is no longer on the list.
agenda-online = online
agenda-label = { $day }, { $place }
agenda-label-nowhere = { $day }, { $title }
agenda-details = <b>{ $title }</b>
agenda-cancelled = <b>Called off: { $title }</b>
agenda-website-button = Website
agenda-previous-button = Previous
agenda-days = { $first } to { $last }, all day
agenda-summer-time = { $when }, summer time
agenda-your-time = That is { $when } where you are.

reminder-days =
    { $days ->
        [7] In a week
        [14] In 2 weeks
       *[other] In { $days } days
    }: { $title }
reminder-tomorrow = Tomorrow: { $title }.
reminder-today = Today: { $title }.
reminder-soon = In { $age }: { $title }.
reminder-see-you = See you soon.
reminder-over = This was { $when }.
more-info-button = More info

change-moved = <b>Other date: { $title }</b>
change-other-time = <b>Other time: { $title }</b>
change-elsewhere = <b>Other place: { $title }</b>
change-cancelled = <b>Called off: { $title }</b>
change-back = <b>On again: { $title }</b>
change-was = Was: { $what }
change-becomes = Is now: <b>{ $what }</b>
change-place-stays = The place stays { $place }.
change-place-new = The place is now { $place }.
change-was-on = It was on { $when }.
change-was-on-at = It was on { $when }, { $place }.
change-do-nothing = You need not do anything.
change-is-on = { $when }
