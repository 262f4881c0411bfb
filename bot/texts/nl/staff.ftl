# De medewerkersgroep: gesprekken 4, 6, 7, 8 en 21.

staff-asker = { $name ->
    [none] de vrager
   *[other] { $name }
}
staff-Asker = { $name ->
    [none] De vrager
   *[other] { $name }
}
staff-colleague = { $by ->
    [none] een collega
   *[other] { $by }
}
staff-Colleague = { $by ->
    [none] Een collega
   *[other] { $by }
}

staff-help =
    <b>Zo werkt het hier</b>
    Elke vraag heeft een kaart. Beantwoord de kaart: dan gaat jouw bericht naar de vrager. Al het andere blijft onder ons.

    Dit kun je typen:
    { $list }
staff-topic-new = Nieuw
staff-topic-free = Vrij
staff-topic-claimed = { $by ->
    [none] Opgepakt
   *[other] { $by }
}
staff-topic-closed = Klaar
staff-topic-withdrawn = Ingetrokken

staff-kind = { $kind ->
    [voice] spraakbericht
    [video_note] videobericht
    [photo] foto
    [video] video
    [animation] bewegend plaatje
    [audio] geluid
    [document] bestand
    [sticker] sticker
    [location] locatie
    [venue] locatie
    [contact] contact
    [poll] peiling
   *[other] bericht
}
staff-subject-media = { staff-kind } van { staff-asker }
staff-subject-none = vraag van { staff-asker }

staff-card-new = <b>Vraag { $number } · nieuw</b> · { $when }
staff-card-free = <b>Vraag { $number } · vrij</b> · teruggegeven door { staff-colleague }
staff-card-claimed = <b>Vraag { $number } · { staff-colleague } heeft deze</b> · { $when }
staff-card-closed = <b>Vraag { $number } · klaar</b> · { staff-colleague }, { $clock }{ $reason ->
    [elsewhere] {" "}· al beantwoord op een andere plek
    [spam] {" "}· rommel
    [duplicate] {" "}· dubbel
    [unneeded] {" "}· niet meer nodig
   *[none] {""}
}
staff-card-withdrawn = <b>Vraag { $number } · ingetrokken door { staff-asker }.</b> Niets meer doen.
staff-card-first = eerste vraag
staff-card-earlier = { $count ->
    [one] 1 eerdere vraag
   *[other] { $count } eerdere vragen
}
staff-card-writes = <b>schrijft { $language ->
    [en] Engels
   *[nl] Nederlands
}</b>
staff-card-media = { staff-kind } (staat hieronder)
staff-card-voice = { staff-kind }, { $seconds ->
    [one] 1 seconde
   *[other] { $seconds } seconden
} (staat hieronder)
staff-card-speaks = Tip: { staff-asker } spreekt liever. Spreek je antwoord ook in.
staff-card-about = Over: { $about }
staff-card-question = "{ $question }"
staff-card-more-below = (de hele vraag staat hieronder)
staff-card-gave = De bot gaf: { $question } Dat hielp niet.
staff-card-like = Lijkt op:
staff-card-suggestion = { $number }. { $question } ({ $percent }%)
staff-card-answered = { staff-Colleague } antwoordde.
staff-card-reopened = { $how ->
    [asker] Weer open: { staff-asker } heeft nog iets.
    [answer] Weer open, want er ging nog een antwoord uit.
   *[staff] Weer geopend.
}
staff-card-changed = Veranderd om { $clock }. Eerst stond er: "{ $before }"
staff-card-rating = { staff-Asker } vond de hulp { $rating ->
    [good] goed.
    [soso] gaan.
   *[bad] niet goed.
}
staff-card-remark = { staff-Asker } schreef erbij: "{ $remark }"
staff-card-how = Beantwoord dit bericht: dan gaat het naar { staff-asker }. Al het andere blijft onder ons.
staff-card-sure = { staff-Asker } heeft nog geen antwoord. Toch afronden?

staff-claim-button = Ik pak dit op
staff-release-button = Teruggeven
staff-done-button = Klaar
staff-reopen-button = Heropen
staff-look-button = Bekijk { $number }
staff-send-button = Stuur
staff-back-button = Terug
staff-not-sure-button = Nee, terug
staff-sure-button = Ja, met reden
staff-send-this-button = Stuur aan { staff-asker }
staff-inside-button = Blijft intern
staff-tell-button = Meld het { staff-asker }
staff-discard-button = Bewaar niet

staff-yours = Van jou.
staff-already-yours = Je had deze al.
staff-just-before = { staff-Colleague } was je net voor.
staff-given-back = Teruggegeven.
staff-nobody-has = Niemand heeft deze vraag.
staff-already-closed = Deze vraag is al klaar.
staff-is-withdrawn = { staff-Asker } trok deze vraag in.
staff-suggestion-gone = Dit antwoord staat niet meer in de lijst.

staff-preview =
    <b>Vraag { $number }</b> · Zo komt het aan:

    { $answer }

staff-copy-head = <b>{ staff-Asker }</b>
staff-copy-head-plain = <b>{ staff-Asker }</b> · vraag { $number }
staff-copy-foot = <i>Veranderd om { $clock }. Eerst stond er: "{ $before }"</i>
staff-copy-foot-short = <i>Veranderd om { $clock }.</i>
staff-changed-after = { staff-Asker } veranderde dit bericht ná het antwoord.
staff-asked-again = { staff-Asker } stelt deze vraag toch.
staff-looks-again = { staff-Asker } vond de hulp niet goed. Wil je er nog eens naar kijken?

staff-stayed-inside = Dit bericht bleef onder ons. { staff-Asker } heeft nog geen antwoord.
staff-stays-inside = Goed. Dit blijft onder ons.
staff-sent-after-all = Gestuurd aan { staff-asker }.
staff-no-ticket = Dit hoort bij geen vraag, dus het is niet verstuurd. Zoek de vraag met /wachtrij.
staff-not-sent-withdrawn = <b>Niet verstuurd.</b> { staff-Asker } trok deze vraag in en verwacht geen antwoord meer.
staff-cannot-send = <b>Niet verstuurd.</b> Dit soort bericht kan ik niet aan { staff-asker } geven. Stuur het in een andere vorm.
staff-not-delivered = <b>Niet bezorgd.</b> { staff-Asker } heeft de bot geblokkeerd. Ik bewaar je antwoord en stuur het als { staff-asker } terugkomt.
staff-not-delivered-dead = <b>Niet bezorgd.</b> Telegram kon dit bericht niet aan { staff-asker } geven. Stuur het nog eens, of in een andere vorm.
staff-not-delivered-gone = <b>Niet bezorgd.</b> { staff-Asker } is niet meer bij Telegram. Je antwoord kan niet aankomen.
staff-delivered = Alsnog bezorgd bij { staff-asker }.
staff-discarded = Goed. Ik bewaar het antwoord niet.
staff-discard-late = Er ligt niets meer. Het is al bezorgd of weg.
staff-corrected = Verbeterd bij { staff-asker }, zonder geluid. Was het belangrijk?
staff-correction-told = Gemeld aan { staff-asker }.
staff-not-corrected = <b>Niet verbeterd.</b> Bij { staff-asker } staat nog het oude bericht.
staff-cannot-correct = <b>Niet verbeterd.</b> Dit soort bericht kan ik niet aanpassen. Stuur een nieuw antwoord.

queue-empty = <b>Er zijn geen open vragen.</b>
queue-title = <b>{ $total } { $view ->
    [free] vrij
    [mine] van jou
    [late] te laat
   *[all] open
}, oudste eerst</b> ({ $first } tot { $last })
queue-none = { $view ->
    [free] Er zijn geen vrije vragen.
    [mine] Je hebt geen open vragen.
    [late] Niemand wacht te lang.
   *[all] Er zijn geen open vragen.
}
queue-view-button = { $view ->
    [free] Vrij
    [mine] Van mij
    [late] Te laat
   *[all] Alles
}
queue-line = { $number } · { $subject } · { staff-asker } · { $age }{ $late ->
    [yes] {" "}· te laat
   *[no] {""}
} · { $by ->
    [none] vrij
   *[other] { $by }
}
queue-next-button = Volgende
queue-previous-button = Vorige
