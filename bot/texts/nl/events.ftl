# Medewerkers maken en wijzigen zelf een bijeenkomst: /evenement (gesprek 18).

command-attendance = De bijeenkomsten, en wie er komen
command-event = Zet een bijeenkomst in de agenda, of wijzig er een
command-month = Een maand van de agenda als plaatje
event-how =
    <b>Schrijf de bijeenkomst in één bericht:</b>
    <code>/evenement di 12 jan 19:30 Buurtavond, De Klup, Amersfoort #eenzaamheid</code>
    Eerst zie je hoe ik het lees. Er mag meer bij: "tot 22 uur", "max 40", "aanmelden tot 10 jan", een link. Na een lege regel komt de omschrijving.
event-how-change = <b>Wijzigen of afgelasten?</b> Kies een bijeenkomst{ $pages ->
    [one] { "" }
   *[more] { " " }({ $first } tot { $last } van { $total })
}.
event-only-in-group = Een bijeenkomst maken kan alleen in de groep van de helpdesk.

event-read = <b>Zo lees ik het. Klopt dit?</b>
event-changes = <b>Dit verandert. Klopt het?</b>
event-change-what = <b>Wat verandert er?</b> Kies hieronder, of antwoord op dit bericht.
event-what = Wat: { $what }
event-when = Wanneer: { $when }
event-when-end = Wanneer: { $when } (einde geraden)
event-when-half = Wanneer: { $when } (avond of ochtend geraden)
event-when-both = Wanneer: { $when } (avond en einde geraden)
event-where = Waar: { $where } · Gemeente: { $town }
event-where-online = Waar: { $where } · voor alle gemeenten
event-where-unknown = Waar: { $where } · Gemeente: onbekend, dus iedereen krijgt de herinnering
event-nowhere = Waar: niet genoemd · iedereen krijgt de herinnering
event-about =
    Onderwerp: { $themes } · Plekken: { $capacity ->
        [0] geen maximum
       *[other] { $capacity }
    }
event-until-start = Aanmelden kan tot het begin.
event-any-theme = voor iedereen
event-reminders = Herinneren: { $offsets } vooraf
event-no-reminders = Herinneren: nee
event-description = Omschrijving: { $text }
event-was = Was: { $what }
event-becomes = Wordt: <b>{ $what }</b>
event-other-details = Ook de omschrijving, het onderwerp of de link verandert.
event-places-become =
    Plekken: { $was ->
        [0] geen maximum
       *[other] { $was }
    } wordt { $capacity ->
        [0] geen maximum
       *[other] { $capacity }
    }
event-tells =
    { $count ->
        [0] Niemand weet hier al van. Niemand krijgt bericht.
        [1] 1 mens krijgt bericht.
       *[other] { $count } mensen krijgen bericht.
    }
event-theme-unknown = Let op: "{ $theme }" kan niemand kiezen als onderwerp.
event-one-time = Let op: ik zet er één in. Een reeks kan met een agendabestand.
event-twice = Let op: op die dag staat al "{ $title }" in de agenda.

event-lacks-title = <b>Hoe heet de bijeenkomst?</b> Antwoord op dit bericht, of pas je eigen bericht aan.
event-lacks-day = <b>Op welke dag is het?</b> Antwoord op dit bericht, bijvoorbeeld: "9 januari".
event-lacks-time = <b>Hoe laat begint het?</b> Antwoord op dit bericht, bijvoorbeeld: "20.00 uur".
event-no-such-day = <b>"{ $said }" bestaat niet.</b>
event-no-time = <b>"{ $said }" is geen tijd.</b>
event-past = { $said ->
    [none] <b>Dat is al voorbij:</b> { $when }.
   *[other] <b>"{ $said }" is al voorbij:</b> { $when }.
}
event-which-day-other = <b>{ $day } is een { $weekday }.</b> Wat klopt?
event-which-day = <b>Welke dag bedoel je met "{ $said }"?</b>

event-ask-time =
    <b>Wanneer is het?</b> Nu: { $when }.
    Antwoord op dit bericht, bijvoorbeeld: "20.00 tot 22.00 uur" of "wo 13 jan".
event-ask-place =
    <b>Waar is het?</b> Nu: { $where }.
    Antwoord op dit bericht. Eindig met de plaats: "De Klup, Amersfoort".
event-ask-title =
    <b>Hoe heet het?</b> Nu: { $title }.
    Antwoord op dit bericht met de nieuwe naam.
event-ask-capacity =
    <b>Hoeveel mensen passen er?</b>
    Antwoord op dit bericht met een getal. 0 is: geen maximum.
event-ask-description =
    <b>Wat moeten mensen nog weten?</b>
    Antwoord op dit bericht met de omschrijving.
event-ask-themes = <b>Welke onderwerpen?</b> Nu: { $themes }.
event-more = <b>Wat wil je nog veranderen?</b>
event-not-understood = Dit kan ik niet lezen. Zet er een woord voor: "tijd: 20 uur", "plek: De Klup, Amersfoort", "plekken: 40" of "titel: Buurtavond".
event-draft-closed = Hier is al over beslist. Open de bijeenkomst met /evenement.

event-put-button = In de agenda
event-put-news-button = Agenda en nieuws naar { $count }
event-news =
    <b>Nieuw in de agenda: { $title }</b>
    { $about }
    Kom je ook? Typ /agenda en meld je aan.
event-apply-button = Voer door
event-quiet-button = Zonder bericht
event-not-button = Niet doen
event-time-button = Tijd
event-place-button = Plek
event-more-button = Meer
event-title-button = Naam
event-capacity-button = Plekken
event-themes-button = Onderwerp
event-description-button = Omschrijving
event-back-button = Terug
event-all-day-button = Hele dag
event-until-button = tot { $until }
event-at-button = { $at }
event-see-button = Bekijk bericht
event-send-button =
    { $what ->
        [off] Gelast af
        [on] Gaat door
       *[change] Voer door
    }, stuur aan { $count }
event-sample-toast = Een voorbeeld: deze knop doet hier niets.
event-change-button = Wijzig
event-off-button = Gelast af
event-on-button = Gaat toch door
event-theme-on-button = { $theme }: aan
event-next-button = Volgende

event-put = <b>In de agenda gezet door { $name }.</b>
event-first-reminder = Eerste herinnering: { $when }.
event-no-reminder-left = Er gaat geen herinnering meer uit.
event-changed =
    <b>Gewijzigd door { $name }.</b> { $count ->
        [0] Niemand krijgt bericht.
        [1] 1 bericht gaat uit.
       *[other] { $count } berichten gaan uit.
    }
event-dropped = Niet gedaan. De agenda is niet veranderd.
event-off-ask = <b>Gaat dit niet door?</b>
event-on-ask = <b>Gaat dit toch door?</b>
event-off =
    <b>Afgelast door { $name }.</b> { $count ->
        [0] Niemand krijgt bericht.
        [1] 1 bericht gaat uit.
       *[other] { $count } berichten gaan uit.
    }
event-on =
    <b>Gaat toch door, zegt { $name }.</b> { $count ->
        [0] Niemand krijgt bericht.
        [1] 1 bericht gaat uit.
       *[other] { $count } berichten gaan uit.
    }
event-gone = Deze bijeenkomst is voorbij of staat niet meer in de agenda.

before-weeks =
    { $count ->
        [1] 1 week
       *[other] { $count } weken
    }
before-days =
    { $count ->
        [1] 1 dag
       *[other] { $count } dagen
    }
before-hours = { $count } uur
before-minutes =
    { $count ->
        [1] 1 minuut
       *[other] { $count } minuten
    }
