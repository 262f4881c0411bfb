# Aanmelden voor een bijeenkomst: gesprek 16.

rsvp-yes-button = Ik kom
rsvp-maybe-button = Misschien
rsvp-no-button = Ik kom niet
rsvp-right-button = Klopt
rsvp-number-button = Ander aantal
rsvp-fewer-button = Minder mensen
rsvp-more-button = Meer mensen
rsvp-after-all-button = Toch aanmelden
rsvp-off-list-button = Van de wachtlijst af
rsvp-calendar-button = Zet in mijn agenda
rsvp-ask-button = Stel een vraag
rsvp-can-button = Ik kan dan
rsvp-cannot-button = Ik kan dan niet
rsvp-people-button = { $people ->
    [1] Alleen ik
   *[other] { $people } mensen
}
rsvp-with-button = { $people ->
    [1] Ik kom alleen
   *[other] Wij met { $people }
}
rsvp-wait-button = Wachtlijst voor { $people }
rsvp-on-list = Je bent aangemeld.
rsvp-stays = Je aanmelding blijft staan.

rsvp-do-you-come = Kom je?
rsvp-until = Aanmelden kan tot { $when }.
rsvp-no-more = Aanmelden kan niet meer.
rsvp-you-come = { $people ->
    [1] Je bent aangemeld.
   *[other] Je komt met { $people } mensen.
}
rsvp-you-maybe = Je komt misschien.
rsvp-you-waiting = Je staat op de wachtlijst.
rsvp-you-no = Je komt niet.
rsvp-that-stays = { $you } Dat blijft zo.

rsvp-on-the-list =
    <b>Je bent aangemeld.</b>
    { $title }
    { $about }
    Met hoeveel mensen kom je, jij ook meegeteld?
rsvp-how-many =
    <b>Met hoeveel mensen kom je, jij ook meegeteld?</b>
    { $title }
    { $about }
rsvp-coming =
    <b>{ $people ->
        [1] Je komt: { $title }
       *[other] Je komt met { $people } mensen: { $title }
    }</b>
    { $about }
rsvp-perhaps =
    <b>Je komt misschien: { $title }</b>
    { $about }
    Je krijgt een herinnering. Ik houd geen plek vast.
rsvp-not-coming =
    <b>Je komt niet: { $title }</b>
    Je krijgt hierover geen herinnering. Dank je, nu kan iemand anders komen.
rsvp-most = Meer dan { $most } mensen kan ik niet opschrijven. Komen jullie met meer? Typ <b>mens</b>.
rsvp-too-many = { $free ->
    [1] Er is nog 1 plek{ $had ->
        [0] {""}
       *[other] : die van jou
    }.
   *[other] Er zijn nog { $free } plekken{ $had ->
        [0] {""}
       *[other] , die van jou meegeteld
    }.
} { $people } mensen lukt niet. Wat wil je?
rsvp-full = <b>{ $title } is vol.</b> Op de wachtlijst? Komt er plek, dan meld ik je aan en krijg je bericht.
rsvp-waiting =
    <b>Je staat op de wachtlijst, nummer { $place }, { $people ->
        [1] voor 1 plek
       *[other] voor { $people } mensen
    }.</b>{ $gave ->
        [0] {""}
        [1] {" "}Je plek voor 1 is weer vrij.
       *[other] {" "}Je plek voor { $gave } is weer vrij.
    }
    { $title }, { $about }
    Komt er plek, dan meld ik je aan en krijg je bericht.
rsvp-place =
    <b>Er is plek: je bent aangemeld{ $people ->
        [1] {""}
       *[other] {" "}met { $people } mensen
    }.</b>
    { $title }, { $about }
    Kun je niet meer? Zeg het even, dan gaat de plek naar een ander.
rsvp-fewer =
    <b>Met hoeveel mensen kom je, jij ook meegeteld?</b>
    { $title }
    { $about }
    Je komt nu met { $people } mensen. Minder kan nog, meer niet.
rsvp-no-more-people = <b>Met meer mensen komen kan niet meer.</b> { $people ->
    [1] Je bent zelf aangemeld. Dat blijft zo.
   *[other] Je komt met { $people } mensen. Dat blijft zo.
} Toch met meer? Vraag het aan de helpdesk.
rsvp-closed = <b>Aanmelden voor { $title } kan niet meer.</b> Vraag het aan de helpdesk als je toch wilt komen.
rsvp-file = Open dit bestand. Je telefoon zet de bijeenkomst in je agenda.

event-ask = Typ je vraag over { $title }. Of spreek hem in. Hij gaat naar een mens van de helpdesk.
event-places = { $capacity ->
    [0] { $taken } aangemeld
   *[other] { $taken } van { $capacity } plekken
}{ $maybe ->
    [0] {""}
   *[other] , { $maybe } misschien
}{ $waiting ->
    [0] {""}
   *[other] , { $waiting } op de wachtlijst ({ $people ->
        [1] 1 mens
       *[other] { $people } mensen
    })
}

feed-button = In mijn agenda
feed-new-button = Nieuw adres
feed-addresses =
    <b>Bijeenkomsten in je eigen agenda.</b> Zet een adres in je agendaprogramma, bij "abonneren". Het werkt zich zelf bij.
    Wat je volgt: <code>{ $all }</code>
    Waar je komt: <code>{ $own }</code>
    Houd het tweede adres voor jezelf.
feed-new =
    <b>Dit is je nieuwe adres.</b> Het oude werkt niet meer.
    Wat je volgt: <code>{ $all }</code>
    Waar je komt: <code>{ $own }</code>
    Houd het tweede adres voor jezelf.
