# Blokkeren: gesprek 11, en de knop Blokkeer onder Meer.

block-reason = { $reason ->
    [spam] reclame of rommel
    [abuse] schelden of bedreigen
   *[other] een andere reden
}
# Wat de geblokkeerde leest.
blocked =
    <b>De helpdesk neemt geen vragen van je aan.</b>
    Wat je hier stuurt, leest niemand. { $reason ->
        [spam] Je stuurde reclame of rommel.
        [abuse] Je schold of bedreigde iemand.
       *[other] Een coördinator heeft dat besloten.
    }
    Antwoorden uit de lijst krijg je nog wel.
    { $contact ->
        [none] Heb je hulp nodig? Je gemeente of je huisarts helpt je ook.
       *[other] Heb je hulp nodig, of klopt dit niet? { $contact }
    } Bij gevaar: bel 112.
unblocked = <b>De helpdesk neemt weer vragen van je aan.</b> Typ je vraag, of typ <b>mens</b>.

# Wat de coördinator leest.
block-button = Blokkeer
block-whom = Wie? Beantwoord een bericht van de vrager met <b>/blokkeer</b>, of typ het in het onderwerp van de vraag.
block-gone = De vrager liet alles wissen. Er is niemand om te blokkeren.
block-why = <b>{ staff-Asker } blokkeren?</b> Waarom? De vrager leest de reden.
block-reason-button = { $reason ->
    [spam] Reclame
    [abuse] Schelden
   *[other] Iets anders
}
block-stop-button = Niet doen
block-not = Niemand is geblokkeerd.
block-said = <b>{ staff-Asker } is geblokkeerd</b> door { staff-colleague }: { block-reason }.
block-done =
    { $closed ->
        [0] De vrager leest dat.
        [one] De vrager leest dat. 1 open vraag is gesloten.
       *[other] De vrager leest dat. { $closed } open vragen zijn gesloten.
    } Bij woorden van nood komt er toch een kaart.
    Schrijf erbij waarom: beantwoord dit bericht. Dat blijft onder ons.
block-undo-button = Maak ongedaan
block-lifted = { staff-Colleague } liet <b>{ staff-asker }</b> weer toe. De vrager leest dat. Wat gesloten is, blijft dicht.
block-not-blocked = Deze vrager is niet geblokkeerd.
block-list-button = Wie is geblokkeerd
block-none = Niemand is geblokkeerd.
block-title = <b>{ $total } geblokkeerd</b>, de laatste eerst
block-line = { $number }. { staff-Asker } · { block-reason } · { staff-colleague }, { $day }{ $words ->
    [none] {""}
   *[other] {""} · "{ $words }"
}
block-lift-button = Deblokkeer { $number }
command-blocked = Wie is geblokkeerd
command-block = Iemand blokkeren: beantwoord een bericht

# Wie op een dag heel veel vraagt.
desk-many-today = Je stelde vandaag al { $most } vragen aan mensen. Nieuwe vragen gaan mee met je vorige. Er gaat niets verloren.
