"""What the bot did, for tests and benchmarks: every accepted call that made something, and counters."""

from collections import Counter, deque
from dataclasses import dataclass, field
from typing import NamedTuple


class Sent(NamedTuple):
    """One accepted outgoing call; `at` is monotonic seconds (`time.monotonic`)."""

    at: float
    method: str
    chat_id: int
    thread_id: int | None
    message_id: int


@dataclass(slots=True)
class Ledger:
    """Counters by method and by error code, the calls in flight now and the most there were."""

    sent: deque[Sent] = field(default_factory=lambda: deque(maxlen=1_000_000))
    methods: Counter[str] = field(default_factory=Counter)
    errors: Counter[int] = field(default_factory=Counter)
    descriptions: Counter[str] = field(default_factory=Counter)
    in_flight: int = 0
    most_in_flight: int = 0

    def stats(self) -> dict[str, object]:
        """The counters as JSON."""
        return {
            "sent": len(self.sent),
            "methods": dict(self.methods),
            "errors": {str(code): n for code, n in self.errors.items()},
            "descriptions": dict(self.descriptions),
            "in_flight": self.in_flight,
            "most_in_flight": self.most_in_flight,
        }

    def clear(self) -> None:
        """Forget everything but what is in flight."""
        self.sent.clear()
        self.methods.clear()
        self.errors.clear()
        self.descriptions.clear()
        self.most_in_flight = self.in_flight
