# Merging and splitting questions (conversations 7 and 8).

merge-button = Merge
merge-with = To which question of { staff-asker } does this one belong?
merge-none = { staff-Asker } has no other open question.
merge-other = { $number } · { $subject }
merge-other-button = No. { $number }
merge-not-this = That cannot be any more. Choose again.
merge-how = Type /merge with the number of the other question, here at the question. For example: /merge 214
merge-cannot = That cannot be with question { $number }. It must be another open question of the same asker.
merge-here =
    <b>Question { $number } now belongs here.</b>
    "{ $question }"
merge-undo-button = Undo the merge
merge-undone = { staff-Colleague } took question { $number } out again.

split-button = Make new question
split-which = Which message becomes a new question?
split-line = { $number }. "{ $text }"
split-line-button = No. { $number }
split-gone = This message belongs to another question already.
split-done = This is question { $number } now: "{ $question }"
split-toast = It is question { $number } now.
split-told = <b>This is a question of its own now.</b> It is about: { $subject }. The answer comes here.
merge-edited = { staff-Asker } changed a message of question { $number }. It now says: "{ $text }"
