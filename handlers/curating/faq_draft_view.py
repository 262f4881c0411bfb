"""A draft ("Concept") as staff see it: how it will be, what to look at, and how to change it."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from bot.desk.names import cut
from bot.knowledge import drafts
from bot.knowledge.drafts import Draft, Overtaken, Problem
from bot.texts import Texts
from bot.texts.render import Html
from handlers.curating.faq_presses import (
    DraftContinue,
    DraftDrop,
    DraftPublish,
    DraftShow,
    DraftTheme,
    DraftThemes,
    FaqOpen,
)
from handlers.curating.faq_views import LONGEST_ANSWER, LONGEST_QUESTION, field_names, grid, shown
from handlers.desk.desk_card import who
from handlers.desk.desk_group import StaffGroup
from handlers.presses import MOST_BYTES, Button, Rows

# How much is shown, so that a draft at its longest fits in one message (Telegram: 4,096 characters): phrasings, their
# characters, problems, characters of all themes, and of the answer where the phrasings are what it is about.
FEW, MANY, LONGEST_PHRASING, MOST_PROBLEMS, LONGEST_THEMES, SHORT_ANSWER = 5, 25, 70, 3, 200, 400
# With a note above it that shows what someone else wrote, there is room for less.
MANY_BELOW_NOTE, ANSWER_BELOW_NOTE = 15, 1400
THEMES_AT_ONCE = 8
# Two buttons in a row hold 20 characters each (writing rules): a theme and ": aan".
LONGEST_THEME = 15


def draft_view(group: StaffGroup, draft: Draft, note: str = "") -> tuple[Html, Rows]:
    """The draft with its buttons. `note`: Telegram HTML above it."""
    found = drafts.problems(group.session, draft, group.services.settings.locale.language)
    return _html(group.t, draft, found, note), _rows(group.t, draft, blocked=any(p.blocks for p in found))


def _html(t: Texts, draft: Draft, found: Sequence[Problem], note: str) -> Html:
    empty, themes = t("faq-draft-empty"), cut(", ".join(draft.themes), LONGEST_THEMES)
    longest, most = ANSWER_BELOW_NOTE if note else LONGEST_ANSWER, FEW
    if draft.field == "phrasings":
        longest, most = SHORT_ANSWER, MANY_BELOW_NOTE if note else MANY
    question = Html(escape(cut(draft.question, LONGEST_QUESTION), quote=False))
    lines: list[str] = [
        *([note, ""] if note else []),
        t("faq-draft-head-change" if draft.entry_id else "faq-draft-head"),
        t("faq-draft-question", text=question or empty),
        t("faq-draft-answer", text=shown(t, draft.answer, longest) if draft.answer else empty),
        t("faq-draft-themes", text=themes or empty),
        t("faq-draft-phrasings", text=_phrasings(t, draft.phrasings, most) or empty),
        *(problem_line(t, problem) for problem in found[:MOST_PROBLEMS]),
        f"<i>{t(_how(draft))}</i>",
    ]
    return Html("\n".join(lines))


def _rows(t: Texts, draft: Draft, blocked: bool) -> Rows:
    """[ Publiceer ] only when nothing blocks it."""
    themes = Button(t.plain("faq-themes-button"), DraftThemes(0, draft.id))
    drop = Button(t.plain("faq-drop-button"), DraftDrop(draft.id))
    if blocked:
        return [[themes, drop]]
    return [[Button(t.plain("faq-publish-button"), DraftPublish(draft.id)), themes, drop]]


def dropped_html(group: StaffGroup, draft: Draft) -> Html:
    """The draft is not published, and kept."""
    return group.t("faq-draft-dropped", question=cut(draft.question, LONGEST_QUESTION))


def dropped_rows(group: StaffGroup, draft: Draft) -> Rows:
    """[ Toch verder ], and of an entry that exists [ Bekijk ]."""
    row = [Button(group.t.plain("faq-continue-button"), DraftContinue(draft.id))]
    if draft.entry_id:
        row.append(Button(group.t.plain("faq-look-button"), FaqOpen(draft.entry_id)))
    return [row]


def overtaken_note(group: StaffGroup, told: Overtaken) -> Html:
    """Who was first, what they changed, and what they wrote where the draft says something else."""
    t = group.t
    names = list(dict.fromkeys(name for change in told.changes for name in change.fields))
    by = who(told.changes[-1].by)
    lines: list[str] = [t("faq-overtaken", by=by, fields=field_names(t, names))]
    lines += [
        t("faq-theirs", name=name, by=by, text=shown(t, text, SHORT_ANSWER)) for name, text in told.theirs.items()
    ]
    return Html("\n".join([*lines, t("faq-overtaken-how")]))


def themes_rows(t: Texts, draft: Draft, known: Sequence[str], first: int) -> Rows:
    """Each theme with whether the draft has it. `known`: those of the list, most used first."""
    names = list(dict.fromkeys([*draft.themes, *known]))
    first = first if 0 <= first < len(names) else 0
    buttons = [
        Button(_switch(t, draft, name), press)
        for name in names[first : first + THEMES_AT_ONCE]
        if _fits(press := DraftTheme(first, draft.id, name))
    ]
    following = first + THEMES_AT_ONCE if first + THEMES_AT_ONCE < len(names) else 0
    last = [Button(t.plain("faq-themes-done-button"), DraftShow(draft.id))]
    if len(names) > THEMES_AT_ONCE:
        last.append(Button(t.plain("faq-next-button"), DraftThemes(following, draft.id)))
    return [*grid(buttons, 2), last]


def themes_html(t: Texts, draft: Draft) -> Html:
    """Which themes the draft has."""
    return t("faq-themes-choose", themes=cut(", ".join(draft.themes), LONGEST_THEMES) or t("faq-draft-empty"))


def _switch(t: Texts, draft: Draft, theme: str) -> str:
    name = "faq-theme-on" if theme in draft.themes else "faq-theme-off"
    return t.plain(name, theme=cut(theme, LONGEST_THEME))


def _fits(press: DraftTheme) -> bool:
    """A theme with a very long name has no button; it can be typed."""
    return len(f"{press.prefix}:{press.first}:{press.draft}:{press.theme}".encode()) <= MOST_BYTES


def problem_line(t: Texts, p: Problem) -> str:
    """What is wrong with a draft, in a sentence."""
    text, question = cut(p.text, LONGEST_PHRASING), cut(p.question, LONGEST_PHRASING)
    return t("faq-problem", kind=p.kind, count=p.count, text=text, question=question)


def _phrasings(t: Texts, phrasings: Sequence[str], most: int) -> Html:
    """The first few in a line; numbered below each other when they are what the draft is about."""
    texts = [escape(cut(text, LONGEST_PHRASING), quote=False) for text in phrasings[:most]]
    if most > FEW and texts:
        found = "".join(f"\n{n}. {text}" for n, text in enumerate(texts, 1))
    else:
        found = ", ".join(f'"{text}"' for text in texts)
    more = len(phrasings) - len(texts)
    return t("faq-draft-phrasings-more", text=Html(found), more=more) if more else Html(found)


def _how(draft: Draft) -> str:
    return f"faq-draft-how-{draft.field}" if draft.field else "faq-draft-how"
