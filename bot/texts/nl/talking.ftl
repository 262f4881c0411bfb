# Wat heen en weer gaat tussen vrager en medewerkers: gesprekken 5 tot en met 8.

# aan de vrager
talk-not-all = <b>Niet alles is doorgegeven.</b> Een deel mag ik niet kopiëren. Vertel het in woorden, of maak er een foto van.
talk-quiz = Een quiz kan ik niet doorgeven. De vraag en de antwoorden gaan mee in woorden.

# in de groep
talk-in-refused = { staff-Asker } stuurde iets dat ik niet mag kopiëren. { staff-Asker } weet dat.
talk-not-all-sent = <b>Niet alles is bezorgd.</b> Een deel mag ik niet kopiëren. Stuur dat deel in een andere vorm.
talk-quiz-sent = Een quiz kan ik niet kopiëren. { staff-Asker } krijgt de vraag en de antwoorden in woorden.
talk-about = <i>Op: "{ $text }"</i>
talk-reacted = { staff-Asker } reageerde met { $emoji } op het antwoord.
talk-reaction-first = { staff-Asker } reageerde met { $emoji } op je antwoord. Zo'n reactie komt in de plaats van 👌.
talk-take-back =
    Dit haal ik weg bij { staff-asker }:
    "{ $text }"
talk-take-back-button = Haal weg
talk-keep-button = Niet doen
talk-kept = Goed. Het blijft staan.
talk-taking-back = Ik haal het weg.
talk-taken-back = <b>Weggehaald bij { staff-asker }.</b> Misschien heeft { staff-asker } het al gelezen.{ $left ->
    [none] {" "}Er is nu geen antwoord meer.
   *[some] {""}
}
talk-stopped = <b>Tegengehouden.</b> { staff-Asker } heeft het niet gekregen.{ $left ->
    [none] {" "}Er is nu geen antwoord.
   *[some] {""}
}
talk-not-taken-back = <b>Niet weggehaald.</b> { $why ->
    [blocked] { staff-Asker } heeft de bot geblokkeerd.
   *[late] Na 48 uur laat Telegram dat niet meer toe. Verander je bericht, dan verandert het ook bij { staff-asker }.
}
talk-nothing-to-take-back = Ik zie hier geen antwoord dat weg kan. Beantwoord het bericht dat weg moet met /terug.
command-take-back = Een antwoord weghalen bij de vrager

note-line = Notitie van { $by ->
    [none] een collega
   *[other] { $by }
}: { $text }
note-more = En nog { $count } eerder. Typ /notities.
note-list-button = Notities
note-title = <b>Vraag { $number } · notities</b>
note-full = <b>{ $by ->
    [none] Een collega
   *[other] { $by }
}</b>, { $when }: { $text }
note-none = Bij vraag { $number } staan geen notities. Typ /notitie en dan wat je wilt onthouden.
note-kept = Bewaard bij vraag { $number }. { staff-Asker } ziet dit niet.
note-changed = De notitie bij vraag { $number } is aangepast. { staff-Asker } ziet dit niet.
note-gone = De notitie is weg.
note-how = Typ /notitie en dan wat je wilt onthouden. Of beantwoord een bericht met /notitie.
note-of-what = Ik weet niet bij welke vraag dit hoort. Beantwoord de kaart van de vraag.
command-note = Iets onthouden bij een vraag

talk-delivered-after-all = <b>Alsnog bezorgd.</b> { staff-Asker } is terug.
talk-correction-waits = <b>Nog niet verbeterd.</b> { staff-Asker } heeft de bot geblokkeerd. Komt { staff-asker } terug, dan verandert het alsnog.
talk-asker-left = { staff-Asker } heeft de bot geblokkeerd. Een antwoord komt pas aan als { staff-asker } terugkomt.
talk-no-command = <b>Niet verstuurd.</b> Dit commando ken ik niet. Moest het naar { staff-asker }? Begin dan niet met een streep.
