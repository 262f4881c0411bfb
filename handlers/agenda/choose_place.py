"""Where are you active? By button, or typed: a town will do (conversation 15)."""

from __future__ import annotations

from datetime import datetime, timedelta

from bot.agenda import choices, region
from bot.agenda.region import Region
from bot.texts import Texts
from bot.texts.render import Html
from handlers.agenda.choice_overview import ask_themes, network_region, overview, where
from handlers.agenda.choice_presses import DropPlace, MyPlaces, Open, PickPlace, Places
from handlers.front import Front
from handlers.presses import Button, Rows
from handlers.turn import Turn

AT_ONCE = 8
LONGEST_LABEL = 32
# A place typed long after we asked for it is a question again.
HOLDS = timedelta(hours=1)
# More words than this are a question, unless they are exactly a place.
MOST_WORDS = 4
PLACE = "place"
# What people put before a place.
BEFORE = {"ik", "woon", "kom", "in", "uit", "gemeente", "i", "live", "am", "from", "municipality", "of"}


def register(front: Front) -> None:
    """Its buttons."""
    front.press(Places, show_places)
    front.press(PickPlace, pick_place)
    front.press(MyPlaces, show_my_places)
    front.press(DropPlace, drop_place)


def show_places(turn: Turn, press: Places) -> None:
    """Municipalities, eight at a time."""
    mine = choices.of(turn.session, turn.member)
    names = ", ".join(mine.places)
    text = turn.t("places-chosen", places=names) if names else turn.t("ask-place")
    ask_place(turn, text, press.first)


def show_my_places(turn: Turn, _press: MyPlaces) -> None:
    """What was chosen, each with a button to drop it."""
    mine = choices.of(turn.session, turn.member)
    if not mine.places:
        return show_places(turn, Places(0))
    t = turn.t
    rows = [[Button(t.plain("drop-place-button", place=p), DropPlace(p))] for p in mine.places[:AT_ONCE]]
    rows.append([Button(t.plain("add-place-button"), Places(0)), _everywhere(t)])
    rows.append([Button(t.plain("back-button"), Open())])
    turn.expect(PLACE)
    turn.replace("places-chosen", rows, places=", ".join(mine.places))


def pick_place(turn: Turn, press: PickPlace) -> None:
    """A municipality, or the whole province, by button."""
    if not press.municipality:
        choices.choose_all_places(turn.session, turn.member)
    elif press.municipality in network_region(turn).municipalities:
        choices.add_place(turn.session, turn.member, press.municipality)
    else:
        return turn.toast("button-outdated")
    _after_place(turn, where(turn.t, choices.of(turn.session, turn.member)))


def drop_place(turn: Turn, press: DropPlace) -> None:
    """Not this one anymore. The last one gone, we ask where anew."""
    choices.drop_place(turn.session, turn.member, press.municipality)
    show_my_places(turn, MyPlaces())


def expected_place(turn: Turn) -> bool:
    """Whether the text is the place we asked for. A text that looks like a question is not taken for one."""
    expected = turn.expected()
    if not expected or expected["what"] != PLACE or turn.now - datetime.fromisoformat(expected["at"]) > HOLDS:
        return False
    here = network_region(turn)
    found = _exact(here, turn.text)
    if found:
        for match in found:
            choices.add_place(turn.session, turn.member, match.municipality)
        _after_place(turn, _said_where(turn.t, found))
        return True
    if "?" in turn.text or len(turn.text.split()) > MOST_WORDS:
        return False
    _not_understood(turn, here)
    return True


def _not_understood(turn: Turn, here: Region) -> None:
    close = here.close(_bare(turn.text))
    if not close:
        return ask_place(turn, turn.t("place-unknown", region=here.name), 0)
    rows = [[Button(_close_label(turn.t, m), PickPlace(m.municipality))] for m in close]
    rows.append([Button(turn.t.plain("other-place-button"), Places(0))])
    turn.say("place-close", rows, text=turn.text[:40], count=len(close))


def _close_label(t: Texts, match: region.Match) -> str:
    if match.place == match.municipality:
        return match.place
    label = t.plain("place-close-label", place=match.place, municipality=match.municipality)
    return label if len(label) <= LONGEST_LABEL else match.municipality


def _exact(here: Region, text: str) -> list[region.Match]:
    """The places in the text: one, or several with commas or "en" between them."""
    whole = here.find(_bare(text))
    if whole:
        return [whole]
    parts = [part for piece in text.split(",") for part in piece.replace(" and ", " en ").split(" en ")]
    found = [here.find(_bare(part)) for part in parts if part.strip()]
    return [] if not found or None in found else [m for m in found if m]


def _bare(text: str) -> str:
    """Without the words people put before a place."""
    words = region.plain(text).split()
    while len(words) > 1 and words[0] in BEFORE:
        words.pop(0)
    return " ".join(words)


def ask_place(turn: Turn, text: Html, first: int, anew: bool = False) -> None:
    """The first choice: type it, or choose."""
    names = network_region(turn).municipalities
    start = first if 0 <= first < len(names) else 0
    buttons = [Button(name, PickPlace(name)) for name in names[start : start + AT_ONCE]]
    following = start + AT_ONCE
    rows: Rows = [buttons[n : n + 2] for n in range(0, len(buttons), 2)]
    more = Places(following if following < len(names) else 0)
    rows.append([_everywhere(turn.t), Button(turn.t.plain("next-button"), more)])
    turn.expect(PLACE)
    (turn.say_html if anew else turn.replace_html)(text, rows)


def _after_place(turn: Turn, place: Html) -> None:
    turn.expect(None)
    if choices.of(turn.session, turn.member).has_theme:
        overview(turn)
    else:
        ask_themes(turn, place)


def _said_where(t: Texts, found: list[region.Match]) -> Html:
    """What we made of what was typed."""
    return Html(
        " ".join(
            t("place-is", municipality=m.municipality)
            if m.place == m.municipality
            else t("place-is-in", place=m.place, municipality=m.municipality)
            for m in found
        )
    )


def _everywhere(t: Texts) -> Button:
    return Button(t.plain("whole-region-button"), PickPlace(""))
