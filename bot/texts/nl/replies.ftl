# Snelle antwoorden (/snel), en een regel erbij: gesprek 8.

reply-card-button = Snel antwoord
reply-none =
    <b>Er zijn nog geen snelle antwoorden.</b>
    Beantwoord een bericht dat je vaker stuurt met /snel en een naam. Bijvoorbeeld: /snel spreekuur
reply-list = { $count ->
    [one] <b>1 snel antwoord</b>
   *[other] <b>{ $count } snelle antwoorden</b>
}. Druk op een naam.
reply-list-ticket = <b>Snel antwoord op vraag { $number }.</b> Je ziet eerst hoe het aankomt.
reply-found = Dit lijkt op "{ $words }":
reply-found-none = Geen snel antwoord lijkt op "{ $words }". Typ /snel voor alle.
reply-kept =
    <b>Bewaard als { $name }.</b>
    { $text }
reply-shown =
    <b>{ $name }</b> · van { staff-colleague } · { $used ->
    [0] nog niet gebruikt
    [one] 1 keer gebruikt
   *[other] { $used } keer gebruikt
}
    { $text }
reply-removed = <b>{ $name } is weg.</b>
reply-change =
    <b>{ $name }</b>
    { $text }

    Beantwoord dit bericht met de nieuwe tekst. Of begin met "Naam:" voor een andere naam.
reply-change-button = Verander
reply-remove-button = Verwijder
reply-restore-button = Zet terug
reply-name-needed = Zet er een naam achter. Bijvoorbeeld: /snel spreekuur
reply-name-long = Kies een naam van hoogstens { $most } tekens.
reply-text-only = Dit kan alleen met tekst.
add-line-button = Vul aan
add-line-ask = Beantwoord dit bericht met je regel. Die komt onder het antwoord. Je ziet het eerst nog.
add-line-below = Het gaat hieronder verder.
add-line-late = Dit antwoord is al gestuurd of weggedaan.
add-line-dropped = Goed. Er is niets gestuurd.

command-quick = Snelle antwoorden
