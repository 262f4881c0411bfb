# Medewerkers: een agenda inlezen (gesprek 18), en wat er mis kan zijn met een agenda.

calendar-read =
    <b>{ $name }: { $count ->
        [1] 1 bijeenkomst
       *[other] { $count } bijeenkomsten
    } gelezen.</b> Er is nog niets veranderd.
calendar-new = Nieuw ({ $count }): { $what }
calendar-moved = Verplaatst ({ $count }): { $what }
calendar-cancelled = Afgelast ({ $count }): { $what }
calendar-back = Gaat toch door ({ $count }): { $what }
calendar-changed = Aangepast ({ $count }): { $what }
calendar-places = Plekken of aanmelden ({ $count }): { $what }
calendar-missing = Niet meer in het bestand ({ $count }): { $what }. Die laat ik staan.
calendar-overruled = Door jullie gewijzigd ({ $count }): { $what }. Dat laat ik zo.
calendar-older = Ouder dan wat ik heb ({ $count }): { $what }. Die laat ik zoals ze zijn.
calendar-past = Al voorbij: { $count }.
calendar-same =
    { $count ->
        [1] 1 is gelijk.
       *[other] { $count } zijn gelijk.
    }
calendar-nowhere = Let op: ik herken geen gemeente in { $what }. Iedereen krijgt de herinnering.
calendar-item = { $title }, { $when }
calendar-item-moved = { $title }, { $was } wordt { $when }
calendar-item-with = { $item } ({ $places })
calendar-fits = { $capacity ->
    [0] geen maximum
    [1] 1 plek
   *[other] { $capacity } plekken
}
calendar-fits-now = { $was ->
    [0] geen maximum
    [1] 1 plek
   *[other] { $was } plekken
} wordt { $capacity ->
    [0] geen maximum
   *[other] { $capacity }
}
calendar-fits-less = { $coming } komen al en blijven
calendar-fits-more =
    { $seated ->
        [1] 1 van de wachtlijst krijgt plek
       *[other] { $seated } van de wachtlijst krijgen plek
    }
calendar-by = aanmelden tot { $when }
calendar-by-start = aanmelden tot het begin
calendar-told =
    { $count ->
        [1] 1 mens krijgt bericht.
       *[other] { $count } mensen krijgen bericht.
    }
calendar-and-more = en nog { $count }
calendar-nothing-new = Alles staat al in de agenda.
calendar-apply-button = Voer door
calendar-quiet-button = Zonder bericht
calendar-applied =
    Doorgevoerd door { $name }. { $count ->
        [0] Niemand krijgt bericht.
        [1] 1 bericht gaat uit.
       *[other] { $count } berichten gaan uit.
    }
calendar-dropped = Niet gedaan. De agenda is niet veranderd.
calendar-refused = <b>{ $name } kan ik niet lezen.</b> Er is niets veranderd.
calendar-fetch-failed = Ik kan { $name } niet ophalen bij Telegram. Stuur het bestand nog eens.
calendar-problem-line = Regel { $line }, { $event }: { $problem }
calendar-problem-line-only = Regel { $line }: { $problem }

calendar-too-large = Dit bestand is { $size } MB. Ik lees agenda's tot 5 MB. Sla alleen dit jaar op en stuur het nog eens.
calendar-too-many-lines = Dit bestand heeft meer dan { $most } regels. Sla alleen dit jaar op en stuur het nog eens.
calendar-not-a-calendar = Dit is geen agenda. Een agenda begint met BEGIN:VCALENDAR. Kies in je agendaprogramma "exporteren als .ics".
calendar-cut-off = Het bestand houdt midden in de agenda op. Exporteer het opnieuw.
calendar-broken = Deze agenda is beschadigd. Exporteer hem opnieuw.
calendar-broken-line = Deze regel is geen agendaregel: "{ $text }". Verbeter hem of exporteer opnieuw.
calendar-no-events = Er staan geen bijeenkomsten in.
calendar-missing-field = { $field } ontbreekt. Vul het in en exporteer opnieuw.
calendar-unreadable-date = Bij { $field } staat geen datum die ik kan lezen.
calendar-unreadable-places = Bij { $field } staat geen aantal mensen. Schrijf een getal, zoals 20. 0 is zonder maximum.
calendar-unreadable-until = Bij { $field } staat geen moment dat ik kan lezen. Schrijf 20270110 voor 10 januari, 20270110T180000 voor 18.00 uur, of P1D voor een dag vooraf.
calendar-unreadable-rule = De herhaling (RRULE) kan ik niet lezen.
calendar-unknown-zone = De tijdzone "{ $zone }" ken ik niet. Gebruik een naam als Europe/Amsterdam.
calendar-too-often = Dit herhaalt vaker dan ik kan volgen. Kies een dag, week, maand of jaar als herhaling.
calendar-too-many = Samen zijn dit meer dan { $most } bijeenkomsten. Sla alleen dit jaar op.
calendar-too-slow = De herhalingen zijn te ingewikkeld. Maak ze eenvoudiger of sla alleen dit jaar op.
calendar-bad-series = De herhaling klopt niet ({ $reason }).
calendar-zone-read-as = Let op: tijdzone "{ $zone }" gelezen als { $as }.

calendar-import-read = { $name }: { $count ->
        [1] 1 bijeenkomst
       *[other] { $count } bijeenkomsten
    } gelezen.
calendar-import-refused = { $name } kan ik niet lezen. Er is niets veranderd.
calendar-nothing-written = Er is niets veranderd: dit was een proef.
