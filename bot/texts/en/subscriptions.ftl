# Choosing and stopping messages: conversations 15 and 19.

subscriptions-button = Messages
ask-place = Where are you active? Type your town or municipality. Or choose.
places-chosen = You follow: { $places }. Type another town. Or choose.
place-unknown = I do not know that place. I only know places in { $region }. Type another place. Or choose.
place-close = I do not know "{ $text }". { $count ->
    [1] Do you mean this place?
   *[other] Do you mean one of these places?
}
place-close-label = { $place } ({ $municipality })
whole-region-button = Whole province
add-place-button = Add a place
drop-place-button = { $place }: on
place-is-in = <b>{ $place } is in the municipality of { $municipality }.</b>
place-is = <b>Municipality: { $municipality }.</b>
places-are = <b>Municipalities: { $places }.</b>
place-is-everywhere = <b>The whole province.</b>
ask-themes = Which subjects do you want?
all-themes-button = All subjects
choose-themes-button = I choose
other-place-button = Other place
themes-list = Tap a subject to switch it on or off.
theme-on = { $theme }: on
theme-off = { $theme }: off
themes-none = Choose at least one subject.

subscriptions-on = <b>Your messages are on</b>
subscriptions-off = <b>Your messages are off</b>
subscriptions-overview =
    { $title }
    { $count ->
        [1] Municipality
       *[other] Municipalities
    }: { $places }
    Subjects: { $themes }
    News: { $news }. Reminders: { $reminders }. Changes: { $changes }.
    { $quiet }{ $expect }To stop: type <b>stop</b>.
subscriptions-expect =
    { $number ->
        [0] Nothing is planned for your choice now.
        [1] Expect about 1 reminder a month.
       *[other] Expect about { $number } reminders a month.
    }
places-all = whole province
places-none = none yet
themes-all = all
themes-some-none = none yet
is-on = on
is-off = off
place-button = Places
themes-button = Subjects
kinds-button = Kinds
all-off-button = Switch all off
done-button = Done
change-button = Change
kinds = What do you want to get? Tap to switch on or off.
kind-news = News: { $state }
kind-reminders = Reminders: { $state }
kind-changes = Changes: { $state }
quiet-button = Quiet
quiet-from = Quiet: from { $from } to { $until } you will hear nothing.
quiet-never = Quiet: you can get a message at any time.
quiet-ask = { $now } When do you want quiet? What comes then, you get after it.
quiet-preset = { $from } to { $until }
quiet-none-button = No quiet
zones-button = Another clock
zones-ask = What time is it where you are? Choose your clock. Now: { $zone }.
zone-network = as { $network }
zone-network-button = As here

stop-button = Stop messages
stop-example = For members this button switches messages off.
stopped =
    <b>You will get no more messages.</b> No news and no reminders.
    You can always ask a question.
stopped-but =
    <b>You will get no more messages.</b> No news and no reminders.
    You are still coming to { $count ->
        [1] { $title }. If it changes or is cancelled, you will still hear that.
       *[other] { $count } events. If one changes or is cancelled, you will still hear that.
    }
    You can always ask a question.
muted = <b>You will not hear of that either.</b> You are still on the list.
stopped-already = <b>Your messages were off already.</b> You can always ask a question.
resume-button = Switch on again
mute-button = Really nothing
resumed = <b>Your messages are on again.</b>
back-again = Hello again{ $name ->
    [none] {""}
   *[other] , { $name }
}. Your messages are on pause, because you had blocked me.
keep-off-button = Leave them off
kept-off = Good. Your messages stay off. You can always ask a question.
choose-button = Choose messages
