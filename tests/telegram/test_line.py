"""Properties of the line: whatever comes and goes, rows of a chat leave one by one, in order, and none is lost."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from bot.telegram.line import IN_A_ROW, SHARED, Line
from storage.outbox import Priority
from storage.sending import Waiting

# Chat, priority. Those that take turns within a chat are tested below.
ORDERED = [p for p in Priority if p not in SHARED] + [Priority.STAFF]
rows = st.lists(st.tuples(st.integers(1, 5), st.sampled_from(ORDERED)), max_size=60)


@settings(max_examples=150, deadline=None)
@given(rows, st.randoms(use_true_random=False))
def test_rows_of_a_chat_leave_one_by_one_in_order_and_none_is_lost(wanted: list[tuple[int, int]], random) -> None:  # type: ignore[no-untyped-def]
    line, now = Line(), 0.0
    waiting = [Waiting(n, chat, priority, "sendMessage") for n, (chat, priority) in enumerate(wanted)]
    flying: dict[int, Waiting] = {}
    inside: list[Waiting] = []
    left: list[int] = []
    while waiting or inside or flying:
        now += random.random()
        step = random.random()
        if step < 0.4 and waiting:
            row = waiting.pop(0)
            line.add(row)
            line.add(row)  # the same row twice is one
            inside.append(row)
        elif step < 0.7:
            limited = {chat for chat in range(1, 6) if random.random() < 0.2}
            taken = line.next(now, lambda chat, _method, limited=limited: 0.3 if chat in limited else 0.0)  # type: ignore[misc]
            if taken is not None:
                assert taken.chat_id not in flying, "two rows of a chat in flight"
                peers = [r for r in inside if r.chat_id == taken.chat_id]
                assert taken == min(peers, key=lambda r: (r.priority, r.id)), "not the first of its chat"
                inside.remove(taken)
                flying[taken.chat_id] = taken
        elif flying:
            row = flying.pop(random.choice(sorted(flying)))
            if random.random() < 0.2:  # it failed, and keeps its place
                line.add(row)
                inside.append(row)
                line.release(row.chat_id, row.method, now + random.random())
            else:
                left.append(row.id)
                line.release(row.chat_id, row.method)
        assert len(line) == len(inside)
    assert sorted(left) == list(range(len(wanted)))
    assert all(line.is_free(chat, "sendMessage") for chat in range(1, 6))


@settings(max_examples=60, deadline=None)
@given(rows)
def test_chats_take_turns_by_priority(wanted: list[tuple[int, int]]) -> None:
    line = Line()
    for n, (chat, priority) in enumerate(wanted):
        line.add(Waiting(n, chat, priority, "sendMessage"))
    heads: dict[int, tuple[int, int]] = {}
    for n, (chat, priority) in enumerate(wanted):
        heads[chat] = min(heads.get(chat, (99, 0)), (priority, n))
    taken = []
    while (row := line.next(0.0, lambda _chat, _method: 0.0)) is not None:
        taken.append((row.priority, row.id))
    assert taken == sorted(heads.values())


def test_what_failed_holds_up_its_chat_until_its_time_and_no_other() -> None:
    line = Line()
    first, second, other = (Waiting(n, chat, 0, "sendMessage") for n, chat in ((1, 7), (2, 7), (3, 8)))

    def free(_chat: int, _method: str) -> float:
        return 0.0

    for row in (first, second, other):
        line.add(row)
    assert line.next(0.0, free) == first
    line.add(first)
    line.release(7, "sendMessage", hold_until=5.0)
    assert line.next(0.0, free) == other
    assert line.next(4.9, free) is None and line.next_unparked() == 5.0
    assert line.next(5.0, free) == first


def test_a_forgotten_chat_is_free_and_its_rows_may_come_back() -> None:
    line = Line()
    row = Waiting(1, 7, 0, "sendMessage")
    line.add(row)
    assert line.forget(7) == [1] and len(line) == 0 and line.is_free(7, "sendMessage")
    assert line.next(0.0, lambda _chat, _method: 0.0) is None
    line.add(row)
    assert line.next(0.0, lambda _chat, _method: 0.0) == row


@settings(max_examples=150, deadline=None)
@given(st.lists(st.sampled_from(list(Priority)), max_size=80))
def test_a_flood_of_cards_lets_something_else_through_now_and_then(wanted: list[Priority]) -> None:
    line, group = Line(), -7
    for n, priority in enumerate(wanted):
        line.add(Waiting(n, group, priority, "sendMessage"))
    left: list[Waiting] = []
    while (row := line.next(0.0, lambda _chat, _method: 0.0)) is not None:
        left.append(row)
        line.release(group, "sendMessage")
    shared = [row for row in left if row.priority in SHARED]
    assert len(left) == len(wanted)
    assert [r.priority for r in left if r not in shared] == sorted(r.priority for r in left if r not in shared)
    for priority in Priority:  # what is alike keeps its order
        ids = [row.id for row in left if row.priority == priority]
        assert ids == sorted(ids)
    for place in range(len(shared)):
        rest = shared[place:]
        cards = [r for r in rest if r.priority == Priority.CARD]
        stretch = rest[: IN_A_ROW + 1]
        if len(cards) < len(rest) and len(stretch) > IN_A_ROW:
            assert any(r.priority != Priority.CARD for r in stretch)
        if len(cards) > len(rest) / 2:
            assert any(r.priority == Priority.CARD for r in stretch[:2])


def test_what_does_not_count_passes_what_waits_for_the_limit_of_a_group() -> None:
    line, group, joke = Line(), -7, 7
    limited = {group}
    for n, (chat, method) in enumerate([(group, "sendMessage"), (group, "setMessageReaction"), (joke, "sendMessage")]):
        line.add(Waiting(n, chat, Priority.STAFF, method))

    def wait(chat: int, method: str) -> float:
        return 60.0 if chat in limited and method == "sendMessage" else 0.0

    assert [row.id for row in iter(lambda: line.next(0.0, wait), None)] == [1, 2]
    line.release(group, "setMessageReaction")
    line.add(Waiting(3, group, Priority.STAFF, "setMessageReaction"))
    assert line.next(1.0, wait) == Waiting(3, group, Priority.STAFF, "setMessageReaction")
    assert line.forget(group) == [0] and len(line) == 0
