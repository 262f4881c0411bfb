# De agenda en herinneringen: gesprekken 16 en 17.

agenda-button = Agenda
agenda-list = <b>Bijeenkomsten</b>
agenda-list-more = <b>Bijeenkomsten, { $first } tot { $last } van { $total }</b>
agenda-line = { $when }: { $title }
agenda-line-cancelled = { $when }: { $title } (gaat niet door)
agenda-empty = Er staat nu niets in de agenda. Kies je meldingen, dan hoor je het als er iets komt.
agenda-gone = Deze bijeenkomst staat niet meer in de agenda.
agenda-online = online
agenda-label = { $day }, { $place }
agenda-label-nowhere = { $day }, { $title }
agenda-details = <b>{ $title }</b>
agenda-cancelled = <b>Gaat niet door: { $title }</b>
agenda-website-button = Website
agenda-previous-button = Vorige
agenda-days = { $first } tot en met { $last }, hele dag
agenda-summer-time = { $when }, zomertijd
agenda-your-time = Bij jou is dat { $when }.

reminder-days =
    { $days ->
        [7] Over een week
        [14] Over 2 weken
       *[other] Over { $days } dagen
    }: { $title }
reminder-tomorrow = Morgen: { $title }.
reminder-today = Vandaag: { $title }.
reminder-soon = Over { $age }: { $title }.
reminder-see-you = Tot straks.
reminder-over = Dit was { $when }.
more-info-button = Meer info

change-moved = <b>Andere datum: { $title }</b>
change-other-time = <b>Andere tijd: { $title }</b>
change-elsewhere = <b>Andere plek: { $title }</b>
change-cancelled = <b>Gaat niet door: { $title }</b>
change-back = <b>Gaat toch door: { $title }</b>
change-was = Was: { $what }
change-becomes = Wordt: <b>{ $what }</b>
change-place-stays = De plek blijft { $place }.
change-place-new = De plek wordt { $place }.
change-was-on = Het was op { $when }.
change-was-on-at = Het was op { $when }, { $place }.
change-do-nothing = Je hoeft niets te doen.
change-is-on = { $when }
