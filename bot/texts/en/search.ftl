# Looking for old questions (/search), and the earlier questions of an asker.

search-how = Type /search and a few words. For example: /search insurance boat
search-none = I find no question with "{ $words }". Try fewer or other words.
search-old = This is too long ago. Search again.
search-title = <b>{ $count ->
    [one] 1 question
   *[other] { $count } questions
} with "{ $words }"</b> ({ $first } to { $last })
search-title-asker = <b>{ $count ->
    [one] 1 other question
   *[other] { $count } other questions
} of { staff-asker }</b> ({ $first } to { $last })
search-state = { $state ->
    [open] open
    [done] done
   *[gone] not answered
}
search-line = { $place }. Question { $number }: "{ $subject }" · { staff-asker } · { search-state } · { $day }
search-shown = <b>Question { $number } · { search-state }</b> · { staff-asker }, { $day }
search-answer =
    <b>{ staff-Colleague }:</b>
    { $answer }
search-no-answer = There is no written answer.
search-go-button = To the question
search-earlier-button = Earlier questions
search-none-earlier = This person asked no other questions.

command-search = Search old questions
