"""The choices of /meldingen as a whole (conversation 15)."""

from __future__ import annotations

from bot.agenda import choices, region
from bot.agenda.choices import Choices
from bot.agenda.region import Region
from bot.texts import Texts
from bot.texts.render import Html
from handlers.agenda.choice_presses import AllThemes, Done, Kinds, MyPlaces, Places, Set, Themes
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
        news=on_word(t, mine.news),
        reminders=on_word(t, mine.reminders),
        expect=_expectation(turn, mine),
    )
    (turn.say_html if anew else turn.replace_html)(text, _overview_rows(t, mine))


def _overview_rows(t: Texts, mine: Choices) -> Rows:
    off = Button(t.plain("all-off-button"), Set(0, 0, "o"))
    on = Button(t.plain("resume-button"), Set(1, 1, "o"))
    return [
        [Button(t.plain("place-button"), MyPlaces()), Button(t.plain("themes-button"), Themes(0, 0))],
        [Button(t.plain("kinds-button"), Kinds())],
        [off if mine.anything_on else on, Button(t.plain("done-button"), Done())],
    ]


def _expectation(turn: Turn, mine: Choices) -> Html:
    """How many reminders a month, and that changes come too; nothing when reminders are off."""
    if not mine.reminders:
        return Html("")
    number = choices.reminders_a_month(turn.session, turn.member, turn.now)
    return Html(f"{turn.t('subscriptions-changes-too')}\n{turn.t('subscriptions-expect', number=number)} ")


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
