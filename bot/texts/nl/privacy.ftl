# Je gegevens: gesprek 19.

privacy =
    <b>Wat we van je weten</b>
    • Je naam in Telegram, je taal en je keuzes. We bewaren ze tot je ze wist.
    • Je vragen en onze antwoorden. We bewaren ze { $months ->
        [one] 1 maand
       *[other] { $months } maanden
    }.
    • Je aanmeldingen. We bewaren ze tot 3 maanden na de bijeenkomst.
    Wie leest mee? Alleen mensen van de helpdesk, bij vragen die je doorgeeft. Wat de bot niet wist, lezen ze zonder je naam.
    Eén uitzondering: bij woorden van nood kijkt er altijd een mens.
    We verkopen niets. Telegram is een ander bedrijf, met eigen regels.
command-my-data = Wat we van je bewaren
command-forget-me = Wis al je gegevens

my-data = Hier staat alles wat we van je bewaren. Je kunt het openen en lezen.
my-data-button = Mijn gegevens
my-data-file-name = mijn-gegevens.html
my-data-title = Mijn gegevens bij { $network }
my-data-made = Gemaakt op { $when }.
my-data-name = Je naam in Telegram: { $name }{ $username ->
    [none] {""}
   *[other] {" "}(@{ $username })
}
my-data-number = Je nummer in Telegram: { $number }
my-data-language = De taal waarin we met je praten: { $language ->
    [nl] Nederlands
   *[en] Engels
}
my-data-since = We kennen je sinds { $when }.
my-data-choices = Je keuzes. Plek: { $places }. Onderwerpen: { $themes }. Meldingen: { $kinds }.
my-data-kind = { $kind ->
    [news] nieuws
    [reminders] herinneringen
   *[changes] wijzigingen
}
my-data-quiet = Stil van { $begins } tot { $until }.
my-data-stopped = Je zette alle meldingen uit op { $when }.
my-data-attending = { $title }, { $day }: { $answer ->
    [yes] je komt
    [maybe] je komt misschien
    [no] je komt niet
   *[waits] je wacht op een plek
}{ $people ->
    [one] {""}
   *[other] {" "}(met { $people } mensen)
}
my-data-none = geen
my-data-all = alles
my-data-blocked = De helpdesk neemt geen vragen van je aan. Reden: { $reason ->
    [spam] reclame of rommel
    [abuse] schelden of bedreigen
   *[other] een andere reden
}.
my-data-asked = Je vragen aan de bot: { $count }
my-data-answer = Antwoord van de bot: { $question }
my-data-talks = Je vragen aan mensen: { $count }
my-data-talk = Vraag { $number } van { $when } ({ $state ->
    [new] wacht op een mens
    [closed] afgerond
    [withdrawn] ingetrokken
    [merged] hoort bij een andere vraag
   *[other] een mens is ermee bezig
})
my-data-you = Jij
my-data-by = { $by ->
    [none] Een mens van de helpdesk
   *[other] { $by } van de helpdesk
}
my-data-media = ({ $kind ->
    [voice] spraakbericht
    [photo] foto
    [document] bestand
   *[other] bericht zonder tekst
}, dit staat alleen in Telegram)
my-data-rating = Je vond de hulp: { $rating ->
    [good] goed
    [soso] gaat wel
   *[bad] niet goed
}.{ $remark ->
    [none] {""}
   *[other] {" "}Je schreef erbij: { $remark }
}

erase-sure =
    <b>Dit wis ik:</b> je naam, je keuzes en { $questions ->
        [0] wat we verder van je weten.
        [one] 1 vraag.
       *[other] { $questions } vragen.
    }{ $said ->
        [0] {""}
        [one] {" "}Ook 1 aanmelding.
       *[other] {" "}Ook { $said } aanmeldingen.
    }{ $open ->
        [0] {""}
        [one] {" "}Je open vraag{ $subject ->
            [none] {""}
           *[other] {" "}over { $subject }
        } trek ik in.
       *[other] {" "}Je { $open } open vragen trek ik in.
    } Terughalen kan niet.
erase-button = Wis alles
erase-not-button = Niet doen
erase-not = Er is niets gewist.
erased =
    <b>Je gegevens zijn gewist.</b> We tellen alleen nog dat er ooit een vraag was, zonder naam.{ $blocked ->
        [yes] {" "}We bewaren alleen je nummer in Telegram, want je bent geblokkeerd.
       *[no] {""}
    }
    Dit gesprek staat nog op je telefoon. Verwijder het zelf in Telegram.
erased-for-you =
    <b>De helpdesk wiste je gegevens, zoals je vroeg.</b> We tellen alleen nog dat er ooit een vraag was, zonder naam.
    Dit gesprek staat nog op je telefoon. Verwijder het zelf in Telegram.

# Wat medewerkers lezen.
erased-told = { $count ->
    [one] Vraag { $numbers }
   *[other] Vragen { $numbers }
}: { $by ->
    [none] de vrager liet alles wissen.
   *[other] { $by } wiste alles, omdat de vrager dat vroeg.
} De tekst is weg. Niets meer doen.
erased-card = <b>Vraag { $number } · gewist.</b> De tekst is weg. Niets meer doen.
erased-topic = Gewist · vraag { $number }
erased-message = Gewist.
wipe-whom = Van wie? Beantwoord een bericht van de vrager met <b>/wis</b>, of typ het in het onderwerp van de vraag.
wipe-gone = Van deze vrager is alles al gewist.
wipe-sure =
    <b>Alles van { staff-asker } wissen?</b> Doe dit alleen als de vrager dat vraagt.
    Dit gaat weg: naam, keuzes en { $questions ->
        [one] 1 vraag
       *[other] { $questions } vragen
    }, ook uit deze groep. Open vragen worden ingetrokken. De vrager leest het. Terughalen kan niet.
wipe-done = Gewist. De vrager leest dat.
command-wipe = Alles van een vrager wissen: beantwoord een bericht
