# Openingstijden bekijken en veranderen, in de medewerkersgroep.

opening-now = <b>Open op { $week }.</b>
opening-none = geen vaste tijden
opening-line = { $day }: { $times }
opening-closed = dicht
opening-how = Op een dag anders? Typ <b>/openingstijden vrijdag dicht</b> of <b>/openingstijden 24 december 9-12</b>.
opening-today-button = Nu dicht, vandaag
opening-as-ever-button = Toch gewoon: { $day }
opening-preview =
    <b>{ $line }</b>
    Nu staat er: { $was }.
    Vragers lezen dit. Wachten telt alleen als jullie open zijn.
opening-closes-now = vandaag dicht, vanaf nu
opening-yes-button = Zo doen
opening-no-button = Niet doen
opening-set = <b>{ $line }</b> · veranderd door { staff-colleague }. De bot weet het meteen.
opening-undone = <b>{ $line }</b> · teruggezet door { staff-colleague }.
opening-undo-button = Maak ongedaan
opening-show-button = Alle tijden
opening-unclear = Dat begrijp ik niet. Typ een dag en tijden: <b>/openingstijden vrijdag 10-12</b>, <b>morgen dicht</b> of <b>24 december gewoon</b>.
opening-past = Die dag is al geweest.
command-hours = Openingstijden bekijken of veranderen
