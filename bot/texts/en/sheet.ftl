# A table of gatherings (CSV or Excel).

sheet-template-button = Template (Excel)
sheet-template-name = agenda-template
sheet-template = Fill it in, a row a gathering, and send the file in this group. With a number you can move a gathering later.

calendar-sheet-no-table = I find no table with the columns "name" and "date".
calendar-sheet-broken = This file is damaged. Save it again as Excel or CSV.
calendar-sheet-empty = This is empty. Fill it in.
calendar-sheet-formula = Here is a formula. Put its value there.
calendar-sheet-day = "{ $text }" is no date that I can read. Write it with its year: 2027-01-12.
calendar-sheet-time = "{ $text }" is no time that I can read. Write it as 19:30.
calendar-sheet-link = A link begins with https://.
calendar-sheet-twice = The same gathering is there twice.
