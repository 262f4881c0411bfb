# Het rapport van een week of maand (/rapport), in woorden, als plaatje en als bestand; en het weekbericht.

command-report = Hoe ging het deze week of maand?

report-week = Week { $number }
report-days = { $count ->
    [1] 1 dag
   *[other] { $count } dagen
}
report-title = <b>{ $name }</b> · { $first } tot en met { $last }
report-so-far = Tot nu toe, { $moment }.
report-than = { $kind ->
    [week] de week ervoor
    [week-so-far] de week ervoor op dit moment
    [month-so-far] de maand ervoor op dit moment
    [days] de dagen ervoor
    [days-so-far] de dagen ervoor op dit moment
   *[month] de maand ervoor
}
report-change = { $change ->
    [more] , { $difference } meer dan { report-than }
    [less] , { $difference } minder dan { report-than }
    [same] , evenveel als { report-than }
   *[none] {""}
}
report-asked = { $count ->
    [0] Er zijn geen vragen gesteld{ report-change }.
    [1] Er is 1 vraag gesteld{ report-change }.
   *[other] Er zijn { $count } vragen gesteld{ report-change }.
}
report-by-list = De bot wist er { $count } zelf{ $percent ->
    [none] {""}
   *[other] {" "}({ $percent }%{ $before ->
        [none] {""}
       *[other] , was { $before }%
    })
}.
report-by-person = { $count ->
    [0] Er ging niets naar een mens.
   *[other] Naar een mens: { $count }.
}
report-unanswered = { $count ->
    [0] Niets bleef zonder goed antwoord.
   *[other] Zonder goed antwoord: { $count }.
}
report-within = Een mens antwoordde de helft binnen { $half }, en 4 van de 5 binnen { $most }.
report-within-before = In { report-than } was dat { $half } en { $most }.
report-hours = Alleen openingstijd telt mee.
report-few-answers = { $count ->
    [0] Er kwam nog geen antwoord van een mens.
    [1] Er kwam 1 antwoord van een mens, na { $longest }.
   *[other] Er kwamen { $count } antwoorden van een mens, het traagste na { $longest }.
}
report-solved = { $count ->
    [1] Er is 1 vraag afgerond.
   *[other] Er zijn { $count } vragen afgerond.
}
report-solved-half = De helft wachtte in totaal hoogstens { $half } op ons.
report-in-time = { $count ->
    [0] Niets was op tijd.
   *[other] Op tijd: { $count } van de { $timed }.
}
report-themes = Het ging het meest over { $themes }.
report-theme = { $theme } ({ $count })
report-and = { $first } en { $last }
report-rated = Zo vond men onze hulp: { $good } goed, { $soso } gaat wel, { $bad } niet goed.

report-previous-button = Vorige
report-next-button = Volgende
report-month-button = Maand
report-week-button = Week
report-csv-button = CSV
report-xlsx-button = Excel
report-file = <b>{ $name }</b> als bestand. Er staat niet in wie iets vroeg, wel waarover.
report-file-name = rapport-{ $name }

report-attention = <b>Dit vraagt nu aandacht</b>
report-waiting = { $count ->
    [1] Nu wacht 1 mens op ons, sinds { $since }{ report-late }.
   *[other] Nu wachten { $count } mensen op ons, de langste sinds { $since }{ report-late }.
}
report-late = { $late ->
    [0] {""}
    [1] . 1 is te laat
   *[other] . { $late } zijn te laat
}
report-often = Vaak gevraagd, zonder goed antwoord: "{ $question }" ({ $count } keer). Typ /leren.

report-picture-asked = { $count ->
    [1] vraag
   *[other] vragen
}
report-picture-by-list = wist de bot
report-picture-unanswered = zonder goed antwoord
report-picture-days = Vragen per dag
report-legend-list = de bot
report-legend-person = een mens
report-legend-none = geen goed antwoord
report-picture-first = Eerste antwoord van een mens
report-picture-half = de helft binnen
report-picture-most = 4 van de 5 binnen
report-picture-before = was { $before }
report-picture-few = Nog te weinig antwoorden om te meten.
report-picture-themes = Het meest over
report-picture-nothing = Er is niets gevraagd.
report-picture-no-themes = We weten nog niet waar de vragen over gaan.
report-picture-foot = { $network } · alleen openingstijd telt mee

report-sheet-totals = Samen
report-sheet-days = Per dag
report-sheet-themes = Onderwerpen
report-sheet-tickets = Vragen aan mensen
report-column-what = Wat
report-column-now = Nu
report-column-before = Ervoor
report-column-day = Dag
report-column-asked = Vragen
report-column-by-list = Door de bot
report-column-by-person = Naar een mens
report-column-unanswered = Zonder goed antwoord
report-column-half = Helft binnen (minuten open)
report-column-most = 4 van de 5 binnen (minuten open)
report-column-theme = Onderwerp
report-column-no-theme = geen onderwerp
report-column-number = Nummer
report-column-opened = Gevraagd op
report-column-subject = Waarover
report-column-state = Stand
report-column-first-answer = Eerste antwoord (minuten open)
report-column-solve = Klaar na (minuten open)
report-column-solved = Klaar gekomen
report-column-solved-half = Klaar: helft binnen (minuten open)
report-column-in-time = Klaar: op tijd
report-column-rating = Oordeel
report-column-remark = Opmerking
report-rating = { $rating ->
    [good] goed
    [soso] gaat wel
   *[bad] niet goed
}
report-state = { $state ->
    [new] vrij
    [claimed] opgepakt
    [waiting] wacht op de vrager
    [answered] beantwoord
    [snoozed] later
    [closed] klaar
    [withdrawn] ingetrokken
    [merged] samengevoegd
   *[other] { $state }
}
