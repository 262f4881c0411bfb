# Vragen samenvoegen en splitsen (gesprekken 7 en 8).

merge-button = Voeg samen
merge-with = Bij welke vraag van { staff-asker } hoort deze?
merge-none = { staff-Asker } heeft geen andere open vraag.
merge-other = { $number } · { $subject }
merge-other-button = Vraag { $number }
merge-not-this = Dat kan niet meer. Kies opnieuw.
merge-how = Typ /samen met het nummer van de andere vraag, hier bij de vraag. Bijvoorbeeld: /samen 214
merge-cannot = Dit kan niet met vraag { $number }. Het moet een andere open vraag van dezelfde vrager zijn.
merge-here =
    <b>Vraag { $number } hoort nu hierbij.</b>
    "{ $question }"
merge-undo-button = Maak los
merge-undone = { staff-Colleague } maakte vraag { $number } weer los.

split-button = Maak nieuwe vraag
split-which = Welk bericht wordt een nieuwe vraag?
split-line = { $number }. "{ $text }"
split-line-button = Bericht { $number }
split-gone = Dit bericht hoort al bij een andere vraag.
split-done = Dit is nu vraag { $number }: "{ $question }"
split-toast = Het is nu vraag { $number }.
split-told = <b>Dit is nu een eigen vraag.</b> Het gaat om: { $subject }. Je krijgt er hier antwoord op.
merge-edited = { staff-Asker } veranderde een bericht bij vraag { $number }. Er staat nu: "{ $text }"
