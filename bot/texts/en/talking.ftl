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
