# The report of a week or month (/report), in words, as a picture and as a file; and the weekly message.

command-report = How was this week or month?

report-week = Week { $number }
report-days = { $count ->
    [1] 1 day
   *[other] { $count } days
}
report-title = <b>{ $name }</b> · { $first } to { $last }
report-so-far = So far, { $moment }.
report-than = { $kind ->
    [week] the week before
    [week-so-far] the week before at this moment
    [month-so-far] the month before at this moment
    [days] the days before
    [days-so-far] the days before at this moment
   *[month] the month before
}
report-change = { $change ->
    [more] , { $difference } more than { report-than }
    [less] , { $difference } fewer than { report-than }
    [same] , as many as { report-than }
   *[none] {""}
}
report-asked = { $count ->
    [0] No questions were asked{ report-change }.
    [1] 1 question was asked{ report-change }.
   *[other] { $count } questions were asked{ report-change }.
}
report-by-list = The bot knew { $count } itself{ $percent ->
    [none] {""}
   *[other] {" "}({ $percent }%{ $before ->
        [none] {""}
       *[other] , was { $before }%
    })
}.
report-by-person = { $count ->
    [0] Nothing went to a person.
   *[other] To a person: { $count }.
}
report-unanswered = { $count ->
    [0] Nothing stayed without a good answer.
   *[other] Without a good answer: { $count }.
}
report-within = A person answered half within { $half }, and 4 of 5 within { $most }.
report-within-before = In { report-than } that was { $half } and { $most }.
report-hours = Only opening hours count.
report-few-answers = { $count ->
    [0] No answer of a person came yet.
    [1] 1 answer of a person came, after { $longest }.
   *[other] { $count } answers of a person came, the slowest after { $longest }.
}
report-solved = { $count ->
    [1] 1 question was finished.
   *[other] { $count } questions were finished.
}
report-solved-half = Half of them waited at most { $half } for us in all.
report-in-time = { $count ->
    [0] Nothing was in time.
   *[other] In time: { $count } of { $timed }.
}
report-themes = Most were about { $themes }.
report-theme = { $theme } ({ $count })
report-and = { $first } and { $last }
report-rated = What people thought of our help: { $good } good, { $soso } fair, { $bad } not good.

report-previous-button = Previous
report-next-button = Next
report-month-button = Month
report-week-button = Week
report-csv-button = CSV
report-xlsx-button = Excel
report-file = <b>{ $name }</b> as a file. It does not say who asked, only what about.
report-file-name = report-{ $name }

report-attention = <b>This wants attention now</b>
report-waiting = { $count ->
    [1] Now 1 person waits for us, since { $since }{ report-late }.
   *[other] Now { $count } people wait for us, the longest since { $since }{ report-late }.
}
report-late = { $late ->
    [0] {""}
    [1] . 1 is too late
   *[other] . { $late } are too late
}
report-often = Asked often, without a good answer: "{ $question }" ({ $count } times). Type /learn.

report-picture-asked = { $count ->
    [1] question
   *[other] questions
}
report-picture-by-list = the bot knew
report-picture-unanswered = without a good answer
report-picture-days = Questions a day
report-legend-list = the bot
report-legend-person = a person
report-legend-none = no good answer
report-picture-first = First answer of a person
report-picture-half = half within
report-picture-most = 4 of 5 within
report-picture-before = was { $before }
report-picture-few = Too few answers to measure yet.
report-picture-themes = Most about
report-picture-nothing = Nothing was asked.
report-picture-no-themes = We do not know yet what the questions are about.
report-picture-foot = { $network } · only opening hours count

report-sheet-totals = Totals
report-sheet-days = By day
report-sheet-themes = Themes
report-sheet-tickets = Questions to people
report-column-what = What
report-column-now = Now
report-column-before = Before
report-column-day = Day
report-column-asked = Questions
report-column-by-list = By the bot
report-column-by-person = To a person
report-column-unanswered = Without a good answer
report-column-half = Half within (minutes open)
report-column-most = 4 of 5 within (minutes open)
report-column-theme = Theme
report-column-no-theme = no theme
report-column-number = Number
report-column-opened = Asked on
report-column-subject = About
report-column-state = State
report-column-first-answer = First answer (minutes open)
report-column-solve = Done after (minutes open)
report-column-solved = Finished
report-column-solved-half = Finished: half within (minutes open)
report-column-in-time = Finished: in time
report-column-rating = Rating
report-column-remark = Remark
report-rating = { $rating ->
    [good] good
    [soso] fair
   *[bad] not good
}
report-state = { $state ->
    [new] free
    [claimed] claimed
    [waiting] waits for the asker
    [answered] answered
    [snoozed] later
    [closed] done
    [withdrawn] withdrawn
    [merged] merged
   *[other] { $state }
}
