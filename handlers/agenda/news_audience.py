"""Who gets the news? Municipalities, themes and language, by buttons (conversation 18)."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from bot.agenda import news
from bot.texts import Texts
from bot.texts.render import LANGUAGES, Html
from handlers.agenda.choice_overview import network_region
from handlers.agenda.news_presses import (
    Drop,
    NextLanguage,
    Places,
    Preview,
    SwitchPlace,
    SwitchTheme,
    Themes,
    Who,
)
from handlers.front import Front
from handlers.presses import Button, Press, Rows
from handlers.turn import Turn
from storage.news import DRAFT, News

AT_ONCE = 8
# A button of two in a row (conversations.md).
HALF = 20
# More names than these are counted.
NAMED = 3


def register(front: Front) -> None:
    """Its buttons."""
    front.press(Who, show_who, staff=True)
    front.press(Places, show_places, staff=True)
    front.press(SwitchPlace, switch_place, staff=True)
    front.press(Themes, show_themes, staff=True)
    front.press(SwitchTheme, switch_theme, staff=True)
    front.press(NextLanguage, next_language, staff=True)


def draft(turn: Turn, number: int) -> News | None:
    """The news, while it is a draft. Otherwise the press is of no use any more, and is told so."""
    found = news.get(turn.session, number, (DRAFT,))
    if found is None:
        turn.toast("button-outdated")
        if not news.is_shown_in(turn.session, number, turn.message.message_id):
            turn.rebutton([])  # pressed by two at once, the message has other buttons by now: those are of use
    return found


def show_who(turn: Turn, press: Who) -> None:
    """For whom it is, and how many those are."""
    found = draft(turn, press.news)
    if found is not None:
        turn.replace_html(*view(turn, found))


def view(turn: Turn, found: News) -> tuple[Html, Rows]:
    """Who gets it, with buttons to choose. Nobody: then the choice must be wider."""
    t, count = turn.t, news.reach(turn.session, found)
    if not count and not (found.places or found.themes or found.language):
        return t("news-nobody"), []
    choose = [
        Button(t.plain("news-place-button"), Places(found.id, 0)),
        Button(t.plain("news-theme-button"), Themes(found.id, 0)),
        Button(t.plain("news-language-button"), NextLanguage(found.id)),
    ]
    if not count:
        wider = Button(t.plain("news-all-themes-button"), SwitchTheme(found.id, -1, ""))
        return _nobody(t, found), [choose, [*([wider] if found.themes else []), drop_button(t, found)]]
    show = Button(t.plain("news-preview-button"), Preview(found.id))
    text = Html(f"{t('news-reach', count=count)}\n{audience_line(t, found)}")
    return text, [choose, [show, drop_button(t, found)]]


def audience_line(t: Texts, found: News) -> Html:
    """ "Gemeente: alle · Onderwerp: geld · Taal: alle" """
    language = t.plain(f"news-language-{found.language}") if found.language else "none"
    return t("news-for", places=_names(t, found.places), themes=_names(t, found.themes), language=language)


def drop_button(t: Texts, found: News) -> Button:
    """[ Niet doen ]"""
    return Button(t.plain("news-not-button"), Drop(found.id))


def show_places(turn: Turn, press: Places) -> None:
    """Municipalities, each with whether it is for them."""
    found = draft(turn, press.news)
    if found is not None:
        names, on = network_region(turn).municipalities, found.places or []
        _choose(turn, found, names, on, press.first, lambda f, n: SwitchPlace(found.id, f, n), Places)


def switch_place(turn: Turn, press: SwitchPlace) -> None:
    """For this municipality, or not after all."""
    found = draft(turn, press.news)
    if found is not None:
        places = _switched(found.places, press.name, network_region(turn).municipalities)
        news.choose(found, places, found.themes or [], found.language)
        _after(turn, found, press.first, Places)


def show_themes(turn: Turn, press: Themes) -> None:
    """Themes, each with whether it is for who follows them."""
    found = draft(turn, press.news)
    if found is not None:
        names, on = network_region(turn).themes, found.themes or []
        _choose(turn, found, names, on, press.first, lambda f, n: SwitchTheme(found.id, f, n), Themes)


def switch_theme(turn: Turn, press: SwitchTheme) -> None:
    """For this theme, or not after all."""
    found = draft(turn, press.news)
    if found is not None:
        themes = _switched(found.themes, press.name, network_region(turn).themes)
        news.choose(found, found.places or [], themes, found.language)
        _after(turn, found, press.first, Themes)


def next_language(turn: Turn, press: NextLanguage) -> None:
    """All, Dutch, English, and all again."""
    found = draft(turn, press.news)
    if found is not None:
        order: list[str | None] = [None, *LANGUAGES]
        language = order[(order.index(found.language) + 1) % len(order)]
        news.choose(found, found.places or [], found.themes or [], language)
        turn.replace_html(*view(turn, found))


def _after(turn: Turn, found: News, first: int, kind: type[Places] | type[Themes]) -> None:
    if first < 0:
        turn.replace_html(*view(turn, found))
        return
    (show_places if kind is Places else show_themes)(turn, kind(found.id, first))  # type: ignore[arg-type]


def _choose(
    turn: Turn,
    found: News,
    names: Sequence[str],
    on: Sequence[str],
    first: int,
    press: Callable[[int, str], Press],
    more: type[Places] | type[Themes],
) -> None:
    t = turn.t
    first = first if 0 <= first < len(names) else 0
    rows: Rows = []
    for name in names[first : first + AT_ONCE]:
        shown = name[:1].upper() + name[1:]
        button = Button(t.plain("theme-on", theme=shown) if name in on else shown, press(first, name))
        beside = rows and len(rows[-1]) == 1 and len(rows[-1][0].label) <= HALF and len(button.label) <= HALF
        rows[-1].append(button) if beside else rows.append([button])
    following = first + AT_ONCE
    last = [Button(t.plain("news-all-button"), press(-1, "")), Button(t.plain("news-chosen-button"), Who(found.id))]
    if len(names) > AT_ONCE:
        last.insert(1, Button(t.plain("next-button"), more(found.id, following if following < len(names) else 0)))
    count = news.reach(turn.session, found)
    text = Html(f"{t('news-reach', count=count)}\n{audience_line(t, found)}")
    turn.replace_html(text, [*rows, last])


def _switched(chosen: Sequence[str] | None, name: str, known: Sequence[str]) -> list[str]:
    if not name:
        return []
    wanted = set(chosen or ()) ^ {name}
    return [one for one in known if one in wanted]


def _names(t: Texts, chosen: Sequence[str] | None) -> str:
    if not chosen:
        return t.plain("news-all")
    return ", ".join(chosen) if len(chosen) <= NAMED else t.plain("news-some", count=len(chosen))


def _nobody(t: Texts, found: News) -> Html:
    """ "Niemand volgt Renswoude met onderwerp wonen." """
    places = " / ".join(found.places or ()) or "none"
    themes = " / ".join(found.themes or ()) or "none"
    return t("news-nobody-follows", places=places, themes=themes)
