# /planning: welke herinneringen uitgaan, naar hoeveel mensen en waarom niet naar anderen.

command-planning = Welke herinneringen de komende 14 dagen uitgaan
planning-only-in-group = De planning zie je in de groep van de helpdesk.
planning-head =
    <b>Herinneringen{ $since ->
        [none] { "" }
       *[other] { " " }vanaf { $since }
    }, { $days ->
        [1] 1 dag
       *[other] { $days } dagen
    }</b>{ $pages ->
        [one] { "" }
       *[more] { " " }({ $first } tot { $last } van { $total })
    }
planning-none =
    <b>Er gaan geen herinneringen uit in { $days ->
        [1] 1 dag
       *[other] { $days } dagen
    }{ $since ->
        [none] { "" }
       *[other] { " " }vanaf { $since }
    }.</b>
planning-wrong =
    { $why ->
        [no-time] <b>"{ $said }" is geen tijd.</b>
        [no-such-day] <b>"{ $said }" bestaat niet.</b>
        [past] <b>"{ $said }" is al voorbij.</b> Ik kijk alleen vooruit.
        [days] <b>Kies 1 tot { $most } dagen.</b> Ik las: "{ $said }".
       *[words] <b>"{ $said }" kan ik niet lezen.</b>
    }
planning-how =
    Typ bijvoorbeeld:
    <code>/planning 30</code> (vanaf nu, 30 dagen)
    <code>/planning 28 maart</code> (vanaf die dag, 14 dagen)
    <code>/planning 28 maart 3:00</code> (vanaf dat moment)
planning-line =
    { $when }: { $title }, { $count ->
        [1] 1 mens
       *[other] { $count } mensen
    }
planning-button = { $day }, { $title }
planning-more-button = Volgende
planning-back-button = Terug
planning-one = <b>{ $title }</b>
planning-goes = Gaat uit: { $when }, { $offset } vooraf.
planning-to =
    Naar { $count ->
        [1] 1 mens
       *[other] { $count } mensen
    }.
planning-later = Van hen { $count } na hun rust, uiterlijk { $when }.
planning-silent = Van hen { $count } zonder geluid: na hun rust is te laat.
planning-not = Niet naar: { $what }.
planning-gone = Deze herinnering is al uitgegaan, of vervallen.
planning-why-unreachable = { $count } die de bot blokkeerden
planning-why-off = { $count } met herinneringen uit
planning-why-no = { $count } die niet komen
planning-why-coming = { $count } die zich niet opgaven
planning-why-place = { $count } in een andere gemeente
planning-why-theme = { $count } met een ander onderwerp
