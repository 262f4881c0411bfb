# The asker and the people of the helpdesk: conversations 1, 4, 6 and 7.

desk-who = { $by ->
    [none] the helpdesk
   *[other] { $by }
}
desk-Who = { $by ->
    [none] Someone of the helpdesk
   *[other] { $by }
}
desk-from = { $by ->
    [none] A person of the helpdesk
   *[other] { $by } of the helpdesk
}
desk-kind = { $kind ->
    [voice] Voice message
    [video_note] Video message
    [photo] Photo
    [video] Video
    [animation] Moving picture
    [audio] Sound
    [document] File
    [sticker] Sticker
    [location] Location
    [venue] Location
    [contact] Contact
    [poll] Poll
   *[other] Message
}

desk-person-button = Ask a person
desk-ask-person = Type or speak your question. Your next message goes to a person.
desk-same-question = Is it about your question: { $subject }?
desk-same-button = Yes, that one
desk-new-button = No, something new
desk-never-mind-button = Never mind
desk-never-mind = Fine. Type your question, then I search myself.
desk-pass-this =
    Shall I give this question to a person?
    "{ $question }"
desk-pass-this-button = Yes, ask it
desk-another-button = No, another one

desk-passed-on =
    <b>Your question is with the helpdesk.</b> { $promise }
    You can write in English. Do you want to add something? Type it here.
desk-passed-on-missed =
    <b>Your question was passed on to the helpdesk.</b> { $promise }
    What is missing in the answer? Type it here.
desk-passed-on-voice =
    <b>Passed on.</b> A person listens. { $promise }
    You may record more.
desk-passed-on-media =
    <b>Passed on.</b> A person looks. { $promise }
    Do you want to add something? Type it here.
desk-helped-not = This did not help you. Your question was passed on.
desk-busy =
    <b>{ desk-from } is working on your question.</b>
    Do you want to add something? Type it here.
desk-answered =
    <b>{ desk-from } has answered.</b>
    Is there anything else? Type it here.
desk-finished = Your question is done.
desk-withdraw-button = Withdraw question
desk-withdrawn = <b>Your question was withdrawn.</b> It was about: { $subject }. No answer will come.
desk-ask-again-button = Ask it after all

desk-answer-head = <b>{ desk-from }</b>
desk-answer-foot = <i>Corrected at { $clock }.</i>
desk-answer-changed = Note: { desk-who } corrected the answer above.
desk-faq-answer =
    <b>{ $question }</b>
    { $answer }

desk-goes-along = This goes along to { desk-who }. Do you see 👌 at your next message? Then that was passed on too.
desk-thanks-along = I pass it on to { desk-who }.
desk-reopened = <b>Your question is open again.</b> { desk-Who } sees your message.
desk-cannot-pass = I cannot pass on this kind of message. Make a photo of it, or tell it in words.
desk-beside = This did not go to { desk-who } yet. Does it belong to your question: { $subject }?
desk-beside-passed = This was passed on to { desk-who }.
desk-along-button = Yes, pass it on
desk-else-button = No, something else

desk-media-offer = { $kind ->
    [voice] I cannot listen to your voice.
    [video_note] I cannot watch videos.
    [photo] I cannot look at photos.
    [video] I cannot watch videos.
    [animation] I cannot look at pictures.
    [audio] I cannot listen to sound.
    [document] I cannot read files.
    [sticker] I cannot look at stickers.
   *[other] I cannot read this kind of message.
} A person can.
    Shall I pass your message on?
desk-media-offer-more = Shall I pass your messages on to a person?
desk-media-yes-button = Yes, pass it on
desk-media-no-button = No
desk-media-no = Fine. I pass nothing on.

desk-closed = { desk-Who } finished your question. How was the help?
desk-closed-again = { desk-Who } finished your question.
desk-closed-unanswered = { desk-Who } closed your question without an answer. Do you still need one?
desk-good-button = 😊 Good
desk-soso-button = 😐 So-so
desk-bad-button = 🙁 Not good
desk-thumb-good-button = 👍 Good
desk-thumb-bad-button = 👎 Not good
desk-more-button = I have something more
desk-more = Type it or record it. It goes to { desk-who }.
desk-rated = { $rating ->
    [good] Thank you. You found the help good.
    [soso] Thank you. You found the help so-so.
   *[bad] Thank you. You found the help not good.
}
desk-remark-button = Write something
desk-remark-ask = What do you want to say about the help? Reply to this message.
desk-remark-kept = Thank you. The helpdesk reads it.
desk-rated-bad = That is a pity. Shall someone look at it again?
desk-look-again-button = Yes, please
desk-enough-button = No
desk-looks-again = <b>Your question is open again.</b> { desk-Who } looks at it once more.

desk-mine-none = You have no open questions. Type your question, then I search.
desk-mine =
    <b>Your open questions</b>
    { $list }
desk-mine-line = { $number }. { $subject }. { $by ->
    [none] Waits at the helpdesk.
    [nameless] Someone is working on it.
   *[other] { $by } is working on it.
} Asked: { $when }.
desk-mine-today = today, { $clock }
desk-mine-more = { $count ->
    [one] And 1 more.
   *[other] And { $count } more.
}
desk-mine-button = Question { $number }
desk-mine-back-button = Back
desk-mine-one =
    <b>{ $subject }</b>
    { $status }
