"""Changes of the list of answers by one tap, each undone by one tap; and the index that follows at once."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from sqlalchemy.orm import Session

from bot.desk.names import cut
from bot.knowledge import drafts, editing, entries, revisions
from bot.knowledge.revisions import Revision
from bot.texts.render import Html
from faq import Match
from handlers.curating.faq_draft_view import MOST_PROBLEMS, problem_line
from handlers.curating.faq_presses import FaqChange, FaqConfirm, FaqRestore, FaqRetire, FaqUndo
from handlers.curating.faq_views import LONGEST_QUESTION, change_html, change_rows, local
from handlers.desk.desk_answers import staff
from handlers.desk.desk_group import StaffGroup
from handlers.front import Front
from handlers.services import Services
from handlers.turn import Turn, text_payload
from storage import outbox
from storage.outbox import Draft, Priority


def register(front: Front) -> None:
    """All of them are for staff only."""
    front.press(FaqConfirm, confirm, staff=True)
    front.press(FaqRetire, retire, staff=True)
    front.press(FaqRestore, restore, staff=True)
    front.press(FaqUndo, undo, staff=True)
    front.press(FaqChange, show, staff=True)


def confirm(turn: Turn, press: FaqConfirm) -> None:
    """[ Klopt nog ]: looked at again in a year."""
    today = local(StaffGroup.of(turn), turn.now).date()
    _change(turn, lambda: editing.confirm(turn.session, press.entry, staff(turn).name, turn.now, today))


def retire(turn: Turn, press: FaqRetire) -> None:
    """[ Zet uit ]"""
    _change(turn, lambda: editing.retire(turn.session, press.entry, staff(turn).name, turn.now))


def restore(turn: Turn, press: FaqRestore) -> None:
    """[ Zet aan ]"""
    _change(turn, lambda: editing.restore(turn.session, press.entry, staff(turn).name, turn.now))


def undo(turn: Turn, press: FaqUndo) -> None:
    """[ Ongedaan maken ], and [ Toch wel ], which undoes the undoing."""
    _change(turn, lambda: editing.undo(turn.session, press.revision, staff(turn).name, turn.now))


def show(turn: Turn, press: FaqChange) -> None:
    """What this revision did."""
    revision = revisions.get(turn.session, press.revision)
    if revision is None:
        return turn.toast("button-outdated")
    show_change(turn, revision)


def show_change(turn: Turn, revision: Revision) -> int:
    """The pressed message says what the change did, with [ Ongedaan maken ]. Returns the outbox row's id."""
    group = StaffGroup.of(turn)
    kept = entries.get(turn.session, revision.entry_id)
    back = kept is not None and kept.active and "state" in revision.fields and revision.before is not None
    twice = drafts.asked_elsewhere(turn.session, kept.entry) if kept is not None and back else []
    note = "\n".join(problem_line(group.t, problem) for problem in twice[:MOST_PROBLEMS])
    return turn.replace_html(change_html(group, revision, note), change_rows(group, revision))


def follow(turn: Turn) -> None:
    """After the commit this process answers from the changed list at once; others do within seconds."""
    turn.then(partial(_follow, turn.services))


def follow_and_try(turn: Turn, revision: Revision, question: str, shown: int) -> None:
    """As `follow`, and then the message that shows the change tells what the bot now finds for this question.

    `shown`: what `show_change` returned.
    """
    turn.then(partial(_try, turn.services, revision.id, question, turn.pressed_id, shown))


def _change(turn: Turn, make: Callable[[], int]) -> None:
    before = revisions.newest(turn.session)
    try:
        number = make()
    except editing.NoSuchEntry:
        return turn.toast("faq-entry-gone")
    if number <= before:
        return turn.toast("faq-undone-before")
    show_change(turn, revisions.must(turn.session, number))
    follow(turn)


async def _follow(services: Services) -> None:
    await services.knowledge.refresh(services.db)


async def _try(services: Services, revision_id: int, question: str, message_id: int | None, shown: int) -> None:
    await services.knowledge.refresh(services.db)
    found = services.knowledge.index.search(question, 1)
    best = found[0] if found else None
    await services.db.write(_show_proof, services, revision_id, question, best, message_id, shown)


def _show_proof(
    session: Session,
    services: Services,
    revision_id: int,
    question: str,
    found: Match | None,
    message_id: int | None,
    shown: int,
) -> None:
    if outbox.edited_since(session, services.staff_chat(), message_id, shown):
        return  # someone went on: the message shows something else by now
    group = StaffGroup(session, services, services.clock.now())
    revision = revisions.must(session, revision_id)
    if revisions.history(session, revision.entry_id, 1)[0].id != revision_id:
        return  # it was changed again meanwhile, and the message says so
    html = change_html(group, revision, proof_html(group, revision.entry_id, question, found))
    payload = text_payload(html, change_rows(group, revision)) | {"message_id": message_id}
    draft = Draft(services.staff_chat(), "editMessageText", payload, priority=Priority.QUIET)
    outbox.enqueue(session, draft)


def proof_html(group: StaffGroup, entry_id: str, question: str, found: Match | None) -> Html:
    """What the bot finds for a question that this entry should answer."""
    text = cut(question, LONGEST_QUESTION)
    other = cut(found.entry.question, LONGEST_QUESTION) if found is not None else ""
    if found is None:
        return group.t("faq-proof-none", text=text)
    if found.entry.id != entry_id:
        return group.t("faq-proof-other", text=text, question=other)
    return group.t("faq-proof", text=text, percent=str(round(found.score * 100)))
