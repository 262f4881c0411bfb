# Coming to an event: conversation 16.

rsvp-yes-button = I will come
rsvp-maybe-button = Maybe
rsvp-no-button = I won't come
rsvp-right-button = Right
rsvp-number-button = Other number
rsvp-fewer-button = Fewer people
rsvp-more-button = More people
rsvp-after-all-button = I will come after all
rsvp-off-list-button = Off the waiting list
rsvp-calendar-button = Put in my calendar
rsvp-ask-button = Ask a question
rsvp-can-button = I can come then
rsvp-cannot-button = I can't come then
rsvp-people-button = { $people ->
    [1] Just me
   *[other] { $people } people
}
rsvp-with-button = { $people ->
    [1] I come alone
   *[other] The { $people } of us
}
rsvp-wait-button = Waiting list for { $people }
rsvp-on-list = You are on the list.
rsvp-stays = You stay on the list.

rsvp-do-you-come = Will you come?
rsvp-until = You can sign up until { $when }.
rsvp-no-more = Signing up is over.
rsvp-you-come = { $people ->
    [1] You are on the list.
   *[other] You come with { $people } people.
}
rsvp-you-maybe = You may come.
rsvp-you-waiting = You are on the waiting list.
rsvp-you-no = You will not come.
rsvp-that-stays = { $you } That stays so.

rsvp-on-the-list =
    <b>You are on the list.</b>
    { $title }
    { $about }
    With how many people, including you?
rsvp-how-many =
    <b>With how many people do you come, including you?</b>
    { $title }
    { $about }
rsvp-coming =
    <b>{ $people ->
        [1] You will come: { $title }
       *[other] You come with { $people } people: { $title }
    }</b>
    { $about }
rsvp-perhaps =
    <b>You may come: { $title }</b>
    { $about }
    You will get a reminder. I do not hold a place.
rsvp-not-coming =
    <b>You will not come: { $title }</b>
    You will get no reminder of this. Thank you, now someone else can come.
rsvp-most = I cannot write down more than { $most } people. Are you with more? Type <b>person</b>.
rsvp-too-many = { $free ->
    [1] There is 1 place left{ $had ->
        [0] {""}
       *[other] : yours
    }.
   *[other] There are { $free } places left{ $had ->
        [0] {""}
       *[other] , with yours counted
    }.
} { $people } people do not fit. What would you like?
rsvp-full = <b>{ $title } is full.</b> Go on the waiting list? When a place comes free it is yours, and you hear it.
rsvp-waiting =
    <b>You are on the waiting list, number { $place }, { $people ->
        [1] for 1 place
       *[other] for { $people } people
    }.</b>{ $gave ->
        [0] {""}
        [1] {" "}Your place for 1 is free again.
       *[other] {" "}Your place for { $gave } is free again.
    }
    { $title }, { $about }
    When a place comes free it is yours, and you hear it.
rsvp-place =
    <b>There is a place: you are on the list{ $people ->
        [1] {""}
       *[other] {" "}with { $people } people
    }.</b>
    { $title }, { $about }
    Can't you come any more? Please say so, then someone else can.
rsvp-fewer =
    <b>With how many people do you come, including you?</b>
    { $title }
    { $about }
    You come with { $people } people now. Fewer is still possible, more is not.
rsvp-no-more-people = <b>You can no longer bring more people.</b> { $people ->
    [1] You are on the list yourself. That stays so.
   *[other] You come with { $people } people. That stays so.
} Still with more? Ask the helpdesk.
rsvp-closed = <b>You can no longer sign up for { $title }.</b> Ask the helpdesk if you still want to come.
rsvp-file = Open this file. Your phone puts the event in your calendar.

event-ask = Type your question about { $title }. Or say it. It goes to a person of the helpdesk.
event-places = { $capacity ->
    [0] { $taken } coming
   *[other] { $taken } of { $capacity } places
}{ $maybe ->
    [0] {""}
   *[other] , { $maybe } maybe
}{ $waiting ->
    [0] {""}
   *[other] , { $waiting } on the waiting list ({ $people ->
        [1] 1 person
       *[other] { $people } people
    })
}

feed-button = In my calendar
feed-new-button = New address
feed-addresses =
    <b>Events in your own calendar.</b> Put an address in your calendar program, under "subscribe". It keeps itself up to date.
    What you follow: <code>{ $all }</code>
    Where you come: <code>{ $own }</code>
    Keep the second address to yourself.
feed-new =
    <b>This is your new address.</b> The old one no longer works.
    What you follow: <code>{ $all }</code>
    Where you come: <code>{ $own }</code>
    Keep the second address to yourself.
