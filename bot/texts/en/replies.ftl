# Saved replies (/quick), and a line added: conversation 8.

reply-card-button = Quick reply
reply-none =
    <b>There are no saved replies yet.</b>
    Reply to a message that you send more often with /quick and a name. For example: /quick hours
reply-list = { $count ->
    [one] <b>1 saved reply</b>
   *[other] <b>{ $count } saved replies</b>
}. Press a name.
reply-list-ticket = <b>Quick reply to question { $number }.</b> You see first how it arrives.
reply-found = This is like "{ $words }":
reply-found-none = No saved reply is like "{ $words }". Type /quick for all.
reply-kept =
    <b>Kept as { $name }.</b>
    { $text }
reply-shown =
    <b>{ $name }</b> · by { staff-colleague } · { $used ->
    [0] not used yet
    [one] used once
   *[other] used { $used } times
}
    { $text }
reply-removed = <b>{ $name } is gone.</b>
reply-change =
    <b>{ $name }</b>
    { $text }

    Reply to this message with the new text. Or begin with "Name:" for another name.
reply-change-button = Change
reply-remove-button = Delete
reply-restore-button = Put back
reply-name-needed = Add a name. For example: /quick hours
reply-name-long = Choose a name of at most { $most } characters.
reply-text-only = This works with text only.
add-line-button = Add a line
add-line-ask = Reply to this message with your line. It comes below the answer. You see it first.
add-line-below = It goes on below.
add-line-late = This answer was sent or put aside already.
add-line-dropped = Fine. Nothing was sent.

command-quick = Saved replies
