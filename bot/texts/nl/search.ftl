# Zoeken in oude vragen (/zoek), en de eerdere vragen van een vrager.

search-how = Typ /zoek en een paar woorden. Bijvoorbeeld: /zoek verzekering boot
search-none = Ik vind geen vraag met "{ $words }". Probeer minder of andere woorden.
search-old = Dit is te lang geleden. Zoek opnieuw.
search-title = <b>{ $count ->
    [one] 1 vraag
   *[other] { $count } vragen
} met "{ $words }"</b> ({ $first } tot { $last })
search-title-asker = <b>{ $count ->
    [one] 1 andere vraag
   *[other] { $count } andere vragen
} van { staff-asker }</b> ({ $first } tot { $last })
search-state = { $state ->
    [open] open
    [done] klaar
   *[gone] niet beantwoord
}
search-line = { $place }. Vraag { $number }: "{ $subject }" · { staff-asker } · { search-state } · { $day }
search-shown = <b>Vraag { $number } · { search-state }</b> · { staff-asker }, { $day }
search-answer =
    <b>{ staff-Colleague }:</b>
    { $answer }
search-no-answer = Er is geen geschreven antwoord.
search-go-button = Naar de vraag
search-earlier-button = Eerdere vragen
search-none-earlier = Deze vrager stelde geen andere vragen.

command-search = Oude vragen zoeken
