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
