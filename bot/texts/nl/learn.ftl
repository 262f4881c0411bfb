# Leren: wat mensen vroegen en de bot niet goed wist (/leren en het weekbericht in de medewerkersgroep).

command-learn = Leren van vragen die de bot niet wist

learn-none = <b>Er valt nu niets te leren.</b> Vragen die de bot niet wist, komen hier vanzelf.
learn-title-unanswered = <b>De bot wist dit niet goed</b> · { $page } van { $total }
learn-title-proposal = <b>Voorstel voor een zoekzin</b> · { $page } van { $total }
learn-asked = { $count ->
    [1] 1 keer gevraagd
   *[other] { $count } keer gevraagd
}: "{ $question }"
learn-also = Ook: { $wordings }
learn-fits = Hoort het bij een van deze antwoorden?
learn-fits-one = Hoort het bij dit antwoord?
learn-fits-none = Geen antwoord in de lijst lijkt erop.
learn-likely = { $number }. { $question } ({ $percent }%)
learn-too-long = Deze woorden zijn te lang of te persoonlijk voor een zoekzin.
learn-proposed =
    Hierbij is dit antwoord gekozen:
    <b>{ $question }</b>
    Moet de bot dat voortaan zelf vinden?

learn-belongs-button = Hoort bij { $number }
learn-other-button = Ander antwoord
learn-new-button = Nieuw antwoord
learn-ignore-button = Negeren
learn-add-button = Voeg toe
learn-no-button = Nee
learn-next-button = Volgende
learn-previous-button = Vorige
learn-undo-button = Ongedaan maken
learn-anyway-button = Voeg toch toe
learn-back-button = Terug
learn-begin-button = Begin

learn-warning =
    <b>Let op: dit lijkt ook op een ander antwoord.</b>
    "{ $text }"
    Jij koos: { $question }
    Het lijkt ook op: { $rival }
    De bot kan ze dan door elkaar halen. Toch toevoegen?
learn-added =
    <b>Toegevoegd</b> door { staff-colleague }, bij: { $question }
    Zoekzinnen: { $wordings }
learn-known =
    <b>Klaar.</b> Dit antwoord had deze woorden al: { $question }
    "{ $text }"
learn-proof = Proef: "{ $text }" vindt nu dit antwoord ({ $percent }%).
learn-proof-other = Let op: "{ $text }" vindt nog een ander antwoord: { $question }
learn-proof-none = Let op: "{ $text }" vindt nog geen antwoord.
learn-ignored = <b>Genegeerd</b> door { staff-colleague }: "{ $text }"
learn-refused = <b>Niet toegevoegd</b> door { staff-colleague }: "{ $text }"
learn-drafted = <b>Nieuw antwoord.</b> { staff-Colleague } maakt een concept voor: "{ $text }"
learn-undone-toast = Ongedaan gemaakt.
learn-entry-gone-toast = Dit antwoord staat niet meer in de lijst.

learn-search =
    <b>Welk antwoord hoort hierbij?</b>
    "{ $text }"
    Beantwoord dit bericht met een paar woorden uit dat antwoord.
learn-search-found =
    <b>Gevonden met "{ $words }"</b>
    Hoort "{ $text }" bij een van deze antwoorden?
learn-search-none =
    <b>Niets gevonden met "{ $words }".</b>
    Het gaat om: "{ $text }"
    Beantwoord dit bericht met andere woorden.

learn-digest-title = <b>Wat mensen vroegen en de bot niet wist</b>
learn-digest-line = { $count ->
    [1] 1 keer
   *[other] { $count } keer
}: "{ $question }"
learn-digest-more = { $count ->
    [1] En nog 1 andere vraag.
   *[other] En nog { $count } andere vragen.
}
learn-digest-proposals = { $count ->
    [1] <b>1 voorstel</b> voor een zoekzin wacht op jullie.
   *[other] <b>{ $count } voorstellen</b> voor zoekzinnen wachten op jullie.
}
learn-digest-how = Met één tik leert de bot het. Later kan ook: typ /leren.
