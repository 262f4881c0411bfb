# Learning: what people asked and the bot did not know well (/leren, and the weekly message in the staff group).

command-learn = Learn from questions that the bot did not know

learn-none = <b>There is nothing to learn now.</b> Questions that the bot did not know will come here.
learn-title-unanswered = <b>The bot did not know this well</b> · { $page } of { $total }
learn-title-proposal = <b>Proposal for a search sentence</b> · { $page } of { $total }
learn-asked = { $count ->
    [1] Asked once
   *[other] Asked { $count } times
}: "{ $question }"
learn-also = Also: { $wordings }
learn-fits = Does it belong to one of these answers?
learn-fits-one = Does it belong to this answer?
learn-fits-none = No answer in the list is like it.
learn-likely = { $number }. { $question } ({ $percent }%)
learn-too-long = These words are too long or too personal for a search sentence.
learn-proposed =
    This answer was chosen for it:
    <b>{ $question }</b>
    Should the bot find that by itself from now on?

learn-belongs-button = Belongs to { $number }
learn-other-button = Other answer
learn-new-button = New answer
learn-ignore-button = Ignore
learn-add-button = Add it
learn-no-button = No
learn-next-button = Next
learn-previous-button = Previous
learn-undo-button = Undo
learn-anyway-button = Add it anyway
learn-back-button = Back
learn-begin-button = Begin

learn-warning =
    <b>Please note: this is like another answer too.</b>
    "{ $text }"
    You chose: { $question }
    It is also like: { $rival }
    The bot may mix them up. Add it anyway?
learn-added =
    <b>Added</b> by { staff-colleague }, to: { $question }
    Search sentences: { $wordings }
learn-known =
    <b>Done.</b> This answer had these words already: { $question }
    "{ $text }"
learn-proof = Test: "{ $text }" now finds this answer ({ $percent }%).
learn-proof-other = Please note: "{ $text }" still finds another answer: { $question }
learn-proof-none = Please note: "{ $text }" still finds no answer.
learn-ignored = <b>Ignored</b> by { staff-colleague }: "{ $text }"
learn-refused = <b>Not added</b> by { staff-colleague }: "{ $text }"
learn-drafted = <b>New answer.</b> { staff-Colleague } is writing a draft for: "{ $text }"
learn-undone-toast = Undone.
learn-entry-gone-toast = This answer is not in the list any more.

learn-search =
    <b>Which answer belongs to this?</b>
    "{ $text }"
    Reply to this message with a few words of that answer.
learn-search-found =
    <b>Found with "{ $words }"</b>
    Does "{ $text }" belong to one of these answers?
learn-search-none =
    <b>Nothing found with "{ $words }".</b>
    It is about: "{ $text }"
    Reply to this message with other words.

learn-digest-title = <b>What people asked and the bot did not know</b>
learn-digest-line = { $count ->
    [1] Once
   *[other] { $count } times
}: "{ $question }"
learn-digest-more = { $count ->
    [1] And 1 other question.
   *[other] And { $count } other questions.
}
learn-digest-proposals = { $count ->
    [1] <b>1 proposal</b> for a search sentence waits for you.
   *[other] <b>{ $count } proposals</b> for search sentences wait for you.
}
learn-digest-how = One tap, and the bot learns it. Later is fine too: type /leren.
