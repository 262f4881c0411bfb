# Het leven van een vraag: wachten, later, overdragen, samenvoegen (gesprekken 7 en 8).

ticket-topic-waiting = { $by ->
    [none] Wacht
   *[other] { $by } wacht
}
ticket-topic-snoozed = Later
ticket-topic-merged = Samengevoegd
ticket-giver = { $giver ->
    [none] een collega
   *[other] { $giver }
}

ticket-card-waiting = <b>Vraag { $number } · { staff-colleague } wacht op { staff-asker }</b> · { $when }
ticket-card-snoozed = <b>Vraag { $number } · later</b> · { staff-colleague }, { $when }
ticket-card-handed = <b>Vraag { $number } · { staff-colleague } heeft deze</b> · van { ticket-giver }
ticket-card-merged = <b>Vraag { $number } · samengevoegd.</b> Deze gaat verder bij vraag { $other }.
ticket-wake-button = Nu weer
ticket-is-merged = Deze gaat verder bij vraag { $number }.

ticket-note-waiting =
    <b>{ desk-from } wacht op jouw antwoord.</b>
    Typ het hier.
ticket-note-snoozed =
    <b>{ desk-from } heeft je vraag.</b> Je hoort er later meer over.
    Wil je er iets bij vertellen? Typ het hier.
ticket-note-merged = Deze vraag hoort nu bij je andere vraag. Het ging om: { $subject }.

ticket-more-button = Meer
ticket-hand-over-button = Overdragen
ticket-later-button = Later
ticket-their-turn-button = Wacht op vrager
ticket-close-why-button = Sluit met reden

ticket-hand-over = Aan wie geef je deze vraag?
ticket-hand-over-none = Ik ken nog geen collega's. Wie hier iets typt of drukt, komt in de lijst.
ticket-hand-over-left = Deze collega is niet meer in de groep.
ticket-hand-over-has = { $by } heeft deze al.
ticket-handed = { $to }, { ticket-giver } geeft deze vraag aan jou.
ticket-fine-button = Prima
ticket-cannot-button = Kan niet
ticket-handed-fine = { staff-Colleague } pakt deze vraag op.
ticket-handed-cannot = { staff-Colleague } kan niet. De vraag is weer vrij.
ticket-not-for-you = Deze knop is voor { staff-colleague }.
ticket-taken-over = { $to }, { staff-colleague } neemt deze vraag over.

ticket-later-until = Tot wanneer?
ticket-later-soon-button = Over 2 uur
ticket-later-tomorrow-button = Morgen { $clock }
ticket-later-day-button = Andere dag
ticket-later-passed = Die tijd is voorbij. Kies opnieuw.
ticket-later-done = Later.
ticket-awake = { $why ->
    [asker] { $to }, { staff-asker } schreef iets. Deze vraag is weer wakker.
   *[time] { $to }, het is tijd voor deze vraag.
}
ticket-lapsed = { $to }, deze vraag is weer vrij. Er gebeurde { $age } niets. Wie kan?

ticket-their-turn = We wachten op { staff-asker }.
ticket-close-why = Waarom sluit je deze vraag?
ticket-reason-button = { $reason ->
    [elsewhere] Al beantwoord
    [spam] Rommel
    [duplicate] Dubbel
   *[unneeded] Niet meer nodig
}
ticket-closed-for = { $reason ->
    [elsewhere] { desk-Who } heeft je vraag afgerond. Je kreeg al antwoord op een andere plek.
    [duplicate] { desk-Who } heeft je vraag afgerond. Je vroeg dit al eerder.
   *[unneeded] { desk-Who } heeft je vraag afgerond. Hij is niet meer nodig.
} Klopt dat niet? Druk op de knop.
