# Keeping the list of answers in the staff group: conversation 4 and docs/staff.md.

faq-by = { $by ->
    [none] a colleague
   *[other] { $by }
}
faq-By = { $by ->
    [none] A colleague
   *[other] { $by }
}

faq-overview =
    <b>{ $total ->
        [one] 1 answer
       *[other] { $total } answers
    } in the list</b>
    { $review ->
        [0] Nothing waits to be checked.
        [one] 1 answer wants to be checked.
       *[other] { $review } answers want to be checked.
    }
    { $few ->
        [0] Each answer has at least { $enough } search phrases.
        [one] 1 answer has fewer than { $enough } search phrases.
       *[other] { $few } answers have fewer than { $enough } search phrases.
    }
    Looking for one? Type /faq with a few words.
faq-new-button = New answer
faq-review-button = To check
faq-latest-button = Latest changes

faq-found =
    <b>Found for "{ $words }"</b>
    { $list }
faq-found-line = { $number }. { $question } ({ $percent }%)
faq-found-retired = { $number }. { $question } (turned off)
faq-found-none = Nothing found for "{ $words }". Try other words, or make a new answer.
faq-open-button = Open { $number }
faq-look-button = Open

faq-entry-retired = <b>Turned off.</b> The bot does not give this answer.
faq-entry-themes = Themes: { $themes }
faq-entry-no-themes = Themes: none
faq-entry-phrasings = Search phrases: { $count }
faq-entry-review = To check: { $day }
faq-entry-overdue = To check: was due on { $day }
faq-entry-languages = Also in: { $languages }
faq-entry-changed = Last changed: { $when }, by { faq-by } (version { $revision })
faq-entry-gone = I do not know this answer any more.
faq-cut = (this is a part; the answer has { $count } characters)

faq-answer-button = Answer
faq-question-button = Question
faq-phrasings-button = Phrases
faq-themes-button = Themes
faq-more-button = More
faq-confirm-button = Still right
faq-retire-button = Turn off
faq-restore-button = Turn on
faq-history-button = Earlier
faq-back-button = Back
faq-next-button = Next

faq-draft-head = <b>Draft</b>
faq-draft-head-change = <b>Draft</b> · changes an answer in the list
faq-draft-question = Question: { $text }
faq-draft-answer = Answer: { $text }
faq-draft-themes = Themes: { $text }
faq-draft-phrasings = Search phrases: { $text }
faq-draft-phrasings-more = { $text } and { $more } more
faq-draft-empty = empty so far
faq-draft-how = Change the text? Reply to this message. Begin with "Question:", "Answer:" or "Search:".
faq-draft-how-question = Reply to this message with the question, as people ask it.
faq-draft-how-answer = Reply to this message with the answer. Bold and links are kept.
faq-draft-how-phrasings = Reply to this message with a search phrase, or with one on each line. Take one away? Type "Remove:" and its number.
faq-draft-dropped =
    <b>Not done.</b> The draft is kept.
    { $question }
faq-draft-closed = This draft is done already. Find the answer with /faq.
faq-draft-label = I changed nothing. Begin with "Question:", "Answer:", "Search:" or "Theme:".
faq-draft-text-only = I changed nothing. An answer can only be text.
faq-draft-there = The draft is below.
faq-draft-in-list = This is in the list already.
faq-problem = Note: { $kind ->
    [no-question] the question is empty.
    [no-answer] the answer is empty.
    [line-too-long] a question or phrase has { $count } characters. 1,000 fit.
    [answer-too-long] the answer has { $count } characters. 20,000 fit.
    [answer-long] the answer has { $count } characters. Up to 900 reads well on a phone.
    [asked-elsewhere] "{ $text }" is in "{ $question }" already. Remove it here or there.
    [translated] the answer is there in { $text } too. That does not change with it.
   *[few-phrasings] { $count ->
        [0] there is no search phrase yet.
        [one] there is only one search phrase.
       *[other] there are only { $count } search phrases.
    } With five the bot finds this much more often.
}
faq-overtaken = <b>{ faq-By } was before you.</b> Changed: { $fields }. Your text is kept.
faq-theirs = { $name ->
    [question] The question of { faq-by }: { $text }
   *[answer] The answer of { faq-by }: { $text }
}
faq-overtaken-how = Check the draft. If you publish, what is below counts.
faq-publish-button = Publish
faq-drop-button = Do not
faq-continue-button = Go on after all
faq-make-button = Make it an FAQ answer

faq-theme-on = { $theme }: on
faq-theme-off = { $theme }: off
faq-themes-choose =
    <b>Themes of the draft</b>
    { $themes }
    A new theme? Reply to this message. Begin with "Theme:".
faq-themes-done-button = Done

faq-done = { $kind ->
    [new] <b>In the list</b> since { $clock }, by { faq-by }.
    [changed] <b>Like this in the list</b> since { $clock }, by { faq-by }.
    [kept-retired] <b>Changed</b> at { $clock }, by { faq-by }. The answer is still turned off.
    [phrasing] <b>Phrase added</b> at { $clock }, by { faq-by }.
    [confirmed] <b>Checked</b> at { $clock }, by { faq-by }.
    [retired] <b>Turned off</b> at { $clock }, by { faq-by }. The bot does not give this answer any more.
    [restored] <b>In the list again</b> since { $clock }, by { faq-by }.
   *[undone] <b>Undone</b> at { $clock }, by { faq-by }.
}
faq-confirmed-until = To check: { $day }
faq-proof = Try: "{ $text }" finds this answer now ({ $percent }%).
faq-proof-other = Try: "{ $text }" finds "{ $question }" first. Add search phrases.
faq-proof-none = Try: "{ $text }" does not find this answer yet. Add search phrases.
faq-undo-button = Undo
faq-redo-button = Do it after all
faq-undone-before = It was so already.

faq-history =
    <b>Earlier: { $question }</b>
    { $list }
faq-history-line = { $number }. { $when }, { faq-by }: { $what }
faq-latest =
    <b>Latest changes</b>
    { $list }
faq-latest-line = { $number }. { $when }, { faq-by }: { $what } · { $question }
faq-change-name = { $change ->
    [new] new
    [changed] { $fields } changed
    [phrasing] phrase added
    [retired] turned off
    [restored] turned on again
    [imported] from a file
   *[undone] undone
}
faq-field-name = { $name ->
    [question] question
    [answer] answer
    [phrasings] search phrases
    [themes] themes
    [language] language
    [translations] translation
    [review] review date
    [picture] picture
    [voice] voice
   *[state] on or off
}
faq-undo-step-button = Undo { $number }

faq-review =
    <b>Are these answers still right?</b>
    { $list }
    "Still right" asks again in a year.
faq-review-line = { $number }. { $question } (since { $day })
faq-review-more = And { $count } more.
faq-review-none = <b>All is checked.</b> Nothing waits.
faq-review-ok-button = Still right: { $number }
faq-review-last = Checked: { $question }

faq-recall-button = Tell { $count ->
    [one] 1 person
   *[other] { $count } people
}
faq-recall-preview =
    { $count ->
        [one] 1 person got the old answer.
       *[other] { $count } people got the old answer.
    } This is how it arrives:

    { $message }
faq-recall-send-button = Send to { $count }
faq-recall-sent = { $count ->
    [one] 1 person gets the new answer.
   *[other] { $count } people get the new answer.
}
faq-recall-nobody = Nobody has the old answer any more.
recall-told =
    An answer that you got has changed.
    <b>{ $question }</b>
    { $answer }
recall-told-long =
    An answer that you got has changed.
    <b>{ $question }</b>
recall-look-button = See the answer

command-faq = Keep the answers
