"""The choices of /meldingen as a whole (conversation 15)."""

from __future__ import annotations

from datetime import date, datetime, time

from bot.agenda import choices, region
from bot.agenda.choices import Choices, Kind
from bot.agenda.quiet import Quiet
from bot.agenda.region import Region
from bot.texts import Texts, when
from bot.texts.render import Html
from handlers.agenda.choice_presses import AllThemes, Done, Kinds, MyPlaces, Places, QuietHours, Set, Themes
from handlers.presses import Button, Rows
from handlers.turn import Turn


def overview(turn: Turn, anew: bool = False) -> None:
    """All choices, with buttons to change them."""
    t, mine = turn.t, choices.of(turn.session, turn.member)
    places = t.plain("places-all") if mine.all_places else ", ".join(mine.places) or t.plain("places-none")
    themes = t.plain("themes-all") if mine.all_themes else ", ".join(mine.themes) or t.plain("themes-some-none")
    text = t(
        "subscriptions-overview",
        title=t("subscriptions-on") if mine.anything_on else t("subscriptions-off"),
        count=1 if mine.all_places else max(1, len(mine.places)),
        places=places,
        themes=themes,
        **{str(kind): on_word(t, kind in mine.kinds) for kind in Kind},
        quiet=_quiet(turn, mine),
        expect=_expectation(turn, mine),
    )
    (turn.say_html if anew else turn.replace_html)(text, _overview_rows(t, mine))


def _overview_rows(t: Texts, mine: Choices) -> Rows:
    off = Button(t.plain("all-off-button"), Set.of((), "o"))
    on = Button(t.plain("resume-button"), Set.of(tuple(Kind), "o"))
    return [
        [Button(t.plain("place-button"), MyPlaces()), Button(t.plain("themes-button"), Themes(0, 0))],
        [Button(t.plain("kinds-button"), Kinds()), Button(t.plain("quiet-button"), QuietHours())],
        [off if mine.anything_on else on, Button(t.plain("done-button"), Done())],
    ]


def _quiet(turn: Turn, mine: Choices) -> Html:
    """Nothing when all is off: then there is nothing to hear."""
    return Html(f"{quiet_line(turn.t, mine.quiet)}\n") if mine.anything_on else Html("")


def quiet_line(t: Texts, quiet: Quiet) -> Html:
    """When no message is heard."""
    if quiet.begins is None or quiet.until is None:
        return t("quiet-never")
    return t("quiet-from", **{"from": clock_of(t, quiet.begins), "until": clock_of(t, quiet.until)})


def clock_of(t: Texts, minutes: int) -> str:
    """A time of day, without the word "uur"."""
    return when.clock(datetime.combine(date.min, time(*divmod(minutes, 60))), t.language).removesuffix(" uur")


def _expectation(turn: Turn, mine: Choices) -> Html:
    """How many reminders a month; nothing when reminders are off."""
    if Kind.REMINDERS not in mine.kinds:
        return Html("")
    number = choices.reminders_a_month(turn.session, turn.member, turn.now)
    return Html(f"{turn.t('subscriptions-expect', number=number)} ")


def ask_themes(turn: Turn, place: Html, anew: bool = False) -> None:
    """The second choice, for the first time."""
    t = turn.t
    rows = [
        [Button(t.plain("all-themes-button"), AllThemes(1))],
        [Button(t.plain("choose-themes-button"), Themes(0, 1)), Button(t.plain("other-place-button"), Places(0))],
    ]
    (turn.say_html if anew else turn.replace_html)(Html(f"{place} {t('ask-themes')}"), rows)


def where(t: Texts, mine: Choices) -> Html:
    """Where the member is active, as a sentence."""
    if mine.all_places:
        return t("place-is-everywhere")
    if len(mine.places) == 1:
        return t("place-is", municipality=mine.places[0])
    return t("places-are", places=", ".join(mine.places))


def network_region(turn: Turn) -> Region:
    """The places and themes to choose from."""
    return region.load(turn.services.settings.events.region)


def on_word(t: Texts, on: bool) -> str:
    """ "aan" or "uit"."""
    return t.plain("is-on") if on else t.plain("is-off")
