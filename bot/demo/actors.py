"""People in tests: `await joke.says("…")`, `await joke.presses("Ja, vraag het")`, `await joke.waits_for("…")`.

They act through the control actions of the local Bot API server: in this process (`BotApiServer.person`) or
over HTTP in another one (`Remote`). Messages are Telegram's Message objects as plain JSON.
"""

import asyncio
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from typing import Any, TypeVar

from bot.demo.backends import Backend, File, Http

Json = dict[str, Any]
Message = Json
T = TypeVar("T")

# Most things come within a tenth of a second; a machine that does ten other things is no mistake of the bot.
PATIENCE_S = 40.0


def buttons(message: Message) -> list[list[str]]:
    """The labels of the buttons under a message, row by row."""
    rows = message.get("reply_markup", {}).get("inline_keyboard", [])
    return [[button["text"] for button in row] for row in rows]


def labels(message: Message) -> list[str]:
    """The labels of all buttons under a message."""
    return [label for row in buttons(message) for label in row]


def words(message: Message) -> str:
    """The text or the caption of a message."""
    return str(message.get("text") or message.get("caption") or "")


@dataclass(frozen=True)
class Place:
    """One conversation: a chat, or one topic (thread) of a forum."""

    backend: Backend
    chat_id: int
    thread_id: int | None = None

    async def messages(self) -> list[Message]:
        """All messages here now, oldest first."""
        found: list[Message] = await self.backend.act("messages", {"chat_id": self.chat_id})
        if self.thread_id is None:
            return found
        return [m for m in found if m.get("message_thread_id") == self.thread_id]

    async def until(
        self,
        look: Callable[[list[Message]], T | None],
        why: str,
        seconds: float = PATIENCE_S,
    ) -> T:
        """Look at the messages until something is found; AssertionError with what is there after `seconds`."""
        deadline = time.monotonic() + seconds
        while True:
            messages = await self.messages()
            found = look(messages)
            if found is not None:
                return found
            if time.monotonic() > deadline:
                seen = "\n".join(f"  {m['message_id']}: {words(m) or sorted(m)}" for m in messages[-8:])
                raise AssertionError(f"{why} (waited {seconds:g} s). The last messages:\n{seen}")
            await asyncio.sleep(self.backend.look)


@dataclass(frozen=True)
class Person(Place):
    """Somebody in one conversation; `at` and `topic` give the same person elsewhere."""

    id: int = 0
    name: str = ""

    def __init__(self, backend: Backend, id: int, name: str, chat_id: int, thread_id: int | None = None) -> None:
        super().__init__(backend, chat_id, thread_id)
        object.__setattr__(self, "id", id)
        object.__setattr__(self, "name", name)

    def at(self, place: "Place | int", thread_id: int | None = None) -> "Person":
        """The same person in a group (or its id), and there in a topic."""
        chat_id = place if isinstance(place, int) else place.chat_id
        return replace(self, chat_id=chat_id, thread_id=thread_id)

    def topic(self, thread_id: int) -> "Person":
        """The same person in a topic of the same group."""
        return replace(self, thread_id=thread_id)

    async def starts(self) -> Message:
        """Press START."""
        return await self.says("/start")

    async def says(self, text: str, *, reply_to: Message | None = None, **fields: Any) -> Message:
        """Send text. `fields`: parse_mode; quote, a part of `reply_to`."""
        message: Message = await self._send("send", {"text": text, **fields}, reply_to)
        return message

    async def replies(self, to: Message, text: str, **fields: Any) -> Message:
        """Answer a message with text, in its topic."""
        return await self.says(text, reply_to=to, **fields)

    async def sends(
        self,
        kind: str,
        *files: bytes,
        name: str = "",
        mime_type: str = "",
        reply_to: Message | None = None,
        **fields: Any,
    ) -> list[Message]:
        """Send a "photo", "voice", "document", "video" or "audio"; several files make an album.

        `fields`: caption, duration (seconds), size (bytes the bot is told; default the real size).
        """
        parts = [File(name or f"{kind}-{i}", mime_type, data) for i, data in enumerate(files, 1)]
        params = {"kind": kind, **fields}
        sent: list[Message] = await self._send("media", params, reply_to, parts)
        return sent

    async def sends_sticker(self, emoji: str) -> Message:
        """Send a sticker."""
        message: Message = await self._send("sticker", {"emoji": emoji})
        return message

    async def does(self, action: str, *files: bytes, reply_to: Message | None = None, **fields: Any) -> Message:
        """Send anything else, by the name of its control action: "location", "venue", "contact", "poll", "dice" …"""
        parts = [File(action, "", data) for data in files]
        message: Message = await self._send(action, fields, reply_to, parts)
        return message

    async def presses(self, label: str, on: Message | None = None) -> str:
        """Press the button with that label: under `on`, or the newest message here that has it.

        Returns the id of the callback query.
        """
        why = f'{self.name} sees no button "{label}"'
        message = on or await self._find(lambda m: label in labels(m), 0, why)
        rows = message["reply_markup"]["inline_keyboard"]
        data = next(b["callback_data"] for row in rows for b in row if b["text"] == label)
        params = {"message_id": message["message_id"], "data": data}
        return str((await self._act("press", params))["callback_query_id"])

    async def edits(self, message: Message, text: str, **fields: Any) -> Message:
        """Change an own message."""
        edited: Message = await self._act("edit", {"message_id": message["message_id"], "text": text, **fields})
        return edited

    async def deletes(self, message: Message) -> None:
        """Delete a message."""
        await self._act("delete", {"message_id": message["message_id"]})

    async def reacts(self, message: Message, emoji: str | None) -> None:
        """Put a reaction on a message; None takes it away."""
        await self._act("react", {"message_id": message["message_id"], "emoji": emoji})

    async def votes(self, message: Message, *options: str) -> Message:
        """Choose these options of a poll in the place of what was chosen; none takes the vote back."""
        known = [option["text"] for option in message["poll"]["options"]]
        chosen = [known.index(option) for option in options]
        changed: Message = await self._act("vote", {"message_id": message["message_id"], "options": chosen})
        return changed

    async def blocks(self) -> None:
        """Block the bot."""
        await self._act("block", {})

    async def unblocks(self) -> None:
        """Unblock the bot."""
        await self._act("unblock", {})

    async def searches(
        self,
        query: str,
        timeout: float = 5.0,  # noqa: ASYNC109 - reads best in a test
    ) -> Json:
        """Type the bot's name and a query in any chat; the bot's answer: results, button, cache_time."""
        deadline = time.monotonic() + timeout
        asked = (await self._act("inline", {"query": query}))["inline_query_id"]
        while not (answer := await self.backend.act("inline_answer", {"inline_query_id": asked})):
            if time.monotonic() > deadline:
                raise AssertionError(f'{self.name} sees no answers to "{query}"')
            await asyncio.sleep(self.backend.look)
        return dict(answer)

    async def shares(self, answer: Json, result_id: str) -> Message:
        """Send one of the results of `searches` to this chat."""
        params = {"inline_query_id": answer["inline_query_id"], "result_id": result_id}
        message: Message = await self._act("inline_pick", params)
        return message

    async def last(self) -> Message:
        """The newest message here from somebody else; AssertionError when there is none."""
        return await self._find(self._from_others, 0, f"{self.name} got nothing")

    async def waits_for(
        self,
        part: str,
        timeout: float = PATIENCE_S,  # noqa: ASYNC109 - reads best in a test
        *,
        after: Message | None = None,
        button: str | None = None,
    ) -> Message:
        """The newest message here from somebody else with `part` in its words, also after an edit.

        With `after` only messages newer than that one; with `button` only one with that button.
        AssertionError with the last messages after `timeout` seconds.
        """
        newer_than = after["message_id"] if after else 0

        def fits(message: Message) -> bool:
            return (
                self._from_others(message)
                and message["message_id"] > newer_than
                and part in words(message)
                and (button is None or button in labels(message))
            )

        why = f'{self.name} waits for "{part}"' + (f" with the button [{button}]" if button else "")
        return await self._find(fits, timeout, why)

    async def waits_for_reaction(
        self,
        message: Message,
        emoji: str,
        timeout: float = PATIENCE_S,  # noqa: ASYNC109 - reads best in a test
    ) -> None:
        """Wait until a message has that reaction from somebody else."""
        deadline = time.monotonic() + timeout
        while True:
            params = {"chat_id": self.chat_id, "message_id": message["message_id"]}
            given = await self.backend.act("reactions", params)
            if any(r["emoji"] == emoji and r["user_id"] != self.id for r in given):
                return
            if time.monotonic() > deadline:
                raise AssertionError(f"{self.name} waits for {emoji} on {words(message)!r}; there is {given}")
            await asyncio.sleep(self.backend.look)

    async def _find(self, fits: Callable[[Message], bool], seconds: float, why: str) -> Message:
        return await self.until(lambda messages: next((m for m in reversed(messages) if fits(m)), None), why, seconds)

    def _from_others(self, message: Message) -> bool:
        return bool(message["from"]["id"] != self.id)

    async def _send(
        self,
        action: str,
        params: Json,
        reply_to: Message | None = None,
        files: Iterable[File] = (),
    ) -> Any:
        params = {"message_thread_id": self.thread_id, **params}
        if reply_to is not None:
            params["reply_to"] = reply_to["message_id"]
            params["message_thread_id"] = reply_to.get("message_thread_id")
        return await self._act(action, params, files)

    async def _act(self, action: str, params: Json, files: Iterable[File] = ()) -> Any:
        place = {"as": self.id, "chat_id": self.chat_id}
        return await self.backend.act(action, {**place, **params}, files)


@dataclass(frozen=True)
class Group(Place):
    """A group as nobody in particular sees it."""

    async def topics(self) -> list[Json]:
        """The topics now: message_thread_id, name, closed, icon_custom_emoji_id."""
        found: list[Json] = await self.backend.act("topics", {"chat_id": self.chat_id})
        return found

    async def waits_for_topic(
        self,
        part: str,
        timeout: float = PATIENCE_S,  # noqa: ASYNC109 - reads best in a test
    ) -> Json:
        """The newest topic with `part` in its name; AssertionError after `timeout` seconds."""
        deadline = time.monotonic() + timeout
        while True:
            topics = await self.topics()
            found = next((t for t in reversed(topics) if part in t["name"]), None)
            if found is not None:
                return found
            if time.monotonic() > deadline:
                raise AssertionError(f'No topic with "{part}"; there are {[t["name"] for t in topics]}')
            await asyncio.sleep(self.backend.look)

    async def member(self, person: Person | int, status: str = "member", **fields: Any) -> None:
        """Change somebody's place in the group: member, administrator, left, kicked."""
        user_id = person if isinstance(person, int) else person.id
        await self.backend.act("member", {"chat_id": self.chat_id, "user_id": user_id, "status": status, **fields})


class Remote(Http):
    """The people of a server in another process, at `url`. Close it after use."""

    async def person(self, first_name: str, role: str = "member", **fields: Any) -> "Person":
        """A new person who may be written to; `started=False` for one who never wrote to the bot."""
        fields.setdefault("language_code", "nl")
        params = {"first_name": first_name, "role": role, "phone": False, "started": True, **fields}
        user = await self.act("user_add", params)
        return Person(self, user["id"], first_name, user["id"])

    async def find(self, first_name: str) -> "Person":
        """The person with that first name who is there already; staff sit in their group."""
        state = await self.act("state", {})
        user = next(u for u in state["users"] if u["first_name"] == first_name)
        phones = (p["chat_id"] for p in state["phones"] if p["user_id"] == user["id"])
        return Person(self, user["id"], first_name, next(phones, user["id"]))
