# Calendars elsewhere that the bot follows (/agenda_feed).

command-feed = Follow a calendar elsewhere, or see which you follow
feed-none =
    <b>I follow no calendar yet.</b>
    Send the link of a calendar after the command: <code>/agenda_feed https://…/agenda.ics</code>
feed-list = <b>I follow these calendars:</b>
feed-line = { $name }
feed-line-failing = { $name } (I cannot read it now)
feed-stop-button = Stop { $name }
feed-stopped = I no longer follow { $name }. What is in the agenda stays.
feed-followed =
    <b>I follow the calendar of { $name }.</b> I look every { $minutes ->
        [60] hour
       *[other] { $minutes } minutes
    }. What nobody gets a message about, I do at once.
feed-refused = <b>I cannot follow this calendar.</b>
feed-changed = <b>The calendar of { $name } has changed.</b> This is done, nobody got a message.
feed-waits = <b>The calendar of { $name } has changed. What do you want?</b>
feed-overtaken = The calendar of { $name } has changed again. See below.
feed-failing = <b>I cannot read the calendar of { $name }.</b> I keep trying.
feed-well = I can read the calendar of { $name } again.

calendar-feed-no-link = This is not a link. A link begins with https:// or webcal://.
calendar-feed-private = The link leads into a private network. That is not allowed.
calendar-feed-redirects = The link keeps referring elsewhere.
calendar-feed-status = The server answers { $status }.
calendar-feed-slow = The server does not answer within { $seconds } seconds.
calendar-feed-unreachable = The server cannot be reached.
calendar-feed-encoded = The server sends the calendar packed. I do not read that.
