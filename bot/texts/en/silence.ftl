# Who has an answer and says nothing any more: conversation 8.

silence-asked = { $state ->
    [waiting] <b>{ desk-from } waits for your answer.</b> Do you still need it?
   *[answered] <b>Is your question solved?</b>
} It was about: { $subject }. { $days ->
    [1] If I hear nothing for a day, I close your question.
   *[other] If I hear nothing for { $days } days, I close your question.
}
silence-solved-button = { $state ->
    [waiting] No, all done
   *[answered] Yes, all done
}
silence-more-button = { $state ->
    [waiting] Yes, I need it
   *[answered] No, there is more
}
silence-closed = { $reason ->
    [silence] <b>Your question is closed.</b> I heard nothing more. If you write again, it opens again.
   *[other] Good. Your question is closed.
}{ $rated ->
    [no] {" "}How was the help?
   *[yes] {""}
}

silence-card-asked = { staff-Asker } is silent since { $since }. I asked whether it is done.
silence-card-closed = <b>Question { $number } · done</b> · by itself, { $when }: { staff-asker } said nothing more
silence-card-solved = <b>Question { $number } · done</b> · { staff-asker } is done, { $when }
