# Nood, boosheid, rommel, praatjes en nummers: gesprekken 5, 11 en 12.

crisis-suicide =
    Goed dat je dit zegt.
    <b>Denk je aan zelfdoding? Bel { $suicide } of { $suicide_free }.</b>
    Gratis, dag en nacht. Je hoeft je naam niet te zeggen.
    <b>Is er direct gevaar? Bel { $emergency }.</b>
    Maak je je zorgen om iemand anders? Dan mag je ook bellen.

    Ik ben een computerprogramma en kan je hier niet goed bij helpen.
crisis-home =
    Wat naar. Goed dat je hulp zoekt.
    <b>Gebeurt het nu? Bel { $emergency }.</b>
    <b>Anders: Veilig Thuis, { $home }.</b> Gratis, dag en nacht. Advies vragen mag zonder naam. Twijfel je? Bel toch.
    Gaat het om een kind dat zelf wil praten? <b>Kindertelefoon, { $child }.</b>
crisis-child =
    Wat naar. Goed dat je dit vertelt.
    <b>Is er nu gevaar? Bel { $emergency }.</b>
    <b>Anders: Veilig Thuis, { $home }.</b> Gratis, dag en nacht. Advies vragen mag zonder naam. Twijfel je? Bel toch.
    Ben je zelf nog geen 18? <b>Kindertelefoon, { $child }.</b> Gratis.
crisis-danger =
    <b>Is iemand nu in gevaar? Bel { $emergency }.</b>
    Zij vertellen je wat je moet doen.
    Gaat het om geweld thuis? <b>Veilig Thuis, { $home }.</b> Gratis, dag en nacht.

    Ik ben een computerprogramma en kan je hier niet goed bij helpen.
crisis-told = Een mens van de helpdesk krijgt je bericht ook. Wacht daar niet op.
crisis-chat-button = Chat met { $number }
crisis-else-button = Ik bedoelde iets anders
crisis-good = Goed dat je het zegt.
crisis-meant-else = { crisis-good } Stel je vraag gerust.
crisis-low =
    Wat vervelend dat je je zo voelt. Praten kan helpen.
    MIND Korrelatie luistert op werkdagen: { $talk } (belkosten).
    Zoek je mensen in de buurt? Ik kan je bijeenkomsten laten zien.

staff-topic-urgent = Let op
staff-subject-message = bericht van { staff-asker }
crisis-card-title = <b>Vraag { $number } · let op, mogelijk nood</b>
crisis-card-said = { staff-Asker }: "{ $text }"
crisis-card-gave = De bot gaf om { $clock } { $kind ->
    [suicide] de nummers { $suicide } en { $emergency }.
    [home] de nummers van Veilig Thuis en { $emergency }.
    [child] de nummers van Veilig Thuis, de Kindertelefoon en { $emergency }.
   *[danger] het nummer { $emergency }.
}
crisis-card-how =
    Jij hoeft geen hulpverlener te zijn. Reageer kort en als mens. Blijf bij de nummers.
    Weet je waar { staff-asker } is en is er direct gevaar? Bel { $emergency }. { $kind ->
    [suicide] Twijfel je? Bel zelf { $suicide } voor advies.
    [danger] Twijfel je? Bel ook dan.
   *[other] Twijfel je? Bel zelf Veilig Thuis voor advies.
}
crisis-card-looks = { staff-Colleague } kijkt naar dit bericht.
crisis-card-calmed = Volgens { staff-asker } geen nood.
crisis-card-closed = Klaar · { staff-colleague }, { $clock }
crisis-look-button = Ik kijk
crisis-example-button = Voorbeeldzin
crisis-example-shown = Zo komt het aan: "{ $example }"
crisis-example = { $name ->
    [none] Dag,
   *[other] Dag { $name },
} { $by ->
    [none] ik ben
   *[other] ik ben { $by },
} een mens. Goed dat je dit liet weten. Is er nu iemand bij je? { $kind ->
    [suicide] { $suicide } is er dag en nacht.
    [home] Veilig Thuis is er dag en nacht: { $home }.
    [child] Veilig Thuis is er dag en nacht: { $home }. De Kindertelefoon is { $child }.
   *[danger] Bij gevaar helpt { $emergency } je meteen.
}
crisis-coordinator =
    <b>Let op · bericht van { staff-asker }</b>
    Mogelijk nood. De bot gaf meteen de nummers. Kijk in de groep van de helpdesk, bij vraag { $number }.

masked-note =
    <b>Let op:</b> in je bericht staat { $kind ->
    [bsn] een nummer dat op een BSN lijkt.
    [iban] een rekeningnummer. We hebben dat niet nodig.
    [rsin] een nummer. Was het een RSIN van je stichting? Dat lijkt op een BSN. Ook dat hebben we niet nodig.
   *[both] meer dan één nummer dat we niet nodig hebben.
    } Ik heb het niet bewaard en geef het niet door. In dit gesprek staat het nog wel.
masked-away-button = Haal mijn bericht weg
masked-gone-answered = Je bericht is weg uit dit gesprek. Je vraag is wel beantwoord.
masked-gone = Je bericht is weg uit dit gesprek. Je vraag heb ik nog, zonder het nummer.
masked-too-late = Dat lukt mij niet meer, want je bericht is ouder dan 2 dagen. Verwijder het zelf in Telegram.

insult-reply = Ik heb je niet goed geholpen. Zal ik er een mens bij halen?
insult-yes-button = Ja, graag
insult-no-button = Nee
insult-no = Goed. Je kunt altijd <b>mens</b> typen.
insult-again = Een mens kan je beter helpen dan ik. Typ <b>mens</b> als je dat wilt.
spam-reply = Ik zie hier geen vraag in. Typ je vraag in gewone woorden, of typ <b>mens</b>.
flood-reply = Je stuurt veel berichten. Ik bewaar ze en ga over een minuut verder.
answer-changed = <i>Aangepast, want je veranderde je vraag.</i>
