"""Answers that staff are writing: kept from the first word to publishing, so that nothing typed is lost."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, fields, replace
from datetime import datetime
from typing import Any

from sqlalchemy import func, or_, select, update
from sqlalchemy.orm import Session

import faq
from bot.knowledge import editing
from bot.knowledge.revisions import Revision
from bot.knowledge.snapshots import Snapshot
from faq.fields import MAX_LINE
from faq.reading import MAX_ANSWER
from faq.text import fold
from storage.knowledge import DROPPED, OPEN, PUBLISHED, EntryRevision, EntryRow, FaqDraft
from storage.outbox import SENDING, OutboxRow

# With so many ways to ask it, the matcher finds an answer much more often (docs/matching.md).
ENOUGH_PHRASINGS = 5
# An answer from the list fits on a phone's screen or two (writing rules).
LONG_ANSWER = 900
LONGEST_NAME = 64
# What a draft holds of an entry.
FIELDS = ("question", "answer", "phrasings", "themes")


@dataclass(frozen=True, slots=True)
class Draft:
    """A draft as it was read: see storage.knowledge.FaqDraft."""

    id: int
    state: str
    question: str
    answer: str
    phrasings: list[str]
    themes: list[str]
    entry_id: str | None
    seen: int | None
    ticket_id: int | None
    asked_id: int | None
    field: str | None
    row_id: int | None
    message_id: int | None
    revision: int | None
    by: str

    @property
    def is_open(self) -> bool:
        """Whether it can still be changed and published."""
        return self.state == OPEN


@dataclass(frozen=True, slots=True)
class Problem:
    """What keeps a draft from being published (`blocks`), or what staff should know. `kind` names the text.

    `text` and `entry_id`: a phrasing that another entry has, and which; `count`: characters or phrasings.
    """

    kind: str
    blocks: bool
    count: int = 0
    text: str = ""
    entry_id: str = ""
    question: str = ""


@dataclass(frozen=True, slots=True)
class Published:
    """It is in the FAQ, by this revision. `changed` False: the entry said all of it already."""

    entry_id: str
    revision: int
    changed: bool = True


@dataclass(frozen=True, slots=True)
class Overtaken:
    """Not published: someone changed the entry meanwhile. The draft now has what they changed and it did not.

    `changes`: what they did; `theirs`: by field what they wrote where the draft says something else.
    """

    changes: tuple[Revision, ...]
    theirs: dict[str, str]


def open(
    session: Session,
    by: str,
    now: datetime,
    *,
    question: str,
    answer: str,
    phrasings: Sequence[str] = (),
    themes: Sequence[str] = (),
    ticket_id: int | None = None,
    asked_id: int | None = None,
    entry_id: str | None = None,
    field: str | None = None,
) -> int:
    """Start a draft. Returns its number. `entry_id`: the entry that it changes; None for a new one.

    `field`: what a reply without a label changes. The caller shows the draft, and says where: `shown_as`.
    """
    row = FaqDraft(
        question=question,
        answer=answer,
        phrasings=list(phrasings),
        themes=list(themes),
        ticket_id=ticket_id,
        asked_id=asked_id,
        entry_id=entry_id,
        seen=_revision_of(session, entry_id) if entry_id else None,
        field=field,
        by=by[:LONGEST_NAME],
        at=now,
    )
    session.add(row)
    session.flush()
    return row.id


def get(session: Session, draft_id: int, lock: bool = False) -> Draft | None:
    """The draft with this number. `lock`: nobody else changes it until this transaction ends."""
    query = select(FaqDraft).where(FaqDraft.id == draft_id).execution_options(populate_existing=True)
    return _draft(session.scalars(query.with_for_update() if lock else query).one_or_none())


def of_message(session: Session, chat_id: int, message_id: int) -> Draft | None:
    """The draft that this message of the staff group shows; None when it shows none."""
    said = select(OutboxRow.id).where(OutboxRow.chat_id == chat_id, OutboxRow.message_id == message_id)
    shows = or_(FaqDraft.message_id == message_id, FaqDraft.row_id.in_(said))
    found = _draft(session.scalars(select(FaqDraft).where(shows).order_by(FaqDraft.id.desc())).first())
    known = found is not None or session.execute(said.limit(1)).first() is not None
    return found if known else _just_arrived(session)


def of_ticket(session: Session, ticket_id: int) -> Draft | None:
    """The newest draft that was made of this ticket and not dropped."""
    query = select(FaqDraft).where(FaqDraft.ticket_id == ticket_id, FaqDraft.state != DROPPED)
    return _draft(session.scalars(query.order_by(FaqDraft.id.desc())).first())


def shown_as(session: Session, draft_id: int, row_id: int | None, message_id: int | None = None) -> None:
    """Where the draft is shown: a message that the outbox row makes, or one that was there already."""
    edit(session, draft_id, row_id=row_id, message_id=message_id)


def edit(session: Session, draft_id: int, **values: Any) -> None:
    """Change columns of the draft."""
    query = update(FaqDraft).where(FaqDraft.id == draft_id).values(**values)
    session.execute(query.execution_options(synchronize_session=False))


def add_phrasings(have: Sequence[str], question: str, new: Sequence[str]) -> list[str]:
    """The phrasings with new ones at the end; what says the same as one that is there is left out."""
    known, found = {fold(question), *map(fold, have), ""}, list(have)
    for text in new:
        if fold(text) not in known:
            known.add(fold(text))
            found.append(text)
    return found


def problems(session: Session, draft: Draft, language: str) -> list[Problem]:
    """What is wrong with the draft, what blocks it first. `language`: of a new entry."""
    found = [Problem(f"no-{name}", True) for name in ("question", "answer") if not getattr(draft, name).strip()]
    if draft.question.strip() and not fold(draft.question):
        found.append(Problem("no-question", True))
    for text in (draft.question, *draft.phrasings):
        if len(text) > MAX_LINE:
            found.append(Problem("line-too-long", True, len(text)))
    if len(draft.answer) > MAX_ANSWER:
        found.append(Problem("answer-too-long", True, len(draft.answer)))
    elif len(draft.answer) > LONG_ANSWER:
        found.append(Problem("answer-long", False, len(draft.answer)))
    found += _elsewhere(session, (draft.question, *draft.phrasings), language, draft.entry_id)
    found += _translated(session, draft)
    if len(draft.phrasings) < ENOUGH_PHRASINGS:
        found.append(Problem("few-phrasings", False, len(draft.phrasings)))
    return sorted(found, key=lambda p: not p.blocks)


def asked_elsewhere(session: Session, entry: faq.Entry) -> list[Problem]:
    """The questions of an entry that another one has too, as of one that is put back."""
    return _elsewhere(session, entry.texts, entry.language, entry.id)


def publish(session: Session, draft_id: int, by: str, now: datetime, language: str) -> Published | Overtaken | None:
    """Put the draft in the FAQ, as a change by `by`. `language`: of a new entry.

    Published before, it is not published again. None: it was dropped, or something blocks it (see `problems`).
    """
    draft = get(session, draft_id, lock=True)
    if draft is None or draft.state == DROPPED:
        return None
    if draft.state == PUBLISHED:
        return Published(draft.entry_id or "", draft.revision or 0)
    if any(p.blocks for p in problems(session, draft, language)):
        return None
    if draft.entry_id is None:
        entry = faq.Entry(editing.free_id(session, draft.question), **_content(draft), language=language)
        revision = editing.add(session, entry, by, now)
        return _published(session, draft, entry.id, revision)
    try:
        revision = editing.change(session, draft.entry_id, by, now, seen=draft.seen, **_content(draft))
    except editing.Overtaken as told:
        return _rebase(session, draft, told.changes)
    done = _published(session, draft, draft.entry_id, revision)
    return replace(done, changed=revision != draft.seen)


def drop(session: Session, draft_id: int) -> bool:
    """It is not published. False: it was already."""
    draft = get(session, draft_id, lock=True)
    if draft is None or draft.state == PUBLISHED:
        return False
    edit(session, draft_id, state=DROPPED)
    return True


def reopen(session: Session, draft_id: int) -> None:
    """A dropped draft can be changed and published again."""
    query = update(FaqDraft).where(FaqDraft.id == draft_id, FaqDraft.state == DROPPED).values(state=OPEN)
    session.execute(query.execution_options(synchronize_session=False))


def _just_arrived(session: Session) -> Draft | None:
    """The draft whose message is there already, though that is not written down yet."""
    arriving = select(OutboxRow.id).where(OutboxRow.state == SENDING)
    found = session.scalars(select(FaqDraft).where(FaqDraft.row_id.in_(arriving))).all()
    return _draft(found[0]) if len(found) == 1 else None


def _content(draft: Draft) -> dict[str, Any]:
    return {
        "question": draft.question.strip(),
        "answer": draft.answer.strip(),
        "phrasings": tuple(draft.phrasings),
        "themes": tuple(draft.themes),
    }


def _published(session: Session, draft: Draft, entry_id: str, revision: int) -> Published:
    edit(session, draft.id, state=PUBLISHED, entry_id=entry_id, revision=revision)
    return Published(entry_id, revision)


def _rebase(session: Session, draft: Draft, changes: tuple[Revision, ...]) -> Overtaken:
    """The draft as if it had begun from the entry of now: what only others changed is taken over."""
    now: Snapshot = changes[-1].after
    seen = session.get(EntryRevision, draft.seen)
    base: Snapshot = seen.snapshot if seen is not None else now
    values: dict[str, Any] = {"seen": changes[-1].id}
    theirs: dict[str, str] = {}
    for name in ("question", "answer"):
        mine = getattr(draft, name)
        if mine == base[name]:
            values[name] = now[name]
        elif now[name] not in (base[name], mine):
            theirs[name] = now[name]
    for name in ("phrasings", "themes"):
        values[name] = editing.merged(base[name], getattr(draft, name), now[name])
    edit(session, draft.id, **values)
    return Overtaken(changes, theirs)


def _elsewhere(session: Session, texts: Sequence[str], language: str, but: str | None) -> list[Problem]:
    found = editing.asked_elsewhere(session, [text for text in texts if fold(text)], language, but)
    return [
        Problem("asked-elsewhere", True, text=text, entry_id=other.id, question=other.question)
        for text, other in found.items()
    ]


def _translated(session: Session, draft: Draft) -> list[Problem]:
    """The entry has the answer in other languages too, and those do not change by themselves."""
    row = session.get(EntryRow, draft.entry_id) if draft.entry_id else None
    if row is None or not row.translations or row.answer == draft.answer:
        return []
    return [Problem("translated", False, text=", ".join(sorted(row.translations)))]


def _revision_of(session: Session, entry_id: str) -> int | None:
    query = select(func.max(EntryRevision.id)).where(EntryRevision.entry_id == entry_id)
    return session.execute(query).scalar()


def _draft(row: FaqDraft | None) -> Draft | None:
    return None if row is None else Draft(**{f.name: getattr(row, f.name) for f in fields(Draft)})
