# /planning: which reminders go out, to how many people and why not to others.

command-planning = Which reminders go out in the coming 14 days
planning-only-in-group = You see the planning in the helpdesk's group.
planning-head =
    <b>Reminders{ $since ->
        [none] { "" }
       *[other] { " " }from { $since }
    }, { $days ->
        [1] 1 day
       *[other] { $days } days
    }</b>{ $pages ->
        [one] { "" }
       *[more] { " " }({ $first } to { $last } of { $total })
    }
planning-none =
    <b>No reminders go out in { $days ->
        [1] 1 day
       *[other] { $days } days
    }{ $since ->
        [none] { "" }
       *[other] { " " }from { $since }
    }.</b>
planning-wrong =
    { $why ->
        [no-time] <b>"{ $said }" is no time.</b>
        [no-such-day] <b>"{ $said }" does not exist.</b>
        [past] <b>"{ $said }" is over.</b> I only look ahead.
        [days] <b>Choose 1 to { $most } days.</b> I read: "{ $said }".
       *[words] <b>I cannot read "{ $said }".</b>
    }
planning-how =
    Type, for example:
    <code>/planning 30</code> (from now, 30 days)
    <code>/planning 28 March</code> (from that day, 14 days)
    <code>/planning 28 March 3:00</code> (from that moment)
planning-line =
    { $when }: { $title }, { $count ->
        [1] 1 person
       *[other] { $count } people
    }
planning-button = { $day }, { $title }
planning-more-button = Next
planning-back-button = Back
planning-one = <b>{ $title }</b>
planning-goes = Goes out: { $when }, { $offset } before.
planning-to =
    To { $count ->
        [1] 1 person
       *[other] { $count } people
    }.
planning-later = { $count } of them after their quiet hours, at the latest { $when }.
planning-silent = { $count } of them without a sound: after their quiet hours is too late.
planning-not = Not to: { $what }.
planning-gone = This reminder has gone out, or lapsed.
planning-why-unreachable = { $count } who blocked the bot
planning-why-off = { $count } with reminders off
planning-why-no = { $count } who do not come
planning-why-coming = { $count } who did not say to come
planning-why-place = { $count } in another municipality
planning-why-theme = { $count } with another theme
