"""The world on disk: one JSON file, written whole and put in place at once.

A killed process loses at most what happened in the last fraction of a second. What the bot may have seen
of that must not come back under the same number, so after an unclean end all ids jump ahead.
"""

import asyncio
import base64
import contextlib
import os
from dataclasses import asdict
from pathlib import Path

import orjson

from bot.demo.server.errors import Json
from bot.demo.server.model import Chat, Member, Person, Topic
from bot.demo.server.profile import Profile
from bot.demo.server.updates import Update
from bot.demo.server.webhook import Webhook
from bot.demo.server.world import World

FORMAT = 1
PAUSE = 0.25  # seconds between looking whether there is something to save
JUMP = 1000  # ids skipped after an unclean end: more than can be handed out between two saves


class Store:
    """Keeps a world in `folder/world.json`."""

    def __init__(self, folder: Path, world: World, webhook: Webhook) -> None:
        self.path = folder / "world.json"
        self.world = world
        self.webhook = webhook
        self._task: asyncio.Task[None] | None = None

    def load(self) -> bool:
        """Take back the saved world, if there is one; returns whether there was."""
        if not self.path.exists():
            return False
        state = orjson.loads(self.path.read_bytes())
        if state.get("format") != FORMAT:
            raise ValueError(f"{self.path} is of another version. Remove it or start with --reset.")
        _restore(self.world, state)
        if not state["clean"]:
            _jump(self.world)
        return True

    def start(self) -> None:
        """Save from now on whenever something changed."""
        self.save(clean=False)
        self._task = asyncio.ensure_future(self._run())

    async def close(self) -> None:
        """Save a last time."""
        if self._task:
            self._task.cancel()
            with contextlib.suppress(asyncio.CancelledError):
                await self._task
        self.save(clean=True)

    def save(self, *, clean: bool) -> None:
        """Write the world now."""
        self.world.dirty = False
        state = _dump(self.world, self.webhook) | {"format": FORMAT, "clean": clean}
        temporary = self.path.with_suffix(".new")
        with temporary.open("wb") as file:
            file.write(orjson.dumps(state, option=orjson.OPT_NON_STR_KEYS))
            file.flush()
            os.fsync(file.fileno())
        temporary.replace(self.path)

    async def _run(self) -> None:
        seen = -1
        while True:
            await asyncio.sleep(PAUSE)
            changed = self.world.dirty or self.world.updates.next_id != seen
            seen = self.world.updates.next_id
            if changed:
                self.save(clean=False)


def _dump(world: World, webhook: Webhook) -> Json:
    waiting = [*world.updates.pending, *webhook.waiting()]
    return {
        "bot": world.bot,
        "people": [asdict(p) for p in world.people.values()],
        "chats": [_dump_chat(c) for c in world.chats.values()],
        "phones": world.phones,
        "files": world.files.dump(),
        "profile": asdict(world.profile),
        "next_update_id": world.updates.next_id,
        "updates": [[u.id, base64.b64encode(u.body).decode(), u.lane] for u in waiting],
        "allowed": sorted(world.updates.allowed),
        "last_shared_id": world.last_shared_id,
        "serial": world.serial,
    }


def _dump_chat(chat: Chat) -> Json:
    return {
        "id": chat.id,
        "info": chat.info,
        "members": [asdict(m) for m in chat.members.values()],
        "topics": [asdict(t) for t in chat.topics.values()],
        "messages": list(chat.messages.values()),
        "reactions": {str(i): {str(u): r for u, r in by.items()} for i, by in chat.reactions.items()},
        "votes": {str(i): {str(u): v for u, v in by.items()} for i, by in chat.votes.items()},
        "pinned": chat.pinned,
        "last_message_id": chat.last_message_id,
        "migrated_to": chat.migrated_to,
        "general_closed": chat.general_closed,
    }


def _restore(world: World, state: Json) -> None:
    world.bot = state["bot"]
    world.people = {p["user"]["id"]: Person(**p) for p in state["people"]}
    world.chats = {c["id"]: _restore_chat(c) for c in state["chats"]}
    world.phones = state["phones"]
    world.files.load(state["files"])
    world.profile = Profile(**state["profile"])
    world.updates.next_id = state["next_update_id"]
    world.updates.allowed = frozenset(state["allowed"])
    world.updates.restore(Update(i, base64.b64decode(body), lane) for i, body, lane in state["updates"])
    world.last_shared_id = state["last_shared_id"]
    world.serial = state["serial"]


def _restore_chat(state: Json) -> Chat:
    return Chat(
        **state
        | {
            "members": {m["user_id"]: Member(**m) for m in state["members"]},
            "topics": {t["thread_id"]: Topic(**t) for t in state["topics"]},
            "messages": {m["message_id"]: m for m in state["messages"]},
            "reactions": {int(i): {int(u): r for u, r in by.items()} for i, by in state["reactions"].items()},
            "votes": {int(i): {int(u): v for u, v in by.items()} for i, by in state.get("votes", {}).items()},
        }
    )


def _jump(world: World) -> None:
    world.updates.skip_ids(JUMP)
    world.last_shared_id += JUMP
    world.serial += JUMP
    for chat in world.chats.values():
        chat.last_message_id += JUMP
