"""What staff read of the list of answers: an entry, what a change did, and the buttons under them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from html import escape

from bot.desk.names import cut
from bot.knowledge import recall
from bot.knowledge.entries import Kept
from bot.knowledge.revisions import Revision
from bot.texts import Texts, when
from bot.texts.markdown import to_html
from bot.texts.render import Html
from handlers.curating.faq_presses import (
    FaqConfirm,
    FaqEdit,
    FaqEditThemes,
    FaqHistory,
    FaqLook,
    FaqMore,
    FaqOpen,
    FaqRecall,
    FaqRestore,
    FaqRetire,
    FaqUndo,
)
from handlers.desk.desk_card import who
from handlers.desk.desk_group import StaffGroup
from handlers.presses import Button, Rows
from storage.knowledge import CHANGED, IMPORTED, RETIRED, UNDONE

# Telegram makes a link of "faq.nl"; with this unseen character in it, it does not.
WORD_JOINER = "\N{WORD JOINER}"
# Characters of an answer that fit in one message together with all that staff read of it (Telegram: 4,096).
LONGEST_ANSWER, LONGEST_QUESTION = 2400, 300
IN_A_ROW = 3
# What an import writes before the name of its file (bot.cli.faq).
IMPORT = "import "


def shown(t: Texts, markdown: str, longest: int = LONGEST_ANSWER) -> Html:
    """An answer as people get it; of a very long one the beginning, without formatting."""
    html = to_html(markdown)
    if len(html) <= longest:
        return html
    part = escape(cut(markdown, longest), quote=False)
    return Html(f"{part}\n<i>{t('faq-cut', count=len(markdown))}</i>")


def entry_html(group: StaffGroup, kept: Kept, last: Revision | None) -> Html:
    """An entry as people get it, and below it what only staff see. `last`: its newest change."""
    t, entry = group.t, kept.entry
    lines: list[str] = [
        f"<b>{escape(cut(entry.question, LONGEST_QUESTION), quote=False)}</b>",
        shown(t, entry.answer),
        "",
    ]
    if not kept.active:
        lines.append(t("faq-entry-retired"))
    themes = cut(", ".join(entry.themes), LONGEST_QUESTION)
    lines.append(t("faq-entry-themes", themes=themes) if themes else t("faq-entry-no-themes"))
    lines.append(t("faq-entry-phrasings", count=len(entry.phrasings)))
    if entry.translations:
        lines.append(t("faq-entry-languages", languages=", ".join(sorted(entry.translations))))
    if entry.review is not None:
        today = local(group, group.now).date()
        name = "faq-entry-overdue" if entry.review < today else "faq-entry-review"
        lines.append(t(name, day=when.day(entry.review, t.language, today)))
    if last is not None:
        at = moment(group, last.at)
        lines.append(t("faq-entry-changed", when=at, by=by(last), revision=str(last.id)))
    return Html("\n".join(lines))


def entry_rows(t: Texts, kept: Kept) -> Rows:
    """What can be changed of it."""
    name = kept.entry.id
    return [
        [
            Button(t.plain("faq-answer-button"), FaqEdit("answer", name)),
            Button(t.plain("faq-question-button"), FaqEdit("question", name)),
            Button(t.plain("faq-phrasings-button"), FaqEdit("phrasings", name)),
        ],
        [
            Button(t.plain("faq-themes-button"), FaqEditThemes(name)),
            Button(t.plain("faq-more-button"), FaqMore(name)),
        ],
    ]


def more_rows(t: Texts, kept: Kept) -> Rows:
    """Under [ Meer ]."""
    name = kept.entry.id
    away = Button(t.plain("faq-retire-button"), FaqRetire(name))
    if not kept.active:
        away = Button(t.plain("faq-restore-button"), FaqRestore(name))
    first = [Button(t.plain("faq-confirm-button"), FaqConfirm(name))] if kept.active else []
    history = Button(t.plain("faq-history-button"), FaqHistory(0, name))
    return [[*first, history], [away, Button(t.plain("faq-back-button"), FaqOpen(name))]]


def change_html(group: StaffGroup, revision: Revision, note: str = "") -> Html:
    """What a change did, by whom. `note`: Telegram HTML below it: what the bot finds now, what to look at."""
    t = group.t
    lines: list[str] = [t("faq-done", kind=_kind(revision), clock=clock(group, revision.at), by=by(revision))]
    lines.append(escape(cut(revision.after["question"], LONGEST_QUESTION), quote=False))
    if _kind(revision) == "confirmed" and revision.after["review"]:
        day = datetime.fromisoformat(revision.after["review"]).date()
        lines.append(t("faq-confirmed-until", day=when.day(day, t.language, local(group, group.now).date())))
    return Html("\n".join([*lines, *([note] if note else [])]))


def change_rows(group: StaffGroup, revision: Revision) -> Rows:
    """[ Ongedaan maken ] [ Bekijk ], and when people have the old answer: [ Vertel het 14 mensen ]."""
    t = group.t
    reach = recall.reach(group.session, revision.id, group.now) if recall.changes_answer(revision) else 0
    back = "faq-redo-button" if revision.change == UNDONE else "faq-undo-button"
    rows: Rows = [
        [
            Button(t.plain(back), FaqUndo(revision.id)),
            # A message that people can be told from stays.
            Button(t.plain("faq-look-button"), FaqLook(revision.entry_id) if reach else FaqOpen(revision.entry_id)),
        ]
    ]
    if reach:
        rows.append([Button(t.plain("faq-recall-button", count=reach), FaqRecall(revision.id))])
    return rows


def what_changed(t: Texts, revision: Revision) -> str:
    """The change in a few words: "antwoord veranderd"."""
    return t.plain("faq-change-name", change=revision.change, fields=field_names(t, revision.fields))


def field_names(t: Texts, names: Sequence[str]) -> str:
    """Names of fields for people, in one line."""
    return ", ".join(t.plain("faq-field-name", name=name) for name in names)


def by(revision: Revision) -> str:
    """Who made the change, as the texts take it; of an import its file, which must not look like an address."""
    if revision.change in (IMPORTED, RETIRED) and revision.by.startswith(IMPORT):
        return who(revision.by.removeprefix(IMPORT)).replace(".", f".{WORD_JOINER}")
    return who(revision.by)


def local(group: StaffGroup, at: datetime) -> datetime:
    """The moment on the network's clock."""
    return at.astimezone(group.services.settings.zone)


def clock(group: StaffGroup, at: datetime) -> str:
    """The time of day, to show."""
    return when.clock(local(group, at), group.t.language)


def moment(group: StaffGroup, at: datetime) -> str:
    """The day and the time, to show."""
    return when.moment(local(group, at), group.t.language, local(group, group.now).date())


def grid(buttons: Sequence[Button], width: int = IN_A_ROW) -> Rows:
    """Short buttons, so many in a row."""
    return [list(buttons[n : n + width]) for n in range(0, len(buttons), width)]


def _kind(revision: Revision) -> str:
    if revision.change != CHANGED:
        return "new" if revision.change == IMPORTED else revision.change
    if revision.fields == ("review",):
        return "confirmed"
    return "kept-retired" if revision.after["state"] == RETIRED else CHANGED
