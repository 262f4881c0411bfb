# Het vastgezette overzicht van de medewerkersgroep: gesprek 8.

overview-title = <b>Wachtrij · { $when }</b>
overview-empty = Er zijn geen open vragen.
overview-open = { $total } open: { $parts }
overview-part = { $kind ->
    [free] { $count } vrij
    [asleep] { $count } later
   *[claimed] { $count } opgepakt
}
overview-late = Te laat: { $count } ({ staff-asker } wacht { $age })
overview-overdue = Niet op tijd klaar: { $count } (vraag { $number } wachtte al { $age } op ons)
overview-next = Nu eerst: { $number } · { $subject }
overview-until = Open tot { $clock }.
overview-closed = De helpdesk is dicht.
overview-closed-until = De helpdesk is dicht tot { $when }.
overview-off = Het overzicht staat uit. Typ /wachtrij voor de open vragen.
overview-take-button = Pak de oudste
overview-late-button = Te laat: { $count }
overview-nothing-free = Er zijn geen vrije vragen.
overview-taken = Vraag { $number } is van jou.
overview-taken-here = { staff-Colleague } heeft deze.
