# Staff make and change a gathering themselves: /evenement (conversation 18).

command-attendance = The meetings, and who comes
command-event = Put a gathering in the agenda, or change one
command-month = A month of the agenda as a picture
event-how =
    <b>Write the gathering in one message:</b>
    <code>/evenement Tue 12 Jan 19:30 Community evening, De Klup, Amersfoort #eenzaamheid</code>
    First you see how I read it. You can add more: "until 22:00", "max 40", "sign up until 10 Jan", a link. After an empty line comes the description.
event-how-change = <b>Change one or call it off?</b> Choose a gathering{ $pages ->
    [one] { "" }
   *[more] { " " }({ $first } to { $last } of { $total })
}.
event-only-in-group = You can only make a gathering in the helpdesk's group.

event-read = <b>This is how I read it. Is it right?</b>
event-changes = <b>This changes. Is it right?</b>
event-change-what = <b>What changes?</b> Choose below, or reply to this message.
event-what = What: { $what }
event-when = When: { $when }
event-when-end = When: { $when } (end guessed)
event-when-half = When: { $when } (morning or evening guessed)
event-when-both = When: { $when } (evening and end guessed)
event-where = Where: { $where } · Municipality: { $town }
event-where-online = Where: { $where } · for all municipalities
event-where-unknown = Where: { $where } · Municipality: unknown, so everyone is reminded
event-nowhere = Where: not named · everyone is reminded
event-about =
    Theme: { $themes } · Places: { $capacity ->
        [0] no limit
       *[other] { $capacity }
    }
event-until-start = One can sign up until it starts.
event-any-theme = for everyone
event-reminders = Reminders: { $offsets } before
event-no-reminders = Reminders: none
event-description = Description: { $text }
event-was = Was: { $what }
event-becomes = Becomes: <b>{ $what }</b>
event-other-details = The description, theme or link changes too.
event-places-become =
    Places: { $was ->
        [0] no limit
       *[other] { $was }
    } becomes { $capacity ->
        [0] no limit
       *[other] { $capacity }
    }
event-tells =
    { $count ->
        [0] Nobody knows of this yet. Nobody gets a message.
        [1] 1 person gets a message.
       *[other] { $count } people get a message.
    }
event-theme-unknown = Note: nobody can choose "{ $theme }" as a theme.
event-one-time = Note: I put in one. For a series, send a calendar file.
event-twice = Note: on that day "{ $title }" is in the agenda already.

event-lacks-title = <b>What is the gathering called?</b> Reply to this message, or change your own message.
event-lacks-day = <b>On which day is it?</b> Reply to this message, for example: "9 January".
event-lacks-time = <b>When does it start?</b> Reply to this message, for example: "20:00".
event-no-such-day = <b>"{ $said }" does not exist.</b>
event-no-time = <b>"{ $said }" is no time.</b>
event-past = { $said ->
    [none] <b>That is over:</b> { $when }.
   *[other] <b>"{ $said }" is over:</b> { $when }.
}
event-which-day-other = <b>{ $day } is a { $weekday }.</b> Which is right?
event-which-day = <b>Which day do you mean by "{ $said }"?</b>

event-ask-time =
    <b>When is it?</b> Now: { $when }.
    Reply to this message, for example: "20:00 to 22:00" or "Wed 13 Jan".
event-ask-place =
    <b>Where is it?</b> Now: { $where }.
    Reply to this message. End with the town: "De Klup, Amersfoort".
event-ask-title =
    <b>What is it called?</b> Now: { $title }.
    Reply to this message with the new name.
event-ask-capacity =
    <b>How many people fit?</b>
    Reply to this message with a number. 0 is: no limit.
event-ask-description =
    <b>What else must people know?</b>
    Reply to this message with the description.
event-ask-themes = <b>Which themes?</b> Now: { $themes }.
event-more = <b>What else do you want to change?</b>
event-not-understood = I cannot read this. Put a word before it: "time: 20:00", "place: De Klup, Amersfoort", "places: 40" or "title: Community evening".
event-draft-closed = This has been decided. Open the gathering with /evenement.

event-put-button = In the agenda
event-put-news-button = Agenda and news to { $count }
event-news =
    <b>New in the agenda: { $title }</b>
    { $about }
    Will you come? Type /agenda and sign up.
event-apply-button = Do it
event-quiet-button = No message
event-not-button = Do nothing
event-time-button = Time
event-place-button = Place
event-more-button = More
event-title-button = Name
event-capacity-button = Places
event-themes-button = Theme
event-description-button = Description
event-back-button = Back
event-all-day-button = All day
event-until-button = until { $until }
event-at-button = { $at }
event-see-button = See message
event-send-button =
    { $what ->
        [off] Call off
        [on] Goes on
       *[change] Do it
    }, send to { $count }
event-sample-toast = A preview: this button does nothing here.
event-change-button = Change
event-off-button = Call off
event-on-button = Goes on after all
event-theme-on-button = { $theme }: on
event-next-button = Next

event-put = <b>Put in the agenda by { $name }.</b>
event-first-reminder = First reminder: { $when }.
event-no-reminder-left = No reminder goes out anymore.
event-changed =
    <b>Changed by { $name }.</b> { $count ->
        [0] Nobody gets a message.
        [1] 1 message goes out.
       *[other] { $count } messages go out.
    }
event-dropped = Not done. The agenda has not changed.
event-off-ask = <b>Is this called off?</b>
event-on-ask = <b>Does this go on after all?</b>
event-off =
    <b>Called off by { $name }.</b> { $count ->
        [0] Nobody gets a message.
        [1] 1 message goes out.
       *[other] { $count } messages go out.
    }
event-on =
    <b>It goes on after all, says { $name }.</b> { $count ->
        [0] Nobody gets a message.
        [1] 1 message goes out.
       *[other] { $count } messages go out.
    }
event-gone = This gathering is over, or no longer in the agenda.

before-weeks =
    { $count ->
        [1] 1 week
       *[other] { $count } weeks
    }
before-days =
    { $count ->
        [1] 1 day
       *[other] { $count } days
    }
before-hours =
    { $count ->
        [1] 1 hour
       *[other] { $count } hours
    }
before-minutes =
    { $count ->
        [1] 1 minute
       *[other] { $count } minutes
    }
