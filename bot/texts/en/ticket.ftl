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

ticket-more-button = More
ticket-hand-over-button = Hand over
ticket-later-button = Later
ticket-their-turn-button = Wait for asker
ticket-close-why-button = Close and say why

ticket-hand-over = To whom do you give this question?
ticket-hand-over-none = I know no colleagues yet. Whoever types or presses something here is in the list.
ticket-hand-over-left = This colleague is no longer in the group.
ticket-hand-over-has = { $by } has it already.
ticket-handed = { $to }, { ticket-giver } gives this question to you.
ticket-fine-button = Fine
ticket-cannot-button = I cannot
ticket-handed-fine = { staff-Colleague } takes this question.
ticket-handed-cannot = { staff-Colleague } cannot. The question is free again.
ticket-not-for-you = This button is for { staff-colleague }.
ticket-taken-over = { $to }, { staff-colleague } takes this question over.

ticket-later-until = Until when?
ticket-later-soon-button = In 2 hours
ticket-later-tomorrow-button = Tomorrow { $clock }
ticket-later-day-button = Another day
ticket-later-passed = That time has passed. Choose again.
ticket-later-done = Later.
ticket-awake = { $why ->
    [asker] { $to }, { staff-asker } wrote something. This question is awake again.
   *[time] { $to }, it is time for this question.
}
ticket-lapsed = { $to }, this question is free again. Nothing happened for { $age }. Who can?

ticket-their-turn = We wait for { staff-asker }.
ticket-close-why = Why do you close this question?
ticket-reason-button = { $reason ->
    [elsewhere] Answered elsewhere
    [spam] Rubbish
    [duplicate] Asked twice
   *[unneeded] No longer needed
}
ticket-closed-for = { $reason ->
    [elsewhere] { desk-Who } finished your question. You got an answer in another place.
    [duplicate] { desk-Who } finished your question. You asked it before.
   *[unneeded] { desk-Who } finished your question. It is no longer needed.
} Is that not right? Press the button.
