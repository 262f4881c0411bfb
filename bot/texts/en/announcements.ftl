# Staff: sending news (conversation 18).

news-how = Reply to the message that you want to send with /nieuws.
news-only-in-group = You can send news only in the group of the helpdesk.
news-unsendable = <b>I cannot send this kind of message as news.</b> Text, photo, video, file, album, poll and place are possible.
news-quiz = <b>I cannot send a quiz.</b> A bot does not get to see the right answer. An ordinary poll is possible.
news-too-long = <b>This is too long: { $length } characters.</b> Telegram takes { $most } at most. Make it shorter.
news-caption-too-long = <b>The text below it is too long: { $length } characters.</b> A bot may use { $most }. Make it shorter, or send the text by itself.
news-album-stop = No more messages? Type stop.

news-reach =
    <b>Who gets this?</b> Now: { $count ->
        [1] 1 person
       *[other] { $count } people
    }.
news-for =
    Municipality: { $places } · Topic: { $themes } · Language: { $language ->
        [none] all
       *[other] { $language }
    }
news-all = all
news-some = { $count } chosen
news-language-nl = Dutch
news-language-en = English
news-nobody = <b>Nobody has news on now.</b> There is no one to send this to.
news-nobody-left = <b>Not sent.</b> There is no one left who wants to get this.
news-nobody-follows =
    <b>Nobody follows { $places ->
        [none] { $themes ->
            [none] news in this language
           *[other] the topic { $themes }
        }
       *[other] { $places }{ $themes ->
            [none] { "" }
           *[other] { " " }with topic { $themes }
        }
    }.</b> Choose more widely.
news-changed = <b>The message was changed.</b> Look at the preview again.
news-place-button = Municipality
news-theme-button = Topic
news-language-button = Language
news-all-button = All
news-chosen-button = Done
news-all-themes-button = All topics
news-preview-button = Show preview
news-not-button = Do not send

news-arrives =
    <b>This is how { $count ->
        [1] 1 person gets
       *[other] { $count } people get
    } it.</b>
news-refused = <b>Telegram does not take this message.</b> Nothing was sent. Change it and try again. ({ $error })
news-send-button = Send to { $count }
news-later-button = Send later
news-dropped = Not sent.
news-leaves =
    <b>Leaves in 30 seconds</b> to { $count ->
        [1] 1 person
       *[other] { $count } people
    }.
news-held = <b>Stopped.</b> Nothing was sent.
news-too-late-toast = Too late: this has changed already.
news-look-again-toast = Something changed. Look at the preview again.
news-passed-toast = That time has passed. Choose another.
news-when = <b>When does it leave?</b>
news-hours = <b>At what time does it leave on { $day }?</b>
news-today-button = Today { $clock }
news-tomorrow-button = Tomorrow { $clock }
news-hours-button = Other time
news-day-before-button = Day before
news-next-day-button = Next day
news-planned =
    <b>Leaves on { $when }</b>, now to { $count ->
        [1] 1 person
       *[other] { $count } people
    }.
news-change-button = Change
news-cancel-button = Do not send

news-going = <b>Sending:</b> { $done } of { $total }. About { $left } left.
news-seconds =
    { $count ->
        [1] 1 second
       *[other] { $count } seconds
    }
news-paused = <b>Paused:</b> { $done } of { $total } done.
news-done =
    <b>Done:</b> { $delivered } delivered{ $blocked ->
        [0] { "" }
       *[other] , { $blocked } blocked
    }{ $failed ->
        [0] { "" }
       *[other] , { $failed } failed
    }{ $stopped ->
        [0] { "" }
       *[other] , { $stopped } not sent
    }{ $later ->
        [0] { "" }
       *[other] , { $later } put off (quiet, { $when })
    }.
news-votes =
    <b>Votes:</b> { $count ->
        [0] none yet
       *[other] { $count }
    }{ $many ->
        [1] { " " }(more than one choice)
       *[other] { "" }
    }
news-votes-for = { $option }: { $count }
news-stop-button = Stop
news-pause-button = Pause
news-go-on-button = Go on

news-report-button = Report
news-better-button = Correct
news-back-button = Remove
news-report-name = news-{ $number }-deliveries
news-unreachable =
    { $count ->
        [1] 1 member is out of reach
       *[other] { $count } members are out of reach
    }: { $blocked } blocked the bot, { $gone } left Telegram.
news-back-asked =
    <b>I can remove this at { $count ->
        [1] 1 person
       *[other] { $count } people
    }</b>, until { $until }. Whoever read it, has read it.
news-back-too-late = <b>It cannot be removed any more.</b> Telegram allows that until 48 hours after delivery.
news-take-button = Remove at { $count }
news-better-ask-button = Send a correction
news-taking = <b>Removing:</b> { $done } of { $total }.
news-taken =
    <b>Removed at { $count ->
        [1] 1 person
       *[other] { $count } people
    }.</b>{ $failed ->
        [0] { "" }
       *[other] { " " }At { $failed } it did not work.
    }
news-better-asked = <b>Reply to this message with the better text.</b> You will see first how it looks.
news-better-text-only = Send only text. Another photo or file is not possible: remove the news then.
news-becomes =
    <b>This is what { $count ->
        [1] 1 person gets
       *[other] { $count } people get
    }.</b> It changes without a sound.
news-fix-button = Correct at { $count }
news-kept = Not changed.
news-fixing = <b>Correcting:</b> { $done } of { $total }.
news-fixed =
    Corrected at { $count ->
        [1] 1 person
       *[other] { $count } people
    }{ $failed ->
        [0] { "" }
       *[other] , not at { $failed }
    }.

delivery-column-member = member
delivery-column-language = language
delivery-column-outcome = outcome
delivery-column-when = when
delivery-column-twice = twice
delivery-column-why = reason
delivery-delivered = delivered
delivery-blocked = blocked
delivery-deactivated = left Telegram
delivery-failed = failed
delivery-stopped = not sent
delivery-later = put off
delivery-waiting = waiting
delivery-perhaps-twice = perhaps

# /members, for coordinators.
command-members = Members who get no messages
members-title = <b>{ $members ->
    [1] 1 member
   *[other] { $members } members
}. { $away ->
    [0] Everyone can be reached.
    [1] 1 gets no messages:
   *[other] { $away } get no messages:
}</b>
members-count = { $why ->
    [blocked] Blocked the bot: { $count }
    [gone] Their account at Telegram is gone: { $count }
   *[other] Turned everything off themselves: { $count }
}
members-latest = The latest first:
members-nameless = Member { $number }
members-line = { $number }. { $name } · { $why ->
    [blocked] blocked the bot
    [gone] account gone
   *[other] turned everything off
}{ $since ->
    [none] {""}
   *[other] {""} · since { $since }
}
members-button = Who does not, and why
