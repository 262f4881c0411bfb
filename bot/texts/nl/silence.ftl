# Wie antwoord heeft en niets meer zegt: gesprek 8.

silence-asked = { $state ->
    [waiting] <b>{ desk-from } wacht op je antwoord.</b> Is je vraag nog nodig?
   *[answered] <b>Is je vraag opgelost?</b>
} Het ging om: { $subject }. { $days ->
    [1] Hoor ik een dag niets, dan rond ik je vraag af.
   *[other] Hoor ik { $days } dagen niets, dan rond ik je vraag af.
}
silence-solved-button = { $state ->
    [waiting] Nee, klaar
   *[answered] Ja, klaar
}
silence-more-button = { $state ->
    [waiting] Ja, nog nodig
   *[answered] Nee, ik heb nog iets
}
silence-closed = { $reason ->
    [silence] <b>Je vraag is afgerond.</b> Ik hoorde niets meer. Schrijf je toch nog iets, dan gaat hij weer open.
   *[other] Goed. Je vraag is afgerond.
}{ $rated ->
    [no] {" "}Hoe was de hulp?
   *[yes] {""}
}

silence-card-asked = { staff-Asker } is stil sinds { $since }. Ik vroeg of het klaar is.
silence-card-closed = <b>Vraag { $number } · klaar</b> · vanzelf, { $when }: { staff-asker } zei niets meer
silence-card-solved = <b>Vraag { $number } · klaar</b> · { staff-asker } is klaar, { $when }
