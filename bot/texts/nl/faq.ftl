# De lijst met antwoorden bijhouden in de medewerkersgroep: gesprek 4 en docs/staff.md.

faq-by = { $by ->
    [none] een collega
   *[other] { $by }
}
faq-By = { $by ->
    [none] Een collega
   *[other] { $by }
}

faq-overview =
    <b>{ $total ->
        [one] 1 antwoord
       *[other] { $total } antwoorden
    } in de lijst</b>
    { $review ->
        [0] Niets wacht op nakijken.
        [one] 1 antwoord wil nagekeken worden.
       *[other] { $review } antwoorden willen nagekeken worden.
    }
    { $few ->
        [0] Elk antwoord heeft minstens { $enough } zoekzinnen.
        [one] 1 antwoord heeft minder dan { $enough } zoekzinnen.
       *[other] { $few } antwoorden hebben minder dan { $enough } zoekzinnen.
    }
    Zoeken? Typ /faq met een paar woorden.
faq-new-button = Nieuw antwoord
faq-review-button = Nakijken
faq-latest-button = Laatste wijzigingen

faq-found =
    <b>Gevonden bij "{ $words }"</b>
    { $list }
faq-found-line = { $number }. { $question } ({ $percent }%)
faq-found-retired = { $number }. { $question } (uitgezet)
faq-found-none = Niets gevonden bij "{ $words }". Zoek met andere woorden, of maak een nieuw antwoord.
faq-open-button = Bekijk { $number }
faq-look-button = Bekijk

faq-entry-retired = <b>Uitgezet.</b> De bot geeft dit antwoord niet.
faq-entry-themes = Onderwerpen: { $themes }
faq-entry-no-themes = Onderwerpen: geen
faq-entry-phrasings = Zoekzinnen: { $count }
faq-entry-review = Nakijken: { $day }
faq-entry-overdue = Nakijken: had gemoeten op { $day }
faq-entry-languages = Ook in: { $languages }
faq-entry-changed = Laatst veranderd: { $when }, door { faq-by } (versie { $revision })
faq-entry-gone = Dit antwoord ken ik niet meer.
faq-cut = (hier staat een deel; het antwoord heeft { $count } tekens)

faq-answer-button = Antwoord
faq-question-button = Vraag
faq-phrasings-button = Zoekzinnen
faq-themes-button = Onderwerpen
faq-more-button = Meer
faq-confirm-button = Klopt nog
faq-retire-button = Zet uit
faq-restore-button = Zet aan
faq-history-button = Eerder
faq-back-button = Terug
faq-next-button = Volgende

faq-draft-head = <b>Concept</b>
faq-draft-head-change = <b>Concept</b> · verandert een antwoord dat er staat
faq-draft-question = Vraag: { $text }
faq-draft-answer = Antwoord: { $text }
faq-draft-themes = Onderwerpen: { $text }
faq-draft-phrasings = Zoekzinnen: { $text }
faq-draft-phrasings-more = { $text } en nog { $more }
faq-draft-empty = nog leeg
faq-draft-how = Tekst veranderen? Beantwoord dit bericht. Begin met "Vraag:", "Antwoord:" of "Zoek:".
faq-draft-how-question = Beantwoord dit bericht met de vraag, zoals mensen hem stellen.
faq-draft-how-answer = Beantwoord dit bericht met het antwoord. Vet en links blijven staan.
faq-draft-how-phrasings = Beantwoord dit bericht met een zoekzin, of met een op elke regel. Een weghalen? Typ "Weg:" en het nummer.
faq-draft-dropped =
    <b>Niet gedaan.</b> Het concept is bewaard.
    { $question }
faq-draft-closed = Dit concept is al klaar. Zoek het antwoord met /faq.
faq-draft-label = Ik veranderde niets. Begin met "Vraag:", "Antwoord:", "Zoek:" of "Onderwerp:".
faq-draft-text-only = Ik veranderde niets. Een antwoord kan alleen tekst zijn.
faq-draft-there = Het concept staat hieronder.
faq-draft-in-list = Dit staat al in de lijst.
faq-problem = Let op: { $kind ->
    [no-question] de vraag is nog leeg.
    [no-answer] het antwoord is nog leeg.
    [line-too-long] een vraag of zoekzin heeft { $count } tekens. Er passen er 1.000.
    [answer-too-long] het antwoord heeft { $count } tekens. Er passen er 20.000.
    [answer-long] het antwoord heeft { $count } tekens. Tot 900 leest het prettig op een telefoon.
    [asked-elsewhere] "{ $text }" staat al bij "{ $question }". Haal de zin hier weg of daar.
    [translated] het antwoord staat er ook in: { $text }. Dat verandert niet mee.
   *[few-phrasings] { $count ->
        [0] er is nog geen zoekzin.
        [one] er is maar één zoekzin.
       *[other] er zijn maar { $count } zoekzinnen.
    } Met vijf vindt de bot dit veel vaker.
}
faq-overtaken = <b>{ faq-By } was je voor.</b> Veranderd: { $fields }. Jouw tekst is bewaard.
faq-theirs = { $name ->
    [question] De vraag van { faq-by }: { $text }
   *[answer] Het antwoord van { faq-by }: { $text }
}
faq-overtaken-how = Kijk het concept na. Publiceer je, dan geldt wat hieronder staat.
faq-publish-button = Publiceer
faq-drop-button = Niet doen
faq-continue-button = Toch verder
faq-make-button = Maak er een FAQ-antwoord van

faq-theme-on = { $theme }: aan
faq-theme-off = { $theme }: uit
faq-themes-choose =
    <b>Onderwerpen van het concept</b>
    { $themes }
    Een nieuw onderwerp? Beantwoord dit bericht. Begin met "Onderwerp:".
faq-themes-done-button = Klaar

faq-done = { $kind ->
    [new] <b>Staat in de lijst</b> sinds { $clock }, door { faq-by }.
    [changed] <b>Staat zo in de lijst</b> sinds { $clock }, door { faq-by }.
    [kept-retired] <b>Veranderd</b> om { $clock }, door { faq-by }. Het antwoord staat nog uit.
    [phrasing] <b>Zoekzin erbij</b> om { $clock }, door { faq-by }.
    [confirmed] <b>Nagekeken</b> om { $clock }, door { faq-by }.
    [retired] <b>Uitgezet</b> om { $clock }, door { faq-by }. De bot geeft dit antwoord niet meer.
    [restored] <b>Weer in de lijst</b> sinds { $clock }, door { faq-by }.
   *[undone] <b>Ongedaan gemaakt</b> om { $clock }, door { faq-by }.
}
faq-confirmed-until = Nakijken: { $day }
faq-proof = Proef: "{ $text }" vindt nu dit antwoord ({ $percent }%).
faq-proof-other = Proef: "{ $text }" vindt nu eerst "{ $question }". Zet er zoekzinnen bij.
faq-proof-none = Proef: "{ $text }" vindt dit antwoord nog niet. Zet er zoekzinnen bij.
faq-undo-button = Ongedaan maken
faq-redo-button = Toch wel
faq-undone-before = Dit was al zo.

faq-history =
    <b>Eerder: { $question }</b>
    { $list }
faq-history-line = { $number }. { $when }, { faq-by }: { $what }
faq-latest =
    <b>Laatste wijzigingen</b>
    { $list }
faq-latest-line = { $number }. { $when }, { faq-by }: { $what } · { $question }
faq-change-name = { $change ->
    [new] nieuw
    [changed] { $fields } veranderd
    [phrasing] zoekzin erbij
    [retired] uitgezet
    [restored] weer aangezet
    [imported] uit een bestand
   *[undone] ongedaan gemaakt
}
faq-field-name = { $name ->
    [question] vraag
    [answer] antwoord
    [phrasings] zoekzinnen
    [themes] onderwerpen
    [language] taal
    [translations] vertaling
    [review] nakijken
    [picture] plaatje
    [voice] stem
   *[state] aan of uit
}
faq-undo-step-button = Ongedaan { $number }

faq-review =
    <b>Kloppen deze antwoorden nog?</b>
    { $list }
    "Klopt nog" vraagt het over een jaar weer.
faq-review-line = { $number }. { $question } (sinds { $day })
faq-review-more = En nog { $count }.
faq-review-none = <b>Alles is nagekeken.</b> Er wacht niets.
faq-review-ok-button = Klopt nog: { $number }
faq-review-last = Nagekeken: { $question }

faq-recall-button = Vertel het { $count ->
    [one] 1 persoon
   *[other] { $count } mensen
}
faq-recall-preview =
    { $count ->
        [one] 1 persoon kreeg het oude antwoord.
       *[other] { $count } mensen kregen het oude antwoord.
    } Zo komt het aan:

    { $message }
faq-recall-send-button = Stuur aan { $count }
faq-recall-sent = { $count ->
    [one] 1 persoon krijgt het nieuwe antwoord.
   *[other] { $count } mensen krijgen het nieuwe antwoord.
}
faq-recall-nobody = Niemand heeft nog het oude antwoord.
recall-told =
    Een antwoord dat je kreeg is veranderd.
    <b>{ $question }</b>
    { $answer }
recall-told-long =
    Een antwoord dat je kreeg is veranderd.
    <b>{ $question }</b>
recall-look-button = Bekijk het antwoord

command-faq = De antwoorden bijhouden
