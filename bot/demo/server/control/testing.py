"""The clock, and what only tests need: faults, raw updates, counters."""

import asyncio
from datetime import UTC, datetime

import aiohttp

from bot.demo.server.control.people import send
from bot.demo.server.control.registry import Control, action, chat_of, integer
from bot.demo.server.errors import ControlError, Json
from bot.demo.server.limits import Limits

HEALTH_TRIES, HEALTH_PAUSE = 10, 0.3  # the pause in seconds
HEALTH_TIMEOUT = aiohttp.ClientTimeout(total=5)


@action("clock")
async def clock(control: Control, params: Json) -> Json:
    """Move the clock: `advance` seconds, `to` an ISO instant or "next"; `force` allows going back."""
    world = control.world
    if "advance" in params:
        offset = world.clock.offset + float(params["advance"])
    elif params.get("to") == "next":
        offset = await _next_due(control) - (world.clock.now() - world.clock.offset)
    else:
        offset = _instant(params.get("to")) - (world.clock.now() - world.clock.offset)
    world.clock.move(offset, force=bool(params.get("force")))
    moved = {"now": world.clock.iso(), "clock_offset": world.clock.offset}
    world.events.publish("clock", **moved)
    return moved


def _instant(value: object) -> float:
    try:
        moment = datetime.fromisoformat(str(value))
    except ValueError:
        raise ControlError("De tijd moet een ISO-tijdstip zijn, zoals 2026-12-03T09:00:00Z.") from None
    return (moment if moment.tzinfo else moment.replace(tzinfo=UTC)).timestamp()


async def _next_due(control: Control) -> float:
    """Seconds since 1970 of the bot's next planned work, asked at its health URL."""
    if not control.health_url:
        raise ControlError("Deze server weet niet waar de bot zijn planning toont.")
    health = await _health(control.health_url)
    if health is None:
        raise ControlError("De bot antwoordt nu niet. Probeer het zo weer.")
    if not health.get("next_due"):
        raise ControlError("Er staat niets gepland.")
    return max(_instant(health["next_due"]), control.world.clock.now())


async def _health(url: str) -> Json | None:
    """The bot's own report; a bot that is just starting gets some seconds. None when it does not answer."""
    async with aiohttp.ClientSession(timeout=HEALTH_TIMEOUT) as session:
        for _ in range(HEALTH_TRIES):
            try:
                async with session.get(url) as response:
                    report: Json = await response.json()
                    return report
            except (aiohttp.ClientError, TimeoutError, ValueError):
                await asyncio.sleep(HEALTH_PAUSE)
    return None


@action("fault")
def fault(control: Control, params: Json) -> Json:
    """Order a fault (see `faults`); `kind` "clear" removes all."""
    fields = dict(params)
    kind = str(fields.pop("kind", ""))
    if kind == "clear":
        control.faults.clear()
    else:
        control.faults.add(kind, **fields)
    return {"standing": len(control.faults.standing)}


@action("limits")
def limits(control: Control, params: Json) -> Json:
    """Switch the flood limits on or off (`on`)."""
    control.world.set_limits(Limits() if params.get("on", True) else None)
    return {"on": control.world.flood.limits is not None}


@action("update")
def update(control: Control, params: Json) -> Json:
    """Queue any JSON as an update, with `update_id` if given, or only let the ids jump by `skip`."""
    updates = control.world.updates
    updates.skip_ids(int(params.get("skip", 0)))
    if "update" not in params:
        return {"next_update_id": updates.next_id}
    return {"update_id": updates.add_raw(params["update"], int(params.get("lane", 0)))}


@action("stats")
def stats(control: Control, params: Json) -> Json:
    """Counters, and how many updates wait for the bot."""
    pending = len(control.world.updates.pending) + control.webhook.pending
    return {**control.world.ledger.stats(), "pending_updates": pending}


@action("sent")
def sent(control: Control, params: Json) -> Json:
    """The ledger from entry `since` on: [monotonic seconds, method, chat, thread, message id]."""
    entries = list(control.world.ledger.sent)[int(params.get("since", 0)) :]
    return {"sent": [list(entry) for entry in entries]}


@action("messages")
def messages(control: Control, params: Json) -> list[Json]:
    """The messages of one chat, in order; a short way for tests."""
    chat = control.world.chats.get(integer(params, "chat_id"))
    return [] if chat is None else list(chat.messages.values())


@action("send_many")
def send_many(control: Control, params: Json) -> Json:
    """Many `send` actions at once (`items`), for benchmarks; returns the message ids."""
    return {"message_ids": [send(control, item)["message_id"] for item in params["items"]]}


@action("topics")
def topics(control: Control, params: Json) -> list[Json]:
    """The topics of one chat; a short way for tests."""
    return [topic.to_json() for topic in chat_of(control.world, params).topics.values()]


@action("reactions")
def reactions(control: Control, params: Json) -> list[Json]:
    """The reactions on one message; a short way for tests."""
    return chat_of(control.world, params).reactions_of(integer(params, "message_id"))
