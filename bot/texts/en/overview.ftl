# The pinned overview of the staff group: conversation 8.

overview-title = <b>Queue · { $when }</b>
overview-empty = There are no open questions.
overview-open = { $total } open: { $parts }
overview-part = { $kind ->
    [free] { $count } free
    [asleep] { $count } later
   *[claimed] { $count } taken
}
overview-late = Too late: { $count } ({ staff-asker } waits { $age })
overview-overdue = Not done in time: { $count } (question { $number } has waited { $age } for us)
overview-next = Now first: { $number } · { $subject }
overview-until = Open until { $clock }.
overview-closed = The helpdesk is closed.
overview-closed-until = The helpdesk is closed until { $when }.
overview-off = The overview is off. Type /queue for the open questions.
overview-take-button = Take the oldest
overview-late-button = Too late: { $count }
overview-nothing-free = There are no free questions.
overview-taken = Question { $number } is yours.
overview-taken-here = { staff-Colleague } has this one.
