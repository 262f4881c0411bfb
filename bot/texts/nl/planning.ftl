# /planning: welke herinneringen uitgaan, naar hoeveel mensen en waarom niet naar anderen.

command-planning = Welke herinneringen de komende 14 dagen uitgaan
planning-only-in-group = De planning zie je in de groep van de helpdesk.
planning-head = <b>Herinneringen, { $days } dagen</b> ({ $first } tot { $last } van { $total })
planning-none = <b>Er gaan geen herinneringen uit in { $days } dagen.</b>
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
