# De medewerkersgroep zelf: gesprek 21.

group-recall = <i>Eerder bij deze vraag:</i>
group-recall-line = <b>{ staff-Asker }</b>: { $text }
group-card-there = Vraag { $number } staat nu <a href="{ $address }">hier</a>.
group-card-below = Vraag { $number } heeft een nieuwe kaart, hieronder.

group-trouble = { $kind ->
    [gone] <b>De groep werkt niet.</b> Ik zit niet meer in "{ $title }".
    [mute] <b>De groep werkt niet.</b> Ik mag in "{ $title }" niets schrijven.
    [topics] <b>De groep werkt niet goed.</b> Ik mag in "{ $title }" geen onderwerpen maken. Nieuwe vragen komen zolang zonder onderwerp.
   *[admin] <b>De groep werkt niet goed.</b> Ik ben geen beheerder van "{ $title }". Vragen komen wel. Vastzetten en meelezen lukt niet altijd.
} { $count ->
    [0] {""}
    [one] 1 vraag wacht. Hij is niet weg.
   *[other] { $count } vragen wachten. Ze zijn niet weg.
}
    Doe dit: { $kind ->
    [gone] zet mij weer in de groep, en maak mij beheerder.
    [topics] groep, Beheerders, kies mij, zet "Onderwerpen beheren" aan.
   *[other] groep, Beheerders, maak mij beheerder.
}
group-solved = <b>Opgelost om { $clock }.</b> { $count ->
    [0] De groep werkt weer.
    [one] De vraag die wachtte, staat in de groep.
   *[other] De { $count } vragen die wachtten, komen nu in de groep.
}
group-look-button = Kijk nu
group-looking = Ik kijk het na. Is het goed, dan verandert dit bericht.
