# When it takes long: conversation 10.

overdue-who = { $by ->
    [none] Nobody has this question. Who can?
    [nameless] A colleague has this question.
   *[other] { $by } has this question.
}
overdue-nudge = { staff-Asker } has waited { $age }. { overdue-who }
overdue-escalated = { staff-Asker } has waited { $age } already. { overdue-who }
overdue-escalated-private =
    <b>{ staff-Asker } has waited { $age } already.</b> It is about question { $number }. { $by ->
        [none] Nobody has this question.
        [nameless] A colleague has this question.
       *[other] { $by } has this question.
    }
overdue-look-button = To the question
overdue-asker = <b>Your question takes longer than we want.</b> It is not lost.{ $promise ->
    [tomorrow] {" "}You hear from us tomorrow at the latest.
   *[none] {""}
}
