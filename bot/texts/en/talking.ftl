# What goes to and fro between askers and staff: conversations 5 to 8.

# to the asker
talk-not-all = <b>Not everything was passed on.</b> I may not copy a part of it. Tell it in words, or make a photo of it.
talk-quiz = I cannot pass on a quiz. Its question and answers go along in words.

# in the group
talk-in-refused = { staff-Asker } sent something that I may not copy. { staff-Asker } knows.
talk-not-all-sent = <b>Not everything was delivered.</b> I may not copy a part of it. Send that part in another form.
talk-quiz-sent = I cannot copy a quiz. { staff-Asker } gets its question and answers in words.
talk-about = <i>On: "{ $text }"</i>
talk-reacted = { staff-Asker } reacted to the answer with { $emoji }.
talk-reaction-first = { staff-Asker } reacted to your answer with { $emoji }. Such a reaction takes the place of 👌.
talk-take-back =
    I remove this at { staff-asker }:
    "{ $text }"
talk-take-back-button = Remove
talk-keep-button = Leave it
talk-kept = Fine. It stays.
talk-taking-back = I am removing it.
talk-taken-back = <b>Removed at { staff-asker }.</b> { staff-Asker } may have read it already.{ $left ->
    [none] {" "}There is no answer any more.
   *[some] {""}
}
talk-stopped = <b>Stopped.</b> { staff-Asker } did not get it.{ $left ->
    [none] {" "}There is no answer now.
   *[some] {""}
}
talk-not-taken-back = <b>Not removed.</b> { $why ->
    [blocked] { staff-Asker } blocked the bot.
   *[late] Telegram does not allow it after 48 hours. Change your message, and it changes for { staff-asker } too.
}
talk-nothing-to-take-back = I see no answer here to remove. Reply to the message that must go with /takeback.
command-take-back = Remove an answer at the asker

note-line = Note of { $by ->
    [none] a colleague
   *[other] { $by }
}: { $text }
note-more = And { $count } before. Type /notes.
note-list-button = Notes
note-title = <b>Question { $number } · notes</b>
note-full = <b>{ $by ->
    [none] A colleague
   *[other] { $by }
}</b>, { $when }: { $text }
note-none = There are no notes with question { $number }. Type /note and then what you want to remember.
note-kept = Kept with question { $number }. { staff-Asker } does not see this.
note-changed = The note with question { $number } is changed. { staff-Asker } does not see this.
note-gone = The note is gone.
note-how = Type /note and then what you want to remember. Or reply to a message with /note.
note-of-what = I do not know which question this belongs to. Reply to the card of the question.
command-note = Remember something with a question

talk-delivered-after-all = <b>Delivered after all.</b> { staff-Asker } is back.
talk-correction-waits = <b>Not corrected yet.</b> { staff-Asker } blocked the bot. It changes when { staff-asker } returns.
talk-asker-left = { staff-Asker } blocked the bot. An answer arrives only when { staff-asker } returns.
talk-no-command = <b>Not sent.</b> I do not know this command. Was it for { staff-asker }? Then do not begin with a slash.
