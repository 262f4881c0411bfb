# Answer once, reach everyone: conversation 9.

alike-card = { $count ->
    [one] Like open question { $list }.
   *[other] Like open questions: { $list }
}
alike-card-button = Send to others too
alike-offer = { $count ->
    [one] 1 other open question is like this.
   *[other] { $count } other open questions are like this.
}
alike-look-button = Look
alike-not-now-button = Not now
alike-title = <b>Who gets this answer too?</b>
alike-line = { $number }. { staff-Asker }: "{ $question }" · { $by ->
    [none] {""}
    [nameless] with a colleague ·{" "}
   *[other] with { $by } ·{" "}
}{ $along ->
    [yes] yes
   *[no] no
}
alike-count = { $along ->
    [0] Nobody gets it yet.
    [one] 1 of { $total } gets it.
   *[other] { $along } of { $total } get it.
}
alike-preview =
    This is how it arrives:
    { $head }
    { $answer }
alike-named = Please note: the name { $name } is in your answer.
alike-entry = From the list: { $question }
alike-switch-button = Switch { $number }
alike-send-button = Send to { $count }
alike-drop-button = Don't send
alike-stop-button = Stop
alike-leaving = <b>Goes out in { $seconds } seconds.</b> { $count ->
    [one] To 1 person.
   *[other] To { $count } people.
}
alike-sending = { $count ->
    [0] I am looking who still waits.
    [one] Goes to 1 person now.
   *[other] Goes to { $count } people now.
}
alike-sent = <b>{ $delivered } of { $sent } delivered.</b> { $sent ->
    [one] This question now waits for its asker.
   *[other] These questions now wait for their askers.
}
alike-left-out = { $count ->
    [one] 1 was left out: that question is no longer free.
   *[other] { $count } were left out: those questions are no longer free.
}
alike-nobody = Nobody waits for this answer any more.
alike-also =
    <b>{ staff-Colleague } answered here too</b>, as in question { $number }:
    { $answer }
alike-none = Nobody waits for this answer any more.
alike-colleague-hears = { staff-Colleague } has this one, and sees your answer.
alike-stopped = Stopped. Nothing was sent.
alike-leaves = This goes out in a moment.
alike-too-late = Too late. This was sent already.
