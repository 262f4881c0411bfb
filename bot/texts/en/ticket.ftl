# The life of a question: waiting, later, handing over, merging (conversations 7 and 8).

ticket-topic-waiting = { $by ->
    [none] Waiting
   *[other] { $by } waits
}
ticket-topic-snoozed = Later
ticket-topic-merged = Merged
ticket-giver = { $giver ->
    [none] a colleague
   *[other] { $giver }
}

ticket-card-waiting = <b>Question { $number } · { staff-colleague } waits for { staff-asker }</b> · { $when }
ticket-card-snoozed = <b>Question { $number } · later</b> · { staff-colleague }, { $when }
ticket-card-handed = <b>Question { $number } · { staff-colleague } has it</b> · from { ticket-giver }
ticket-card-merged = <b>Question { $number } · merged.</b> It goes on in question { $other }.
ticket-wake-button = Now after all
ticket-is-merged = It goes on in question { $number }.

ticket-note-waiting =
    <b>{ desk-from } waits for your answer.</b>
    Type it here.
ticket-note-snoozed =
    <b>{ desk-from } has your question.</b> You will hear more later.
    Do you want to add something? Type it here.
ticket-note-merged = This question now belongs to your other question. It was about: { $subject }.
