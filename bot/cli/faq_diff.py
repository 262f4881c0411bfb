"""How an import is shown before it is done."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from faq.differences import differences

if TYPE_CHECKING:
    from bot.knowledge.imports import Plan, Proposal

MOST = 50  # entries that are listed of a kind


def show(planned: Plan, zone: ZoneInfo, most: int | None = MOST) -> None:
    """What would change, a line an entry; under a changed one a line for each field, under a conflict both texts."""
    _list("new", planned.new, most)
    _list("changed", planned.changed, most)
    _list("removed", planned.removed, most)
    for proposal in planned.conflicts[:most]:
        _conflict(proposal, zone)
    _more("changed in chat", len(planned.conflicts), most)
    print(
        f"{len(planned.file)} entries read: {len(planned.new)} new, {len(planned.changed)} changed, "
        f"{len(planned.removed)} removed, {len(planned.conflicts)} changed in chat."
    )


def _list(word: str, proposals: Sequence[Proposal], most: int | None) -> None:
    for proposal in proposals[:most]:
        entry = proposal.file or proposal.now
        note = " (it was retired, and comes back)" if word == "changed" and proposal.retired else ""
        print(f"{word:8} {proposal.entry_id}: {entry.question if entry else ''}{note}")
        if word == "changed" and proposal.now and proposal.file:
            for difference in differences(proposal.now, proposal.file):
                print(f"           {difference}")
    _more(word, len(proposals), most)


def _conflict(proposal: Proposal, zone: ZoneInfo) -> None:
    last = proposal.chat[-1]
    what = {"new": "added", "retired": "retired"}.get(last.change, "changed")
    if proposal.file is None:
        file = "it is not in the file"
    elif proposal.untouched:
        file = "the file has it as it was before"
    else:
        file = "the file changes it too"
    print(f"in chat  {proposal.entry_id}: {what} by {last.by} on {last.at.astimezone(zone):%d %b %Y %H:%M}; {file}")
    if proposal.now and proposal.file:
        for difference in differences(proposal.now, proposal.file):
            print(f"           {difference.field}")
            print(f"             chat: {difference.old}")
            print(f"             file: {difference.new}")


def _more(word: str, count: int, most: int | None) -> None:
    if most is not None and count > most:
        print(f"{word:8} … and {count - most} more")
