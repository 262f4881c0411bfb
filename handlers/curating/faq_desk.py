"""/faq in the staff group: how the list of answers stands, find one, and what was changed before."""

from __future__ import annotations

from bot.desk.names import cut
from bot.knowledge import entries, review, revisions
from bot.knowledge.drafts import ENOUGH_PHRASINGS
from bot.knowledge.entries import Kept
from bot.knowledge.revisions import Revision
from bot.texts.render import Html
from faq.text import words
from handlers.curating import faq_new
from handlers.curating.faq_presses import (
    FaqHistory,
    FaqHome,
    FaqLatest,
    FaqNew,
    FaqOpen,
    FaqReview,
    FaqUndo,
)
from handlers.curating.faq_views import by, grid, local, moment, what_changed
from handlers.desk.desk_group import StaffGroup
from handlers.front import Front
from handlers.presses import Button, Rows
from handlers.turn import Turn

FOUND, RETIRED_FOUND = 5, 2
# Below this the matcher only says that something must come last.
LEAST = 0.01
HISTORY, LATEST = 5, 8
LONGEST_QUESTION, LONGEST_FOUND = 80, 200
# "/faq nieuw" in both languages.
NEW_WORDS = ("nieuw", "new")


def register(front: Front) -> None:
    """The command and its buttons, for staff only."""
    front.staff_command("faq", command)
    front.press(FaqHome, home, staff=True)
    front.press(FaqHistory, history, staff=True)
    front.press(FaqLatest, latest, staff=True)


def command(turn: Turn) -> None:
    """/faq, /faq nieuw, or /faq and words to look for."""
    asked_for = turn.text.partition(" ")[2].strip()
    if not asked_for:
        turn.say_html(*_home(turn))
        return None
    if asked_for.casefold() in NEW_WORDS:
        return faq_new.new(turn)
    search(turn, asked_for)


def home(turn: Turn, _press: FaqHome) -> None:
    """[ Terug ]"""
    turn.replace_html(*_home(turn))


def search(turn: Turn, text: str) -> None:
    """The answers that fit best, those that were taken away last."""
    t = turn.t
    found = [m for m in turn.services.knowledge.index.search(text, FOUND) if m.score >= LEAST]
    gone = _retired(turn, text)
    found = found[: FOUND - len(gone)]
    shown = cut(text, LONGEST_QUESTION)
    if not found and not gone:
        turn.say("faq-found-none", [[Button(t.plain("faq-new-button"), FaqNew())]], words=shown)
        return
    lines = [
        t(
            "faq-found-line",
            number=str(n),
            question=cut(m.entry.question, LONGEST_FOUND),
            percent=str(round(m.score * 100)),
        )
        for n, m in enumerate(found, 1)
    ]
    lines += [
        t("faq-found-retired", number=str(n), question=cut(kept.entry.question, LONGEST_FOUND))
        for n, kept in enumerate(gone, len(found) + 1)
    ]
    ids = [m.entry.id for m in found] + [kept.entry.id for kept in gone]
    buttons = [Button(t.plain("faq-open-button", number=str(n)), FaqOpen(i)) for n, i in enumerate(ids, 1)]
    turn.say("faq-found", grid(buttons), words=shown, list=Html("\n".join(lines)))


def history(turn: Turn, press: FaqHistory) -> None:
    """[ Eerder ]: what was changed, when and by whom; each step can be undone."""
    group, t = StaffGroup.of(turn), turn.t
    found = revisions.history(turn.session, press.entry, HISTORY + 1, press.first)
    if not found:
        return turn.toast("button-outdated")
    shown = found[:HISTORY]
    numbered = list(enumerate(shown, press.first + 1))
    lines = [
        t("faq-history-line", number=str(n), when=moment(group, r.at), by=by(r), what=what_changed(t, r))
        for n, r in numbered
    ]
    rows = grid([Button(t.plain("faq-undo-step-button", number=str(n)), FaqUndo(r.id)) for n, r in numbered])
    last = [Button(t.plain("faq-back-button"), FaqOpen(press.entry))]
    if len(found) > HISTORY:
        last.insert(0, Button(t.plain("faq-next-button"), FaqHistory(press.first + HISTORY, press.entry)))
    question = cut(shown[0].after["question"], LONGEST_QUESTION)
    turn.replace("faq-history", [*rows, last], question=question, list=Html("\n".join(lines)))


def latest(turn: Turn, _press: FaqLatest) -> None:
    """[ Laatste wijzigingen ] of the whole list."""
    group, t = StaffGroup.of(turn), turn.t
    numbered = list(enumerate(revisions.latest(turn.session, LATEST), 1))
    lines = [_latest_line(group, n, r) for n, r in numbered]
    rows = grid([Button(t.plain("faq-open-button", number=str(n)), FaqOpen(r.entry_id)) for n, r in numbered])
    back = [Button(t.plain("faq-back-button"), FaqHome())]
    turn.replace("faq-latest", [*rows, back], list=Html("\n".join(lines)))


def _latest_line(group: StaffGroup, number: int, r: Revision) -> Html:
    question = cut(r.after["question"], LONGEST_QUESTION)
    what = what_changed(group.t, r)
    values = {"number": str(number), "when": moment(group, r.at), "by": by(r), "what": what, "question": question}
    return group.t("faq-latest-line", **values)


def _home(turn: Turn) -> tuple[Html, Rows]:
    t, listed = turn.t, turn.services.knowledge.index.entries
    waiting = review.count(turn.session, local(StaffGroup.of(turn), turn.now).date())
    few = sum(len(entry.phrasings) < ENOUGH_PHRASINGS for entry in listed)
    html = t("faq-overview", total=len(listed), review=waiting, few=few, enough=ENOUGH_PHRASINGS)
    first = [Button(t.plain("faq-new-button"), FaqNew())]
    if waiting:
        first.append(Button(t.plain("faq-review-button"), FaqReview(0)))
    return html, [first, [Button(t.plain("faq-latest-button"), FaqLatest())]]


def _retired(turn: Turn, text: str) -> list[Kept]:
    """Entries that were taken away and hold all of the words, or the beginnings of them."""
    wanted = [word for word in words(text) if len(word) > 2]
    if not wanted:
        return []

    def holds(kept: Kept) -> bool:
        have = {word for line in kept.entry.texts for word in words(line)}
        return all(any(word.startswith(w) for word in have) for w in wanted)

    return [kept for kept in entries.retired(turn.session) if holds(kept)][:RETIRED_FOUND]
