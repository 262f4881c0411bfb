"""Properties of the pacer, in simulated time, against the strict limits of the local server."""

from __future__ import annotations

from dataclasses import dataclass, field
from heapq import heappop, heappush
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.demo.server.limits import FloodControl, Limits, Window
from bot.telegram.pacing import ALL_FLYING_S, SIP_S, Pacer, Rates

IN_FLIGHT = 8
# Telegram's limits, a microsecond short: floating point does not add up exactly.
STRICT = Limits(Window(30, 1 - 1e-6), Window(3, 3 - 1e-6), Window(20, 60 - 1e-6))


@dataclass
class Line:
    """A line to Telegram in simulated time: some calls at once, each as late as chance will have it."""

    pacer: Pacer
    random: Random
    slowest: float  # the longest time of a call, in seconds
    now: float = 0.0
    flying: list[tuple[float, int]] = field(default_factory=list)
    arrivals: list[tuple[float, int]] = field(default_factory=list)

    def send(self, chat: int) -> None:
        """Wait as the pacer says, then let one go."""
        self._land()
        while wait := max(self.pacer.overall_wait(self.now), self.pacer.chat_wait(chat, "sendMessage", self.now)):
            self.now += wait
            self._land()
        while len(self.flying) >= IN_FLIGHT:
            self.now = self.flying[0][0]
            self._land()
        self.pacer.take(chat, "sendMessage", self.now)
        takes = self.random.uniform(0, self.slowest)
        self.arrivals.append((self.now + self.random.uniform(0, takes), chat))
        heappush(self.flying, (self.now + takes, chat))

    def _land(self) -> None:
        while self.flying and self.flying[0][0] <= self.now:
            at, chat = heappop(self.flying)
            self.pacer.landed(chat, "sendMessage", at)


@settings(max_examples=60, deadline=None)
@given(st.integers(5, 40), st.floats(0, 0.05), st.integers())
def test_a_broadcast_leaves_room_for_who_waits(limit: int, slowest: float, seed: int) -> None:
    """Whenever someone asks, the answer may go after about a sip of the broadcast, not after a whole period."""
    line = Line(Pacer(Rates(overall=limit, jitter=0)), Random(seed), slowest)
    waits = []
    for chat in range(1, 4 * limit):
        line.now += line.pacer.even_wait(line.now)
        line._land()
        waits.append(line.pacer.overall_wait(line.now))
        line.pacer.take_even()
        line.send(chat)
    assert max(waits) <= max(1 / limit, SIP_S) + slowest + ALL_FLYING_S


@settings(max_examples=60, deadline=None)
@given(st.integers(1, 40), st.floats(0, 2), st.integers())
def test_no_window_of_a_second_holds_more_than_the_limit(limit: int, slowest: float, seed: int) -> None:
    """As Telegram sees them arrive, however late that is."""
    line = Line(Pacer(Rates(overall=limit, jitter=0)), Random(seed), slowest)
    for chat in range(1, 4 * limit + 1):
        line.send(chat)
    arrivals = sorted(at for at, _ in line.arrivals)
    for first, beyond in zip(arrivals, arrivals[limit:], strict=False):
        assert beyond - first >= 1 - 1e-9


@settings(max_examples=25, deadline=None)
@given(st.integers(1, 40), st.integers(0, 3), st.floats(0, 1), st.integers())
def test_the_strict_server_never_says_429(people: int, groups: int, slowest: float, seed: int) -> None:
    """Some minutes of traffic to people and groups, on one line."""
    random, flood = Random(seed), FloodControl(STRICT)
    line = Line(Pacer(Rates(jitter=0)), random, slowest)
    chats = [*range(1, people + 1), *(-n for n in range(1, groups + 1))]
    for _ in range(400):
        line.now += random.choice([0.0, 0.0, 0.01, random.expovariate(2)])
        line.send(random.choice(chats))
    for at, chat in sorted(line.arrivals):
        flood.spend(chat, at)  # raises on a 429


def test_the_rate_is_the_one_asked_for() -> None:
    line = Line(Pacer(Rates(overall=12.5, jitter=0.05)), Random(1), slowest=0)
    for chat in range(1, 501):
        line.send(chat)
    assert 500 / line.now == pytest.approx(12.5 / 1.05, rel=0.03)


def test_after_a_flood_all_waits_then_goes_slower_and_recovers() -> None:
    pacer = Pacer(Rates(overall=10, jitter=0))
    for chat in range(1, 9):  # eight in flight are refused together: one flood, not eight
        pacer.flood(3, 100.0 + chat / 1000)
    assert pacer.overall_wait(101.0) == pytest.approx(2.008)
    assert pacer.floods == 8
    slow, now = _rate(pacer, 103.1, 1), 103.1
    assert 4.5 <= slow <= 6.5  # half, and recovering
    assert _rate(pacer, now + 20, 100) == pytest.approx(10, rel=0.15)


def test_reactions_and_deletions_are_free_in_a_full_group() -> None:
    pacer = Pacer(Rates())
    for _ in range(20):
        pacer.take(-1, "sendMessage", 0.0)
        pacer.landed(-1, "sendMessage", 0.0)
    assert pacer.chat_wait(-1, "sendMessage", 1.0) > 58
    assert pacer.chat_wait(-1, "setMessageReaction", 1.0) == 0


def test_what_did_not_leave_gives_its_place_back() -> None:
    pacer = Pacer(Rates(overall=3))
    for chat in (1, 2, 3):
        pacer.take(chat, "sendMessage", 0.0)
    assert pacer.overall_wait(0.0) > 0
    pacer.give_back(2, "sendMessage")
    assert pacer.overall_wait(0.0) == 0


def _rate(pacer: Pacer, now: float, seed: int) -> float:
    """Messages a second over the next 30, each to a chat of its own."""
    line = Line(pacer, Random(seed), slowest=0, now=now)
    for n in range(10):  # fill the window first
        line.send(seed * 1000 + n)
    start = line.now
    for n in range(10, 40):
        line.send(seed * 1000 + n)
    return 30 / (line.now - start)
