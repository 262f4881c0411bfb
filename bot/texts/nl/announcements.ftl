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
news-votes =
    <b>Stemmen:</b> { $count ->
        [0] nog geen
       *[other] { $count }
    }{ $many ->
        [1] { " " }(je mag meer kiezen)
       *[other] { "" }
    }
news-votes-for = { $option }: { $count }
news-stop-button = Stop
news-pause-button = Pauze
news-go-on-button = Ga door

news-report-button = Rapport
news-better-button = Verbeter
news-back-button = Haal weg
news-report-name = nieuws-{ $number }-bezorgd
news-unreachable =
    { $count ->
        [1] 1 lid is onbereikbaar
       *[other] { $count } leden zijn onbereikbaar
    }: { $blocked ->
        [1] 1 blokkeerde
       *[other] { $blocked } blokkeerden
    } de bot, { $gone ->
        [1] 1 is
       *[other] { $gone } zijn
    } weg bij Telegram.
news-back-asked =
    <b>Ik kan dit bij { $count ->
        [1] 1 mens
       *[other] { $count } mensen
    } weghalen</b>, tot { $until }. Wie het las, heeft het gelezen.
news-back-too-late = <b>Weghalen kan niet meer.</b> Telegram laat dat tot 48 uur na het bezorgen toe.
news-take-button = Haal weg bij { $count }
news-better-ask-button = Stuur verbetering
news-taking = <b>Bezig met weghalen:</b> { $done } van { $total }.
news-taken =
    <b>Weggehaald bij { $count ->
        [1] 1 mens
       *[other] { $count } mensen
    }.</b>{ $failed ->
        [0] { "" }
       *[other] { " " }Bij { $failed } is het niet gelukt.
    }
news-better-asked = <b>Beantwoord dit bericht met de verbeterde tekst.</b> Dan zie je eerst hoe het wordt.
news-better-text-only = Stuur alleen tekst. Een andere foto of een ander bestand kan niet: haal het nieuws dan weg.
news-becomes =
    <b>Zo wordt het bij { $count ->
        [1] 1 mens
       *[other] { $count } mensen
    }.</b> Het verandert zonder geluid.
news-fix-button = Verbeter bij { $count }
news-kept = Niet veranderd.
news-fixing = <b>Bezig met verbeteren:</b> { $done } van { $total }.
news-fixed =
    Verbeterd bij { $count ->
        [1] 1 mens
       *[other] { $count } mensen
    }{ $failed ->
        [0] { "" }
       *[other] , bij { $failed } niet gelukt
    }.

delivery-column-member = lid
delivery-column-language = taal
delivery-column-outcome = uitkomst
delivery-column-when = wanneer
delivery-column-twice = twee keer
delivery-column-why = reden
delivery-delivered = bezorgd
delivery-blocked = geblokkeerd
delivery-deactivated = weg bij Telegram
delivery-failed = niet gelukt
delivery-stopped = niet verstuurd
delivery-later = uitgesteld
delivery-waiting = wacht
delivery-perhaps-twice = misschien

# /leden, voor coördinatoren.
command-members = Leden die geen berichten krijgen
members-title = <b>{ $members ->
    [1] 1 lid
   *[other] { $members } leden
}. { $away ->
    [0] Iedereen is bereikbaar.
    [1] 1 krijgt geen meldingen:
   *[other] { $away } krijgen geen meldingen:
}</b>
members-count = { $why ->
    [blocked] Blokkeerde de bot: { $count }
    [gone] Account bij Telegram is weg: { $count }
   *[other] Zette zelf alles uit: { $count }
}
members-latest = De laatste eerst:
members-nameless = Lid { $number }
members-line = { $number }. { $name } · { $why ->
    [blocked] blokkeerde de bot
    [gone] account weg
   *[other] zette alles uit
}{ $since ->
    [none] {""}
   *[other] {""} · sinds { $since }
}
members-button = Wie niet, en waarom
