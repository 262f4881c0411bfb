# Boven een bestand met antwoorden.
faq-file-comment =
    De antwoorden van de helpdesk. Uitleg: docs/curators.md
    Verander een id nooit: knoppen en posters verwijzen ernaar.
