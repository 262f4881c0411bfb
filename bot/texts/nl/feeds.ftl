# Agenda's elders die de bot volgt (/agenda_feed).

command-feed = Volg een agenda elders, of kijk welke je volgt
feed-none =
    <b>Ik volg nog geen agenda.</b>
    Stuur de link van een agenda achter de opdracht: <code>/agenda_feed https://…/agenda.ics</code>
feed-list = <b>Deze agenda's volg ik:</b>
feed-line = { $name }
feed-line-failing = { $name } (kan ik nu niet lezen)
feed-stop-button = Stop { $name }
feed-stopped = Ik volg { $name } niet meer. Wat in de agenda staat, blijft staan.
feed-followed =
    <b>Ik volg de agenda van { $name }.</b> Ik kijk elke { $minutes ->
        [60] uur
       *[other] { $minutes } minuten
    }. Waar niemand bericht van krijgt, doe ik meteen.
feed-refused = <b>Deze agenda kan ik niet volgen.</b>
feed-changed = <b>De agenda van { $name } is veranderd.</b> Dit is gedaan, niemand kreeg bericht.
feed-waits = <b>De agenda van { $name } is veranderd. Wat wil je?</b>
feed-overtaken = De agenda van { $name } is weer veranderd. Zie hieronder.
feed-failing = <b>De agenda van { $name } kan ik niet lezen.</b> Ik blijf het proberen.
feed-well = De agenda van { $name } kan ik weer lezen.

calendar-feed-no-link = Dit is geen link. Een link begint met https:// of webcal://.
calendar-feed-private = De link leidt naar een besloten netwerk. Dat mag niet.
calendar-feed-redirects = De link verwijst steeds door.
calendar-feed-status = De server antwoordt met { $status }.
calendar-feed-slow = De server antwoordt niet binnen { $seconds } tellen.
calendar-feed-unreachable = De server is niet te bereiken.
calendar-feed-encoded = De server stuurt de agenda ingepakt. Dat lees ik niet.
