# Blocking: conversation 11, and the button Block.

block-reason = { $reason ->
    [spam] advertising or junk
    [abuse] abuse or threats
   *[other] another reason
}
# What someone reads who is blocked.
blocked =
    <b>The helpdesk takes no questions from you.</b>
    Nobody reads what you send here. { $reason ->
        [spam] You sent advertising or junk.
        [abuse] You abused or threatened someone.
       *[other] A coordinator decided so.
    }
    You still get answers from the list.
    { $contact ->
        [none] Do you need help? Your municipality or your doctor can help too.
       *[other] Do you need help, or is this wrong? { $contact }
    } In danger: call 112.
unblocked = <b>The helpdesk takes questions from you again.</b> Type your question, or type <b>person</b>.

# What the coordinator reads.
block-button = Block
block-whom = Who? Reply to a message of the asker with <b>/block</b>, or type it in the topic of the question.
block-gone = The asker had everything erased. There is nobody to block.
block-why = <b>Block { staff-asker }?</b> Why? The asker reads the reason.
block-reason-button = { $reason ->
    [spam] Advertising
    [abuse] Abuse
   *[other] Other
}
block-stop-button = Don't
block-not = Nobody is blocked.
block-said = <b>{ staff-Asker } is blocked</b> by { staff-colleague }: { block-reason }.
block-done =
    { $closed ->
        [0] The asker reads that.
        [one] The asker reads that. 1 open question is closed.
       *[other] The asker reads that. { $closed } open questions are closed.
    } Words of crisis still bring a card.
    Add why: reply to this message. That stays between us.
block-undo-button = Undo
block-lifted = { staff-Colleague } let <b>{ staff-asker }</b> back in. The asker reads that. What is closed stays closed.
block-not-blocked = This asker is not blocked.
block-list-button = Who is blocked
block-none = Nobody is blocked.
block-title = <b>{ $total } blocked</b>, the latest first
block-line = { $number }. { staff-Asker } · { block-reason } · { staff-colleague }, { $day }{ $words ->
    [none] {""}
   *[other] {""} · "{ $words }"
}
block-lift-button = Unblock { $number }
command-blocked = Who is blocked
command-block = Block someone: reply to a message

# Who asks very much in a day.
desk-many-today = You asked people { $most } questions today. New ones go along with your last one. Nothing gets lost.
