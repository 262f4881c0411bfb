# Als het lang duurt: gesprek 10.

overdue-who = { $by ->
    [none] Niemand heeft deze vraag. Wie kan?
    [nameless] Een collega heeft deze vraag.
   *[other] { $by } heeft deze vraag.
}
overdue-nudge = { staff-Asker } wacht { $age }. { overdue-who }
overdue-escalated = { staff-Asker } wacht al { $age }. { overdue-who }
overdue-escalated-private =
    <b>{ staff-Asker } wacht al { $age }.</b> Het gaat om vraag { $number }. { $by ->
        [none] Niemand heeft deze vraag.
        [nameless] Een collega heeft deze vraag.
       *[other] { $by } heeft deze vraag.
    }
overdue-look-button = Naar de vraag
overdue-asker = <b>Je vraag duurt langer dan we willen.</b> Hij is niet kwijt.{ $promise ->
    [tomorrow] {" "}We laten je uiterlijk morgen iets horen.
   *[none] {""}
}
