"""Who comes: never more than fit, nobody lost from the line, and the line keeps its order."""

from __future__ import annotations

import threading
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import select
from sqlalchemy.orm import Session

from bot.agenda import attendance
from bot.agenda.attendance import Outcome, Promoted
from storage.agenda import MAYBE, NO, WAITING, YES, Attendance, Event, Occurrence
from storage.database import Database
from storage.people import Member
from tests.agenda.calendars import AUTUMN, event, ics
from tests.agenda.members import bring_in

START = datetime(2027, 1, 26, 18, 30, tzinfo=UTC)
PEOPLE = 8


def prepare(db: Database, capacity: int | None) -> int:
    """An evening for so many people, and eight members. Returns the number of the evening."""
    bring_in(db, ics(event()))

    def work(session: Session) -> int:
        for number in range(1, PEOPLE + 1):
            session.add(Member(id=number, first_name=f"Lid {number}", language="nl", created_at=AUTUMN))
        evening = session.scalars(select(Occurrence)).one()
        evening.capacity = capacity
        return evening.id

    return db.write_now(work)


def answers(db: Database) -> dict[int, tuple[str, int]]:
    rows = db.read_now(lambda s: list(s.scalars(select(Attendance).order_by(Attendance.member_id))))
    return {row.member_id: (row.answer, row.people) for row in rows}


def test_full_is_full_and_the_first_in_line_who_fits_gets_what_is_free(db: Database) -> None:
    evening = prepare(db, 3)
    assert db.write_now(attendance.come, evening, 1, AUTUMN, 2).done
    refused = db.write_now(attendance.come, evening, 2, AUTUMN, 2)
    assert (refused.done, refused.free) == (False, 1)
    assert db.write_now(attendance.wait, evening, 2, 2, AUTUMN).reply.place == 1
    assert db.write_now(attendance.wait, evening, 3, 1, AUTUMN).reply.answer == YES, "one fits still"
    assert db.write_now(attendance.wait, evening, 4, 1, AUTUMN + timedelta(minutes=1)).reply.place == 2
    gone = db.write_now(attendance.say, evening, 3, NO, AUTUMN)
    assert gone.promoted == (Promoted(4, 1),), "number 1 wants two, and only one is free"
    assert db.read_now(attendance.reply_of, evening, 2).place == 1
    assert db.write_now(attendance.say, evening, 1, MAYBE, AUTUMN).promoted == (Promoted(2, 2),)
    assert answers(db) == {1: (MAYBE, 2), 2: (YES, 2), 3: (NO, 1), 4: (YES, 1)}


def test_who_asks_for_more_than_fits_keeps_what_they_had(db: Database) -> None:
    evening = prepare(db, 3)
    db.write_now(attendance.come, evening, 1, AUTUMN, 2)
    db.write_now(attendance.come, evening, 2, AUTUMN)
    refused = db.write_now(attendance.come, evening, 2, AUTUMN, 2)
    assert (refused.done, refused.free, answers(db)[2]) == (False, 1, (YES, 1))
    waiting = db.write_now(attendance.wait, evening, 2, 2, AUTUMN)
    assert waiting.reply.place == 1
    assert db.write_now(attendance.come, evening, 3, AUTUMN).done, "their place for one is free again"


def test_more_room_is_given_away_and_less_room_sends_nobody_away(db: Database) -> None:
    evening = prepare(db, 1)
    db.write_now(attendance.come, evening, 1, AUTUMN)
    db.write_now(attendance.wait, evening, 2, 2, AUTUMN)
    db.write_now(attendance.wait, evening, 3, 1, AUTUMN + timedelta(minutes=1))
    assert db.write_now(attendance.set_capacity, evening, 3, AUTUMN) == (Promoted(2, 2),)
    assert db.write_now(attendance.set_capacity, evening, 1, AUTUMN) == ()
    assert [a for a, _ in answers(db).values()] == [YES, YES, WAITING]
    assert db.write_now(attendance.set_capacity, evening, None, AUTUMN) == (Promoted(3, 1),)


def test_too_late_for_yes_is_not_too_late_for_no(db: Database) -> None:
    evening = prepare(db, None)
    db.write_now(attendance.come, evening, 1, AUTUMN)
    db.write_now(lambda s: setattr(s.get_one(Occurrence, evening), "answer_by", START - timedelta(days=1)))
    late = START - timedelta(hours=1)
    assert db.write_now(attendance.come, evening, 2, late) == Outcome(False, attendance.Reply(), closed=True)
    assert db.write_now(attendance.say, evening, 2, MAYBE, late).closed
    assert db.write_now(attendance.say, evening, 1, NO, late).done
    assert answers(db) == {1: (NO, 1)}


def test_after_the_deadline_fewer_is_possible_and_who_waits_gets_what_is_free(db: Database) -> None:
    evening = prepare(db, 4)
    db.write_now(attendance.come, evening, 1, AUTUMN, 4)
    db.write_now(attendance.wait, evening, 2, 2, AUTUMN)
    db.write_now(attendance.wait, evening, 3, 1, AUTUMN + timedelta(minutes=1))
    db.write_now(lambda s: setattr(s.get_one(Occurrence, evening), "answer_by", START - timedelta(days=1)))
    late = START - timedelta(hours=1)
    assert db.write_now(attendance.come, evening, 1, late, 5).closed, "more is too late"
    assert db.write_now(attendance.come, evening, 2, late, 1).closed, "who waits cannot say it anew"
    lowered = db.write_now(attendance.come, evening, 1, late, 2)
    assert (lowered.done, lowered.promoted) == (True, (Promoted(2, 2),))
    assert db.write_now(attendance.say, evening, 2, NO, late).promoted == (Promoted(3, 1),)
    assert db.write_now(attendance.come, evening, 1, START, 1).closed, "it has begun"
    assert answers(db) == {1: (YES, 2), 2: (NO, 2), 3: (YES, 1)}


def test_who_leaves_makes_room(db: Database) -> None:
    evening = prepare(db, 1)
    db.write_now(attendance.come, evening, 1, AUTUMN)
    db.write_now(attendance.wait, evening, 2, 1, AUTUMN)
    assert db.write_now(attendance.forget, 1, AUTUMN) == {evening: (Promoted(2, 1),)}
    assert answers(db) == {2: (YES, 1)}


def test_an_unknown_gathering_is_said_so(db: Database) -> None:
    prepare(db, 1)
    with pytest.raises(LookupError, match="no occurrence 999"):
        db.write_now(attendance.come, 999, 1, AUTUMN)


STEPS = st.lists(
    st.tuples(
        st.sampled_from(["come", "wait", MAYBE, NO, "room", "forget"]), st.integers(1, PEOPLE), st.integers(1, 4)
    ),
    max_size=30,
)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps=STEPS, capacity=st.none() | st.integers(0, 8))
def test_whatever_people_do_it_fits_and_nobody_who_fits_is_kept_waiting(
    db: Database, steps: list[tuple[str, int, int]], capacity: int | None
) -> None:
    def fresh(session: Session) -> int:
        number = session.query(Event).count() + 1
        row = Event(uid=f"u{number}", updated_at=AUTUMN)
        session.add(row)
        session.flush()
        times: dict[str, Any] = {"starts_local": START.replace(tzinfo=None), "ends_local": START.replace(tzinfo=None)}
        times |= {"starts_at": START, "ends_at": START, "zone": "UTC"}
        evening = Occurrence(event_id=row.id, recurrence="", title="x", themes=[], capacity=capacity, **times)
        session.add(evening)
        for member in range(1, PEOPLE + 1):
            if session.get(Member, member) is None:
                session.add(Member(id=member, language="nl", created_at=AUTUMN))
        session.flush()
        return evening.id

    evening = db.write_now(fresh)
    room = capacity
    for count, (what, member, people) in enumerate(steps):
        now = AUTUMN + timedelta(minutes=count)
        before = _state(db, evening)
        match what:
            case "come":
                db.write_now(attendance.come, evening, member, now, people)
            case "wait":
                db.write_now(attendance.wait, evening, member, people, now)
            case "room":
                room = None if room is None else people * 2
                db.write_now(attendance.set_capacity, evening, room, now)
            case "forget":
                db.write_now(attendance.forget, member, now)
            case _:
                db.write_now(attendance.say, evening, member, what, now)
        _check(before, _state(db, evening), what, member, room)


def _state(db: Database, evening: int) -> list[tuple[int, str, int]]:
    """Everyone in order of the line."""
    query = select(Attendance).where(Attendance.occurrence_id == evening).order_by(Attendance.since)
    return db.read_now(lambda s: [(a.member_id, a.answer, a.people) for a in s.scalars(query)])


def _check(
    before: list[tuple[int, str, int]], after: list[tuple[int, str, int]], what: str, member: int, room: int | None
) -> None:
    had = sum(n for _, answer, n in before if answer == YES)
    taken = sum(n for _, answer, n in after if answer == YES)
    line = [(m, n) for m, answer, n in after if answer == WAITING]
    if room is None:
        assert not line
    else:
        assert taken <= max(room, had), "more than fit, and not because there was more room before"
        assert all(n > room - taken for _, n in line), "someone fits and waits"
    others = [m for m, *_ in before if m != member]
    assert [m for m, *_ in after if m != member] == others, "nobody else is lost or changes places"
    was = {m: answer for m, answer, _ in before}
    for m, answer, _ in after:
        if m != member or what == "room":
            assert answer == was[m] or (was[m], answer) == (WAITING, YES)


def test_many_at_once_get_exactly_the_places_there_are(db: Database) -> None:
    evening = prepare(db, 5)
    outcomes: list[Outcome] = []

    def press(member: int) -> None:
        for _ in range(2):
            outcomes.append(db.write_now(attendance.come, evening, member, AUTUMN))

    threads = [threading.Thread(target=press, args=(n,)) for n in range(1, PEOPLE + 1)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    coming = [m for m, (answer, _) in answers(db).items() if answer == YES]
    assert len(coming) == 5
    assert len([o for o in outcomes if o.done]) == 10
