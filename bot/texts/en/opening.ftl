# Looking at the opening hours and changing them, in the staff group.

opening-now = <b>Open on { $week }.</b>
opening-none = no fixed hours
opening-line = { $day }: { $times }
opening-closed = closed
opening-how = Different on a day? Type <b>/hours friday closed</b> or <b>/hours 24 december 9-12</b>.
opening-today-button = Closed now, today
opening-as-ever-button = As usual: { $day }
opening-preview =
    <b>{ $line }</b>
    It says now: { $was }.
    Askers read this. Waiting counts only while you are open.
opening-closes-now = closed today, from now on
opening-yes-button = Do it
opening-no-button = Don't
opening-set = <b>{ $line }</b> · changed by { staff-colleague }. The bot knows at once.
opening-undone = <b>{ $line }</b> · put back by { staff-colleague }.
opening-undo-button = Undo
opening-show-button = All hours
opening-unclear = I don't understand. Type a day and times: <b>/hours friday 10-12</b>, <b>tomorrow closed</b> or <b>24 december usual</b>.
opening-past = That day is over.
command-hours = See or change the opening hours
