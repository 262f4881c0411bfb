# De vrager en de mensen van de helpdesk: gesprekken 1, 4, 6 en 7.

desk-who = { $by ->
    [none] de helpdesk
   *[other] { $by }
}
desk-Who = { $by ->
    [none] Iemand van de helpdesk
   *[other] { $by }
}
desk-from = { $by ->
    [none] Een mens van de helpdesk
   *[other] { $by } van de helpdesk
}
desk-kind = { $kind ->
    [voice] Spraakbericht
    [video_note] Videobericht
    [photo] Foto
    [video] Video
    [animation] Bewegend plaatje
    [audio] Geluid
    [document] Bestand
    [sticker] Sticker
    [location] Locatie
    [venue] Locatie
    [contact] Contact
    [poll] Peiling
   *[other] Bericht
}

desk-person-button = Vraag het een mens
desk-ask-person = Typ je vraag, of spreek hem in. Je volgende bericht gaat naar een mens.
desk-same-question = Gaat het over je vraag: { $subject }?
desk-same-button = Ja, die vraag
desk-new-button = Nee, iets nieuws
desk-never-mind-button = Toch niet
desk-never-mind = Goed. Typ je vraag, dan zoek ik zelf.
desk-pass-this =
    Zal ik deze vraag aan een mens geven?
    "{ $question }"
desk-pass-this-button = Ja, vraag het
desk-another-button = Nee, een andere

desk-passed-on =
    <b>Je vraag is doorgegeven aan de helpdesk.</b> { $promise }
    Wil je er iets bij vertellen? Typ het hier.
desk-passed-on-missed =
    <b>Je vraag is doorgegeven aan de helpdesk.</b> { $promise }
    Wat mis je in het antwoord? Typ het hier.
desk-passed-on-voice =
    <b>Doorgegeven.</b> Een mens luistert. { $promise }
    Je mag meer inspreken.
desk-passed-on-media =
    <b>Doorgegeven.</b> Een mens kijkt. { $promise }
    Wil je er iets bij vertellen? Typ het hier.
desk-helped-not = Dit hielp je niet. Je vraag is doorgegeven.
desk-busy =
    <b>{ desk-from } is met je vraag bezig.</b>
    Wil je er iets bij vertellen? Typ het hier.
desk-answered =
    <b>{ desk-from } heeft geantwoord.</b>
    Heb je nog iets? Typ het hier.
desk-finished = Je vraag is afgerond.
desk-withdraw-button = Trek vraag in
desk-withdrawn = <b>Je vraag is ingetrokken.</b> Het ging om: { $subject }. Er komt geen antwoord meer.
desk-ask-again-button = Toch stellen

desk-answer-head = <b>{ desk-from }</b>
desk-answer-foot = <i>Verbeterd om { $clock }.</i>
desk-answer-changed = Let op: { desk-who } verbeterde het antwoord hierboven.
desk-faq-answer =
    <b>{ $question }</b>
    { $answer }

desk-goes-along = Dit gaat mee naar { desk-who }. Zie je 👌 bij je volgende bericht? Dan is dat ook doorgegeven.
desk-thanks-along = Ik geef het door aan { desk-who }.
desk-reopened = <b>Je vraag is weer open.</b> { desk-Who } ziet je bericht.
desk-cannot-pass = Dit soort bericht kan ik niet doorgeven. Maak er een foto van, of vertel het in woorden.
desk-beside = Dit is nog niet naar { desk-who }. Hoort het bij je vraag: { $subject }?
desk-beside-passed = Dit is doorgegeven aan { desk-who }.
desk-along-button = Ja, geef door
desk-else-button = Nee, iets anders

desk-media-offer = { $kind ->
    [voice] Ik kan niet naar je stem luisteren.
    [video_note] Ik kan geen video's bekijken.
    [photo] Ik kan geen foto's bekijken.
    [video] Ik kan geen video's bekijken.
    [animation] Ik kan geen plaatjes bekijken.
    [audio] Ik kan niet naar geluid luisteren.
    [document] Ik kan geen bestanden lezen.
    [sticker] Ik kan geen stickers bekijken.
   *[other] Dit soort bericht kan ik niet lezen.
} Een mens wel.
    Zal ik je bericht doorgeven?
desk-media-offer-more = Zal ik je berichten doorgeven aan een mens?
desk-media-yes-button = Ja, geef door
desk-media-no-button = Nee
desk-media-no = Goed. Ik geef niets door.

desk-closed = { desk-Who } heeft je vraag afgerond. Hoe was de hulp?
desk-closed-again = { desk-Who } heeft je vraag afgerond.
desk-closed-unanswered = { desk-Who } heeft je vraag afgerond, zonder antwoord. Is je vraag nog nodig?
desk-good-button = 😊 Goed
desk-soso-button = 😐 Gaat wel
desk-bad-button = 🙁 Niet goed
desk-thumb-good-button = 👍 Goed
desk-thumb-bad-button = 👎 Niet goed
desk-more-button = Ik heb nog iets
desk-more = Typ het of spreek het in. Het gaat naar { desk-who }.
desk-rated = { $rating ->
    [good] Dank je. Je vond de hulp goed.
    [soso] Dank je. Je vond de hulp gaan.
   *[bad] Dank je. Je vond de hulp niet goed.
}
desk-remark-button = Schrijf er iets bij
desk-remark-ask = Wat wil je zeggen over de hulp? Beantwoord dit bericht.
desk-remark-kept = Dank je. De helpdesk leest het.
desk-rated-bad = Jammer. Zal iemand er nog eens naar kijken?
desk-look-again-button = Ja, graag
desk-enough-button = Nee
desk-looks-again = <b>Je vraag is weer open.</b> { desk-Who } kijkt er nog eens naar.

desk-mine-none = Je hebt geen open vragen. Typ je vraag, dan zoek ik.
desk-mine =
    <b>Je open vragen</b>
    { $list }
desk-mine-line = { $number }. { $subject }. { $by ->
    [none] Ligt bij de helpdesk.
    [nameless] Iemand is ermee bezig.
   *[other] { $by } is ermee bezig.
} Gesteld: { $when }.
desk-mine-today = vandaag, { $clock }
desk-mine-more = { $count ->
    [one] En nog 1 andere.
   *[other] En nog { $count } andere.
}
desk-mine-button = Vraag { $number }
desk-mine-back-button = Terug
desk-mine-one =
    <b>{ $subject }</b>
    { $status }
