# The staff group: conversations 4, 6, 7, 8 and 21.

staff-asker = { $name ->
    [none] the asker
   *[other] { $name }
}
staff-Asker = { $name ->
    [none] The asker
   *[other] { $name }
}
staff-colleague = { $by ->
    [none] a colleague
   *[other] { $by }
}
staff-Colleague = { $by ->
    [none] A colleague
   *[other] { $by }
}

staff-help =
    <b>How it works here</b>
    Each question has a card. Reply to the card: then your message goes to the asker. Everything else stays between us.

    You can type:
    { $list }
staff-topic-new = New
staff-topic-free = Free
staff-topic-claimed = { $by ->
    [none] Taken
   *[other] { $by }
}
staff-topic-closed = Done
staff-topic-withdrawn = Withdrawn

staff-kind = { $kind ->
    [voice] voice message
    [video_note] video message
    [photo] photo
    [video] video
    [animation] moving picture
    [audio] sound
    [document] file
    [sticker] sticker
    [location] location
    [venue] location
    [contact] contact
    [poll] poll
   *[other] message
}
staff-subject-media = { staff-kind } of { staff-asker }
staff-subject-none = question of { staff-asker }

staff-card-new = <b>Question { $number } · new</b> · { $when }
staff-card-free = <b>Question { $number } · free</b> · given back by { staff-colleague }
staff-card-claimed = <b>Question { $number } · { staff-colleague } has it</b> · { $when }
staff-card-closed = <b>Question { $number } · done</b> · { staff-colleague }, { $clock }{ $reason ->
    [elsewhere] {" "}· answered in another place
    [spam] {" "}· rubbish
    [duplicate] {" "}· asked twice
    [unneeded] {" "}· no longer needed
   *[none] {""}
}
staff-card-withdrawn = <b>Question { $number } · withdrawn by { staff-asker }.</b> Nothing left to do.
staff-card-first = first question
staff-card-earlier = { $count ->
    [one] 1 earlier question
   *[other] { $count } earlier questions
}
staff-card-writes = <b>writes { $language ->
    [en] English
   *[nl] Dutch
}</b>
staff-card-media = { staff-kind } (see below)
staff-card-voice = { staff-kind }, { $seconds ->
    [one] 1 second
   *[other] { $seconds } seconds
} (see below)
staff-card-speaks = Tip: { staff-asker } would rather speak. Record your answer too.
staff-card-about = About: { $about }
staff-card-question = "{ $question }"
staff-card-more-below = (the whole question is below)
staff-card-gave = The bot gave: { $question } That did not help.
staff-card-like = Looks like:
staff-card-suggestion = { $number }. { $question } ({ $percent }%)
staff-card-answered = { staff-Colleague } answered.
staff-card-reopened = { $how ->
    [asker] Open again: { staff-asker } has something more.
    [answer] Open again, because another answer went out.
   *[staff] Opened again.
}
staff-card-changed = Changed at { $clock }. First it said: "{ $before }"
staff-card-rating = { staff-Asker } found the help { $rating ->
    [good] good.
    [soso] so-so.
   *[bad] not good.
}
staff-card-remark = { staff-Asker } wrote with it: "{ $remark }"
staff-card-how = Reply to this message: then it goes to { staff-asker }. Everything else stays among us.
staff-card-sure = { staff-Asker } has no answer yet. Finish all the same?

staff-claim-button = I take this one
staff-release-button = Give back
staff-done-button = Done
staff-reopen-button = Open again
staff-look-button = See { $number }
staff-send-button = Send
staff-back-button = Back
staff-not-sure-button = No, back
staff-sure-button = Yes, say why
staff-send-this-button = Send to { staff-asker }
staff-inside-button = Keep it here
staff-tell-button = Tell { staff-asker }
staff-discard-button = Do not keep it

staff-yours = Yours.
staff-already-yours = You had it already.
staff-just-before = { staff-Colleague } was just before you.
staff-given-back = Given back.
staff-nobody-has = Nobody has this question.
staff-already-closed = This question is done already.
staff-is-withdrawn = { staff-Asker } withdrew this question.
staff-suggestion-gone = This answer is no longer in the list.

staff-preview =
    <b>Question { $number }</b> · This is how it arrives:

    { $answer }

staff-copy-head = <b>{ staff-Asker }</b>
staff-copy-head-plain = <b>{ staff-Asker }</b> · question { $number }
staff-copy-foot = <i>Changed at { $clock }. First it said: "{ $before }"</i>
staff-copy-foot-short = <i>Changed at { $clock }.</i>
staff-changed-after = { staff-Asker } changed this message after the answer.
staff-asked-again = { staff-Asker } asks this question after all.
staff-looks-again = { staff-Asker } did not find the help good. Will you look at it again?

staff-stayed-inside = This message stayed among us. { staff-Asker } has no answer yet.
staff-stays-inside = Fine. This stays among us.
staff-sent-after-all = Sent to { staff-asker }.
staff-no-ticket = This belongs to no question, so it was not sent. Find the question with /wachtrij.
staff-not-sent-withdrawn = <b>Not sent.</b> { staff-Asker } withdrew this question and expects no answer.
staff-cannot-send = <b>Not sent.</b> I cannot give this kind of message to { staff-asker }. Send it in another form.
staff-not-delivered = <b>Not delivered.</b> { staff-Asker } blocked the bot. I keep your answer and send it when { staff-asker } returns.
staff-not-delivered-dead = <b>Not delivered.</b> Telegram could not give this message to { staff-asker }. Send it again, or in another form.
staff-not-delivered-gone = <b>Not delivered.</b> { staff-Asker } left Telegram. Your answer cannot arrive.
staff-delivered = Delivered to { staff-asker } after all.
staff-discarded = Fine. I do not keep the answer.
staff-discard-late = Nothing is kept any more. It was delivered, or is gone.
staff-corrected = Corrected for { staff-asker }, without a sound. Was it important?
staff-correction-told = Told { staff-asker }.
staff-not-corrected = <b>Not corrected.</b> { staff-Asker } still sees the old message.
staff-cannot-correct = <b>Not corrected.</b> I cannot change this kind of message. Send a new answer.

queue-empty = <b>There are no open questions.</b>
queue-title = <b>{ $total } { $view ->
    [free] free
    [mine] yours
    [late] late
   *[all] open
}, oldest first</b> ({ $first } to { $last })
queue-none = { $view ->
    [free] There are no free questions.
    [mine] You have no open questions.
    [late] Nobody waits too long.
   *[all] There are no open questions.
}
queue-view-button = { $view ->
    [free] Free
    [mine] Mine
    [late] Late
   *[all] All
}
queue-line = { $number } · { $subject } · { staff-asker } · { $age }{ $late ->
    [yes] {" "}· late
   *[no] {""}
} · { $by ->
    [none] free
   *[other] { $by }
}
queue-next-button = Next
queue-previous-button = Previous
