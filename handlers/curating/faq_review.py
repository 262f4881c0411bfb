"""Do these answers still hold? Asked of the staff group once a week, and whenever staff want (conversation 20)."""

from __future__ import annotations

from datetime import date

from sqlalchemy.orm import Session

from bot.desk import messages
from bot.desk.names import cut
from bot.knowledge import editing, review, revisions
from bot.knowledge.entries import Kept
from bot.knowledge.revisions import Revision
from bot.schedule import Chore
from bot.texts import when
from bot.texts.render import Html
from handlers.curating import faq_changes
from handlers.curating.faq_presses import FaqLook, FaqReview, ReviewOk, ReviewUndo
from handlers.curating.faq_views import LONGEST_QUESTION, local
from handlers.desk.desk_answers import staff
from handlers.desk.desk_group import StaffGroup
from handlers.front import Front
from handlers.presses import Button, Rows
from handlers.services import Services
from handlers.turn import Turn, text_payload
from storage import outbox
from storage.outbox import Draft, Priority

# Asking the clock costs nothing; the database is asked on Mondays only.
LOOK_EVERY_S = 5.0
AT_ONCE = 4


def register(front: Front) -> None:
    """Its buttons, for staff only."""
    front.press(FaqReview, show, staff=True)
    front.press(ReviewOk, confirm, staff=True)
    front.press(ReviewUndo, undo, staff=True)


def chore(services: Services) -> Chore:
    """Reminds the staff group, on Monday at nine, of the answers that want to be looked at."""

    async def remind() -> None:
        now = services.clock.now()
        key = review.reminder_key(now.astimezone(services.settings.zone))
        if key is not None and not await services.db.read(messages.said_before, key):
            await services.db.write(_remind, services, key)

    return Chore("faq-review", LOOK_EVERY_S, remind)


def show(turn: Turn, press: FaqReview) -> None:
    """[ Nakijken ] and [ Volgende ]: the pressed message becomes the list."""
    turn.replace_html(*_list(StaffGroup.of(turn), press.first))


def confirm(turn: Turn, press: ReviewOk) -> None:
    """[ Klopt nog: 1 ]: it leaves the list for a year, and that can be undone."""
    group = StaffGroup.of(turn)
    before = revisions.newest(turn.session)
    try:
        number = editing.confirm(turn.session, press.entry, staff(turn).name, turn.now, _today(group))
    except editing.NoSuchEntry:
        return turn.toast("faq-entry-gone")
    done = revisions.must(turn.session, number) if number > before else None
    turn.replace_html(*_list(group, press.first, done))
    faq_changes.follow(turn)


def undo(turn: Turn, press: ReviewUndo) -> None:
    """[ Ongedaan maken ]: it is in the list again."""
    editing.undo(turn.session, press.revision, staff(turn).name, turn.now)
    turn.replace_html(*_list(StaffGroup.of(turn), press.first))
    faq_changes.follow(turn)


def _remind(session: Session, services: Services, key: str) -> None:
    group = StaffGroup(session, services, services.clock.now())
    if messages.said_before(session, key) or not review.count(session, _today(group)):
        return
    draft = Draft(
        services.staff_chat(), "sendMessage", text_payload(*_list(group, 0)), priority=Priority.QUIET, key=key
    )
    outbox.enqueue(session, draft)


def _list(group: StaffGroup, first: int, done: Revision | None = None) -> tuple[Html, Rows]:
    """The answers to look at. `done`: what was just confirmed."""
    t, due = group.t, review.due(group.session, _today(group))
    first = first if 0 <= first < len(due) else 0
    numbered = list(enumerate(due[first : first + AT_ONCE], first + 1))
    lines: list[str] = [_line(group, n, kept) for n, kept in numbered]
    rows: Rows = [_buttons(group, first, n, kept) for n, kept in numbered]
    rest = len(due) - first - len(numbered)
    if rest > 0:
        lines.append(t("faq-review-more", count=rest))
    html: str = t("faq-review", list=Html("\n".join(lines))) if due else t("faq-review-none")
    last = []
    if done is not None:
        html += "\n\n" + t("faq-review-last", question=cut(done.after["question"], LONGEST_QUESTION))
        last.append(Button(t.plain("faq-undo-button"), ReviewUndo(first, done.id)))
    if len(due) > AT_ONCE:
        last.append(Button(t.plain("faq-next-button"), FaqReview(first + AT_ONCE if rest > 0 else 0)))
    return Html(html), [*rows, *([last] if last else [])]


def _line(group: StaffGroup, number: int, kept: Kept) -> Html:
    assert kept.entry.review is not None
    since = when.day(kept.entry.review, group.t.language, _today(group))
    question = cut(kept.entry.question, LONGEST_QUESTION)
    return group.t("faq-review-line", number=str(number), question=question, day=since)


def _buttons(group: StaffGroup, first: int, number: int, kept: Kept) -> list[Button]:
    t = group.t
    return [
        Button(t.plain("faq-review-ok-button", number=str(number)), ReviewOk(first, kept.entry.id)),
        Button(t.plain("faq-open-button", number=str(number)), FaqLook(kept.entry.id)),
    ]


def _today(group: StaffGroup) -> date:
    return local(group, group.now).date()
