"""Faults on order, for tests: what a network and Telegram do to a bot on a bad day.

Kinds: "error" (refused with `status`, `description`, `parameters`), "flood" (429 with `retry_after`),
"bad_gateway" (502 with an HTML body), "reset" (connection dropped), "hang" (carried out, no answer for
`seconds`), "delay" (waits `seconds` plus up to `jitter`), "outage" (everything dropped for
`seconds`, waiting calls too).
With `accepted` a reset or bad gateway comes after the call was carried out: the bot cannot know.
"""

import random
import time
from collections.abc import Callable
from dataclasses import dataclass

from bot.demo.server.errors import ApiError, ControlError, Json

KINDS = {"error", "flood", "bad_gateway", "reset", "hang", "delay", "outage"}
FOREVER = 1_000_000_000


@dataclass(slots=True)
class Fault:
    """One order. Without `method` it meets every method but getUpdates; `count` times at most."""

    kind: str
    method: str = ""
    chat_id: int | None = None
    count: int = 1
    status: int = 500
    description: str = "Internal Server Error"
    retry_after: int = 1
    parameters: Json | None = None
    seconds: float = 0.0
    jitter: float = 0.0
    accepted: bool = False

    def meets(self, method: str, chat_id: object) -> bool:
        """Whether this fault is for such a call."""
        if self.chat_id is not None and str(chat_id) != str(self.chat_id):
            return False
        return self.method.lower() == method.lower() if self.method else method.lower() != "getupdates"

    def error(self) -> ApiError:
        """The refusal that this fault orders."""
        if self.kind == "flood":
            words = f"Too Many Requests: retry after {self.retry_after}"
            return ApiError(429, words, {"retry_after": self.retry_after})
        return ApiError(self.status, self.description, self.parameters)

    def pause(self) -> float:
        """Seconds to wait."""
        return self.seconds + random.uniform(0, self.jitter)


class Faults:
    """The orders that stand."""

    def __init__(self) -> None:
        self.standing: list[Fault] = []
        self.outage_until = 0.0
        self.on_outage: Callable[[], None] | None = None

    def add(self, kind: str, **fields: object) -> Fault:
        """Order a fault (fields of `Fault`; `count` 0 or less means for ever); raises `ControlError`."""
        if kind not in KINDS:
            raise ControlError(f"Unknown kind of fault: {kind}. There are: {', '.join(sorted(KINDS))}.")
        try:
            fault = Fault(kind, **fields)  # type: ignore[arg-type]
        except TypeError as error:
            raise ControlError(f"Unknown field of a fault: {error}.") from None
        if kind == "outage":
            self.outage_until = time.monotonic() + fault.seconds
            if self.on_outage:
                self.on_outage()
            return fault
        fault.count = fault.count if fault.count > 0 else FOREVER
        self.standing.append(fault)
        return fault

    def clear(self) -> None:
        """No faults any more."""
        self.standing.clear()
        self.outage_until = 0.0

    def in_outage(self) -> bool:
        """Whether everything is dropped now."""
        return self.outage_until > 0 and time.monotonic() < self.outage_until

    def take(self, method: str, chat_id: object) -> tuple[float, Fault | None]:
        """Seconds to wait by all delays for this call, and the first other fault; they count as used."""
        pause, found = 0.0, None
        for fault in [f for f in self.standing if f.meets(method, chat_id)]:
            if fault.kind == "delay":
                pause += fault.pause()
            elif found is None:
                found = fault
            else:
                continue
            fault.count -= 1
            if fault.count <= 0:
                self.standing.remove(fault)
        return pause, found
