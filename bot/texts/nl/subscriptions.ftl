# Meldingen kiezen en stoppen: gesprekken 15 en 19.

subscriptions-button = Meldingen
ask-place = Waar ben je actief? Typ je plaats of gemeente. Of kies.
places-chosen = Je volgt nu: { $places }. Typ een plaats erbij. Of kies.
place-unknown = Die plaats ken ik niet. Ik ken alleen plaatsen in { $region }. Typ een andere plaats. Of kies.
place-close = Ik ken "{ $text }" niet. { $count ->
    [1] Bedoel je deze plaats?
   *[other] Bedoel je een van deze plaatsen?
}
place-close-label = { $place } ({ $municipality })
whole-region-button = Hele provincie
add-place-button = Gemeente erbij
drop-place-button = { $place }: aan
place-is-in = <b>{ $place } hoort bij gemeente { $municipality }.</b>
place-is = <b>Gemeente { $municipality }.</b>
places-are = <b>Gemeenten: { $places }.</b>
place-is-everywhere = <b>De hele provincie.</b>
ask-themes = Welke onderwerpen wil je?
all-themes-button = Alle onderwerpen
choose-themes-button = Ik kies zelf
other-place-button = Andere gemeente
themes-list = Tik op een onderwerp om het aan of uit te zetten.
theme-on = { $theme }: aan
theme-off = { $theme }: uit
themes-none = Kies minstens één onderwerp.

subscriptions-on = <b>Je meldingen staan aan</b>
subscriptions-off = <b>Je meldingen staan uit</b>
subscriptions-overview =
    { $title }
    { $count ->
        [1] Gemeente
       *[other] Gemeenten
    }: { $places }
    Onderwerpen: { $themes }
    Nieuws: { $news }. Herinneringen: { $reminders }. Wijzigingen: { $changes }.
    { $quiet }{ $expect }Stoppen: typ <b>stop</b>.
subscriptions-expect =
    { $number ->
        [0] Er is nu niets gepland voor jouw keuze.
        [1] Reken op ongeveer 1 herinnering per maand.
       *[other] Reken op ongeveer { $number } herinneringen per maand.
    }
places-all = hele provincie
places-none = nog geen
themes-all = alle
themes-some-none = nog geen
is-on = aan
is-off = uit
place-button = Gemeente
themes-button = Onderwerpen
kinds-button = Soort bericht
all-off-button = Zet alles uit
done-button = Klaar
change-button = Wijzig
kinds = Wat wil je krijgen? Tik om aan of uit te zetten.
kind-news = Nieuws: { $state }
kind-reminders = Herinneringen: { $state }
kind-changes = Wijzigingen: { $state }
quiet-button = Rust
quiet-from = Rust: van { $from } tot { $until } uur hoor je niets.
quiet-never = Rust: je kunt altijd een bericht krijgen.
quiet-ask = { $now } Wanneer wil je rust? Wat dan komt, krijg je erna.
quiet-preset = { $from } tot { $until }
quiet-none-button = Geen rust
zones-button = Andere klok
zones-ask = Hoe laat is het bij jou? Kies je klok. Nu: { $zone }.
zone-network = zoals { $network }
zone-network-button = Zoals hier

stop-button = Stop meldingen
stop-example = Bij leden zet deze knop de meldingen uit.
stopped =
    <b>Je krijgt geen meldingen meer.</b> Geen nieuws en geen herinneringen.
    Vragen stellen kan altijd.
stopped-but =
    <b>Je krijgt geen meldingen meer.</b> Geen nieuws en geen herinneringen.
    Je bent nog aangemeld voor { $count ->
        [1] { $title }. Verandert die bijeenkomst of gaat zij niet door, dan hoor je dat nog.
       *[other] { $count } bijeenkomsten. Verandert er een of gaat er een niet door, dan hoor je dat nog.
    }
    Vragen stellen kan altijd.
muted = <b>Ook daarover hoor je niets meer.</b> Je aanmelding staat nog.
stopped-already = <b>Je meldingen stonden al uit.</b> Vragen stellen kan altijd.
resume-button = Zet weer aan
mute-button = Echt niets meer
resumed = <b>Je meldingen staan weer aan.</b>
back-again = Hallo weer{ $name ->
    [none] {""}
   *[other] , { $name }
}. Je meldingen staan op pauze, want je had me geblokkeerd.
keep-off-button = Laat ze uit
kept-off = Goed. Je meldingen blijven uit. Vragen stellen kan altijd.
choose-button = Kies meldingen
