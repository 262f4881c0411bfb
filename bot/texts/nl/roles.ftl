# Wie wat mag: medewerkers en coördinatoren.

only-staff = Dit is alleen voor medewerkers van de helpdesk.
only-coordinators-toast = { $names ->
    [none] Dit kan alleen een coördinator.
   *[other] Dit kan alleen een coördinator: { $names }
}
only-coordinators = { $names ->
    [none] Dit kan alleen een coördinator. Dat is wie deze groep beheert.
   *[other] Dit kan alleen een coördinator: { $names }.
}
