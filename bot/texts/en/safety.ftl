# Crisis, anger, noise, small talk and numbers: conversations 5, 11 and 12.

crisis-suicide =
    Good that you say this.
    <b>Are you thinking of suicide? Call { $suicide } or { $suicide_free }.</b>
    Free, day and night. You need not give your name.
    <b>Is someone in danger now? Call { $emergency }.</b>
    Are you worried about someone else? You may call too.

    I am a computer program and cannot help you well with this.
crisis-home =
    How awful. Good that you look for help.
    <b>Is it happening now? Call { $emergency }.</b>
    <b>If not: Veilig Thuis, { $home }.</b> Free, day and night. You can ask for advice without a name. Not sure? Call anyway.
    Is it about a child who wants to talk? <b>Kindertelefoon, { $child }.</b>
crisis-child =
    How awful. Good that you tell this.
    <b>Is there danger now? Call { $emergency }.</b>
    <b>If not: Veilig Thuis, { $home }.</b> Free, day and night. You can ask for advice without a name. Not sure? Call anyway.
    Are you under 18? <b>Kindertelefoon, { $child }.</b> Free.
crisis-danger =
    <b>Is someone in danger now? Call { $emergency }.</b>
    They tell you what to do.
    Is it violence at home? <b>Veilig Thuis, { $home }.</b> Free, day and night.

    I am a computer program and cannot help you well with this.
crisis-told = A person of the helpdesk gets your message too. Do not wait for that.
crisis-chat-button = Chat with { $number }
crisis-else-button = I meant something else
crisis-good = Good that you say so.
crisis-meant-else = { crisis-good } Feel free to ask your question.
crisis-low =
    I am sorry that you feel this way. Talking can help.
    MIND Korrelatie listens on working days: { $talk } (costs of the call).
    Would you like to meet people nearby? I can show you events.

staff-topic-urgent = Attention
staff-subject-message = message from { staff-asker }
crisis-card-title = <b>Question { $number } · attention, possible crisis</b>
crisis-card-said = { staff-Asker }: "{ $text }"
crisis-card-gave = At { $clock } the bot gave { $kind ->
    [suicide] the numbers { $suicide } and { $emergency }.
    [home] the numbers of Veilig Thuis and { $emergency }.
    [child] the numbers of Veilig Thuis, the Kindertelefoon and { $emergency }.
   *[danger] the number { $emergency }.
}
crisis-card-how =
    You need not be a counsellor. Answer briefly, as a person. Keep to the numbers.
    Do you know where { staff-asker } is, and is there danger now? Call { $emergency }. { $kind ->
    [suicide] Not sure? Call { $suicide } yourself for advice.
    [danger] Not sure? Call all the same.
   *[other] Not sure? Call Veilig Thuis yourself for advice.
}
crisis-card-looks = { staff-Colleague } is looking at this message.
crisis-card-calmed = According to { staff-asker } there is no crisis.
crisis-card-closed = Done · { staff-colleague }, { $clock }
crisis-look-button = I will look
crisis-example-button = Example
crisis-example-shown = This is how it arrives: "{ $example }"
crisis-example = { $name ->
    [none] Hello,
   *[other] Hello { $name },
} { $by ->
    [none] I am
   *[other] I am { $by },
} a person. Good that you let us know. Is someone with you now? { $kind ->
    [suicide] { $suicide } is there day and night.
    [home] Veilig Thuis is there day and night: { $home }.
    [child] Veilig Thuis is there day and night: { $home }. The Kindertelefoon is { $child }.
   *[danger] In danger { $emergency } helps you at once.
}
crisis-coordinator =
    <b>Attention · message from { staff-asker }</b>
    Possible crisis. The bot gave the numbers at once. Look in the helpdesk group, at question { $number }.

masked-note =
    <b>Please note:</b> in your message is { $kind ->
    [bsn] a number that looks like a BSN.
    [iban] a bank account number. We do not need it.
    [rsin] a number. Was it an RSIN of your foundation? That looks like a BSN. We do not need that either.
   *[both] more than one number that we do not need.
    } I did not keep it and do not pass it on. It still stands in this chat.
masked-away-button = Remove my message
masked-gone-answered = Your message is gone from this chat. Your question was answered all the same.
masked-gone = Your message is gone from this chat. I still have your question, without the number.
masked-too-late = I cannot do that any more, as your message is older than 2 days. Delete it yourself in Telegram.

insult-reply = I did not help you well. Shall I get a person?
insult-yes-button = Yes, please
insult-no-button = No
insult-no = Fine. You can always type <b>person</b>.
insult-again = A person can help you better than I can. Type <b>person</b> if you want that.
spam-reply = I see no question here. Type your question in plain words, or type <b>person</b>.
flood-reply = You send many messages. I keep them and go on in a minute.
answer-changed = <i>Changed, because you changed your question.</i>
