# Eén keer antwoorden, iedereen bereiken: gesprek 9.

alike-card = { $count ->
    [one] Lijkt op open vraag { $list }.
   *[other] Lijkt op open vragen: { $list }
}
alike-card-button = Stuur ook aan anderen
alike-offer = { $count ->
    [one] 1 andere open vraag lijkt hierop.
   *[other] { $count } andere open vragen lijken hierop.
}
alike-look-button = Bekijk
alike-not-now-button = Niet nu
alike-title = <b>Wie krijgt dit antwoord ook?</b>
alike-line = { $number }. { staff-Asker }: "{ $question }" · { $by ->
    [none] {""}
    [nameless] van een collega ·{" "}
   *[other] van { $by } ·{" "}
}{ $along ->
    [yes] mee
   *[no] niet mee
}
alike-count = { $along ->
    [0] Nog niemand gaat mee.
    [one] 1 van { $total } gaat mee.
   *[other] { $along } van { $total } gaan mee.
}
alike-preview =
    Zo komt het aan:
    { $head }
    { $answer }
alike-named = Let op: de naam { $name } staat in je antwoord.
alike-entry = Uit de lijst: { $question }
alike-switch-button = Wissel { $number }
alike-send-button = Stuur aan { $count }
alike-drop-button = Niet doen
alike-stop-button = Stop
alike-leaving = <b>Gaat uit over { $seconds } tellen.</b> { $count ->
    [one] Naar 1 vrager.
   *[other] Naar { $count } vragers.
}
alike-sending = { $count ->
    [0] Ik kijk of er nog iemand wacht.
    [one] Gaat nu naar 1 vrager.
   *[other] Gaat nu naar { $count } vragers.
}
alike-sent = <b>{ $delivered } van { $sent } bezorgd.</b> { $sent ->
    [one] Deze vraag wacht nu op de vrager.
   *[other] Deze vragen wachten nu op de vrager.
}
alike-left-out = { $count ->
    [one] 1 ging niet mee: die vraag is niet meer vrij.
   *[other] { $count } gingen niet mee: die vragen zijn niet meer vrij.
}
alike-nobody = Er wacht niemand meer op dit antwoord.
alike-also =
    <b>{ staff-Colleague } antwoordde hier ook</b>, net als bij vraag { $number }:
    { $answer }
alike-none = Er wacht niemand meer op dit antwoord.
alike-colleague-hears = { staff-Colleague } heeft deze, en ziet je antwoord.
alike-stopped = Gestopt. Er is niets gestuurd.
alike-leaves = Dit gaat zo al uit.
alike-too-late = Te laat. Dit is al gestuurd.
