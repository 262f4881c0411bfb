# A table of gatherings (CSV or Excel).

sheet-template-button = Template (Excel)
sheet-template-name = agenda-template
sheet-template = Fill it in, a row a gathering, and send the file in this group. With a number you can move a gathering later. What you leave empty at places and signing up stays as it is.

sheet-export-button = Agenda as Excel
sheet-export-name = agenda
sheet-export = { $count ->
    [1] 1 event.
   *[other] { $count } events, a row for each.
} Change what you like and send the file in this group. Leave the numbers: by those I know each event. A new row gets no number. A row that you remove stays in the agenda. What is called off is not in it.

calendar-sheet-no-table = I find no table with the columns "name" and "date".
calendar-sheet-broken = This file is damaged. Save it again as Excel or CSV.
calendar-sheet-empty = This is empty. Fill it in.
calendar-sheet-formula = Here is a formula. Put its value there.
calendar-sheet-day = "{ $text }" is no date that I can read. Write it with its year: 2027-01-12.
calendar-sheet-time = "{ $text }" is no time that I can read. Write it as 19:30.
calendar-sheet-places = "{ $text }" is no number of people. Write a number, as 20. Empty leaves it as it is; "none" is without a maximum.
calendar-sheet-by = "{ $text }" I cannot read. Write a day with its year, with a time if you like: 2027-01-10 18:00.
calendar-sheet-late = "{ $text }" is after the start. Choose an earlier moment, or leave this empty.
calendar-sheet-link = A link begins with https://.
calendar-sheet-too-many = This table has too many rows: { $most } events at the most. Divide it over more files.
calendar-sheet-twice = The same gathering is there twice.
