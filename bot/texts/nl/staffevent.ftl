# /agenda in de medewerkersgroep: gesprekken 16 en 18.

staff-event-list = <b>Bijeenkomsten</b> ({ $total })
staff-event-line = { $when }: { $title } · { $places }
staff-event-none = Er staat niets in de agenda. Typ /evenement, of stuur een agendabestand (.ics) in de groep.
staff-event-full = { $places }
staff-event-by = Aanmelden kan tot { $when }.
staff-event-nobody = Nog niemand gaf antwoord.
staff-event-file = Wie er komt. Geef deze lijst niet verder dan nodig.
staff-event-file-button = Lijst als bestand
staff-event-places-button = Plekken
staff-event-answer-button = Aanmelden tot
staff-event-reminders-button = Herinneringen
staff-event-remind-button = { $minutes ->
    [10080] 1 week vooraf
    [1440] 1 dag vooraf
   *[other] 2 uur vooraf
}: { $on ->
    [true] aan
   *[other] uit
}
staff-event-places = { $capacity ->
    [0] Er is geen maximum.
   *[other] Hoeveel mensen passen er? Wie al komt, blijft op de lijst.
}
staff-event-count-button = Stel een maximum in
staff-event-no-count-button = Geen maximum
staff-event-by-ask = Tot wanneer kunnen mensen zeggen dat ze komen? Afmelden kan altijd.
staff-event-by-button = { $hours ->
    [0] Tot het begin
    [24] 1 dag vooraf
    [48] 2 dagen vooraf
   *[168] 1 week vooraf
}
staff-event-remind-ask = Wanneer herinner ik, en wie?
staff-event-whom-button = { $remind ->
    [coming] Alleen wie komt
   *[all] Iedereen die dit volgt
}

attendees-name = Naam
attendees-answer = Antwoord
attendees-people = Mensen
attendees-since = Sinds
attendees-yes = komt
attendees-maybe = misschien
attendees-no = komt niet
attendees-waiting = wachtlijst

month-picture-head = Bijeenkomsten van { $network }
month-picture-foot = Kom je ook? Meld je aan bij de bot: /agenda
month-picture-nothing = Er staat deze maand niets in de agenda.
month-picture-more = En nog { $count }. Zie /agenda.
month-picture-cancelled = Gaat niet door: { $title }
month-picture-all-day = hele dag
month-picture-caption = Het maandbeeld. Stuur het door, of zet het in de nieuwsbrief.
month-picture-next-button = Volgende maand
