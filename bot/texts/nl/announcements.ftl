# Medewerkers: nieuws sturen (gesprek 18).

news-how = Beantwoord het bericht dat je wilt sturen met /nieuws.
news-only-in-group = Nieuws sturen kan alleen in de groep van de helpdesk.
news-unsendable = <b>Dit soort bericht kan ik niet als nieuws sturen.</b> Tekst, foto, video, bestand, album, peiling en plek kunnen wel.
news-quiz = <b>Een quiz kan ik niet sturen.</b> Een bot krijgt het goede antwoord niet te zien. Een gewone peiling kan wel.
news-too-long = <b>Dit is te lang: { $length } tekens.</b> Telegram neemt er hoogstens { $most }. Maak het korter.
news-caption-too-long = <b>De tekst eronder is te lang: { $length } tekens.</b> Een bot mag er { $most }. Maak hem korter, of stuur de tekst apart.
news-album-stop = Geen meldingen meer? Typ stop.

news-reach =
    <b>Wie krijgt dit?</b> Nu: { $count ->
        [1] 1 mens
       *[other] { $count } mensen
    }.
news-for =
    Gemeente: { $places } · Onderwerp: { $themes } · Taal: { $language ->
        [none] alle
       *[other] { $language }
    }
news-all = alle
news-some = { $count } gekozen
news-language-nl = Nederlands
news-language-en = Engels
news-nobody = <b>Nu heeft niemand nieuws aan.</b> Er is niemand om dit aan te sturen.
news-nobody-left = <b>Niet verstuurd.</b> Er is niemand meer die dit wil krijgen.
news-nobody-follows =
    <b>Niemand volgt { $places ->
        [none] { $themes ->
            [none] nieuws in deze taal
           *[other] het onderwerp { $themes }
        }
       *[other] { $places }{ $themes ->
            [none] { "" }
           *[other] { " " }met onderwerp { $themes }
        }
    }.</b> Kies ruimer.
news-changed = <b>Het bericht is aangepast.</b> Bekijk het voorbeeld opnieuw.
news-place-button = Gemeente
news-theme-button = Onderwerp
news-language-button = Taal
news-all-button = Alle
news-chosen-button = Klaar
news-all-themes-button = Alle onderwerpen
news-preview-button = Bekijk voorbeeld
news-not-button = Niet doen

news-arrives =
    <b>Zo komt het aan bij { $count ->
        [1] 1 mens
       *[other] { $count } mensen
    }.</b>
news-refused = <b>Telegram neemt dit bericht niet aan.</b> Er is niets verstuurd. Pas het aan en probeer het opnieuw. ({ $error })
news-send-button = Stuur aan { $count }
news-later-button = Later sturen
news-dropped = Niet verstuurd.
news-leaves =
    <b>Gaat uit over 30 tellen</b> naar { $count ->
        [1] 1 mens
       *[other] { $count } mensen
    }.
news-held = <b>Gestopt.</b> Er is niets verstuurd.
news-too-late-toast = Te laat: dit is al veranderd.
news-look-again-toast = Er is iets veranderd. Bekijk het voorbeeld opnieuw.
news-passed-toast = Dat is al voorbij. Kies een andere tijd.
news-when = <b>Wanneer gaat het uit?</b>
news-hours = <b>Hoe laat gaat het uit op { $day }?</b>
news-today-button = Vandaag { $clock }
news-tomorrow-button = Morgen { $clock }
news-hours-button = Andere tijd
news-day-before-button = Dag eerder
news-next-day-button = Dag later
news-planned =
    <b>Gaat uit op { $when }</b>, nu naar { $count ->
        [1] 1 mens
       *[other] { $count } mensen
    }.
news-change-button = Wijzig
news-cancel-button = Niet sturen

news-going = <b>Bezig:</b> { $done } van { $total }. Nog ongeveer { $left }.
news-seconds =
    { $count ->
        [1] 1 tel
       *[other] { $count } tellen
    }
news-paused = <b>Gepauzeerd:</b> { $done } van { $total } gedaan.
news-done =
    <b>Klaar:</b> { $delivered } bezorgd{ $blocked ->
        [0] { "" }
       *[other] , { $blocked } geblokkeerd
    }{ $failed ->
        [0] { "" }
       *[other] , { $failed } niet gelukt
    }{ $stopped ->
        [0] { "" }
       *[other] , { $stopped } niet verstuurd
    }{ $later ->
        [0] { "" }
       *[other] , { $later } uitgesteld (rust, { $when })
    }.
news-stop-button = Stop
news-pause-button = Pauze
news-go-on-button = Ga door
