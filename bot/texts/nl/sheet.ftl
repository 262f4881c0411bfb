# Een tabel met bijeenkomsten (CSV of Excel).

sheet-template-button = Sjabloon (Excel)
sheet-template-name = agenda-sjabloon
sheet-template = Vul in, een rij per bijeenkomst, en stuur het bestand in deze groep. Met een nummer kun je een bijeenkomst later verplaatsen. Wat je leeg laat bij plaatsen en aanmelden, blijft zoals het is.

sheet-export-button = Agenda als Excel
sheet-export-name = agenda
sheet-export = { $count ->
    [1] 1 bijeenkomst.
   *[other] { $count } bijeenkomsten, een rij voor elk.
} Verander wat je wilt en stuur het bestand in deze groep. Laat de nummers staan: daaraan herken ik elke bijeenkomst. Een nieuwe rij krijgt geen nummer. Een rij die je weghaalt, blijft in de agenda. Wat is afgelast, staat er niet in.

calendar-sheet-no-table = Ik vind geen tabel met de kolommen "naam" en "datum".
calendar-sheet-broken = Dit bestand is beschadigd. Bewaar het opnieuw als Excel of CSV.
calendar-sheet-empty = Dit is leeg. Vul het in.
calendar-sheet-formula = Hier staat een formule. Zet er de waarde neer.
calendar-sheet-day = "{ $text }" is geen datum die ik kan lezen. Schrijf hem met jaar: 12-01-2027.
calendar-sheet-time = "{ $text }" is geen tijd die ik kan lezen. Schrijf hem als 19:30.
calendar-sheet-places = "{ $text }" is geen aantal mensen. Schrijf een getal, zoals 20. Leeg laat het zoals het is; "geen" is zonder maximum.
calendar-sheet-by = "{ $text }" kan ik niet lezen. Schrijf een dag met jaar, eventueel met een tijd: 10-01-2027 18:00.
calendar-sheet-late = "{ $text }" is na het begin. Kies een eerder moment, of laat dit leeg.
calendar-sheet-link = Een link begint met https://.
calendar-sheet-too-many = Deze tabel heeft te veel rijen: hoogstens { $most } bijeenkomsten. Verdeel hem over meer bestanden.
calendar-sheet-twice = Dezelfde bijeenkomst staat er twee keer.
