"""How fast the bot learns from questions: the real use cases, with people and staff played by chance.

python -m benchmarks.learning [FOLDER] [--wrong 0.05] [--trial] [--seed 1]

It starts with two phrasings an entry. Half of the questions are asked, a hundred at a time; after each hundred staff
work through /leren, one tap a case. The other half is never shown to it: on those the FAQ is tried. FOLDER is a
question set (NAME/dev/faq_k*.jsonl, queries.jsonl); without it, phrasings of the FAQ that we ship are the questions.
"""

from __future__ import annotations

import argparse
import random
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

from sqlalchemy.orm import Session

import faq
from benchmarks.matching_data import Question, read_set
from bot.knowledge import Knowledge, asked, entries, gathering, learning, trial
from bot.knowledge.learning import Case
from bot.settings import CONTENT
from storage import migrate
from storage.database import Database
from storage.learning import IGNORED, PROPOSAL, REFUSED

PHRASINGS = 2  # at the start, beside the question itself
BATCH = 100
# What people do, by chance. Many who get no good answer just leave; that is what makes it hard.
CHOOSES, SAYS_NONE, THUMBS_DOWN = 0.7, 0.5, 0.4
START = datetime(2026, 12, 7, 8, 0, tzinfo=UTC)


@dataclass
class Staff:
    """What one member of staff did. `found`: taps on an entry that was offered; `searched`: it had to be looked up."""

    wrong: float
    chance: random.Random
    taps: int = 0
    found: int = 0
    searched: int = 0
    mistakes: int = 0
    flagged: int = 0
    flagged_mistakes: int = 0
    phrasings: int = 0


@dataclass
class World:
    """The database, the index as the running bot has it, and what everybody really wants to know."""

    db: Database
    knowledge: Knowledge
    gold: dict[str, str | None]
    staff: Staff
    with_trial: bool
    now: datetime = field(default=START)


def shipped() -> tuple[list[faq.Entry], list[Question], list[Question]]:
    """Our own FAQ with two phrasings an entry; of the others half to ask, half to try it on."""
    whole = faq.load(CONTENT / "faq.nl.yaml")
    held = [Question(text, e.id) for e in whole for text in e.phrasings[PHRASINGS:]]
    return [replace(e, phrasings=e.phrasings[:PHRASINGS]) for e in whole], held[::2], held[1::2]


def from_folder(folder: Path, chance: random.Random) -> tuple[list[faq.Entry], list[Question], list[Question]]:
    """A question set, cut in two by chance."""
    found, questions = read_set(folder)
    questions = list({q.text: q for q in questions}.values())
    chance.shuffle(questions)
    half = len(questions) // 2
    return [replace(e, phrasings=e.phrasings[:PHRASINGS]) for e in found], questions[:half], questions[half:]


def ask(world: World, question: Question) -> None:
    """Someone asks, looks at what comes, and perhaps taps."""
    decision = world.knowledge.index.decide(question.text)
    number = world.db.write_now(asked.record, 1, question.text, decision, world.now)
    chance = world.staff.chance.random()
    match decision:
        case faq.Answer(entry, _) if entry.id != question.gold and chance < THUMBS_DOWN:
            world.db.write_now(asked.feedback, number, "down")
        case faq.Suggestions(matches):
            right = next((m.entry for m in matches if m.entry.id == question.gold), None)
            if right is not None and chance < CHOOSES:
                world.db.write_now(asked.feedback, number, "chosen", right)
            elif right is None and chance < SAYS_NONE:
                world.db.write_now(asked.feedback, number, "none")


def work_through(world: World) -> None:
    """Staff open /leren and tap until nothing waits."""
    cases = world.db.read_now(gathering.collect, world.knowledge.index, world.now)
    world.db.write_now(gathering.arrange, cases)
    while (case := world.db.read_now(learning.open_at, 0)) is not None:
        world.staff.taps += 1
        world.db.write_now(decide, case, world)


def decide(session: Session, case: Case, world: World) -> None:
    """One tap: staff read the wordings and know where they belong; now and then they tap beside it."""
    staff, gold = world.staff, world.gold[case.wordings[0]]
    offered = [case.entry_id] if case.kind == PROPOSAL else [entry_id for entry_id, _ in case.likely]
    others = [entry_id for entry_id in offered if entry_id not in (None, gold)]
    mistaken = bool(others) and staff.chance.random() < staff.wrong
    target = others[0] if mistaken else gold
    if target is None or (case.kind == PROPOSAL and target not in offered) or not case.phrasings:
        learning.close(session, case.id, REFUSED if case.kind == PROPOSAL else IGNORED, "staff", world.now)
        return
    staff.mistakes += mistaken
    staff.found += target in offered
    staff.searched += target not in offered
    elsewhere: Sequence[int] = ()
    if world.with_trial:
        tried = trial.try_out(world.knowledge.index, target, case.addable, case.rest)
        elsewhere = tried.elsewhere
        staff.flagged += tried.rival is not None
        staff.flagged_mistakes += mistaken and tried.rival is not None
    done = learning.add(session, case.id, target, "staff", world.now, elsewhere)
    staff.phrasings += len(done.revisions) if done else 0


@dataclass(frozen=True, slots=True)
class Figures:
    """Shares of the held-out questions: right at once, right among three, answered directly, and of those wrong."""

    top1: float
    top3: float
    direct: float
    wrong: float


def measure(index: faq.Index, questions: Sequence[Question]) -> Figures:
    """How the FAQ does now. Questions that no entry answers count only as `wrong`, when they get an answer."""
    known = [q for q in questions if q.gold is not None]
    ranks = [[m.entry.id for m in index.search(q.text, 3)] for q in known]
    said = [(q, d.entry.id) for q in questions if isinstance(d := index.decide(q.text), faq.Answer)]
    right = sum(q.gold == entry_id for q, entry_id in said)
    return Figures(
        top1=sum(q.gold in found[:1] for q, found in zip(known, ranks, strict=True)) / len(known),
        top3=sum(q.gold in found for q, found in zip(known, ranks, strict=True)) / len(known),
        direct=right / len(known),
        wrong=(len(said) - right) / len(questions),
    )


def run(world: World, feed: Sequence[Question], held: Sequence[Question]) -> None:
    """Ask, learn, measure; print a row after each hundred."""
    print("| asked | phrasings added | taps | top-1 | top-3 | answered rightly at once | answered wrongly |")
    print("|---|---|---|---|---|---|---|")
    for first in range(0, len(feed) + BATCH, BATCH):
        f, staff = measure(world.knowledge.index, held), world.staff
        shares = " | ".join(f"{share * 100:.1f}%" for share in (f.top1, f.top3, f.direct, f.wrong))
        print(f"| {min(first, len(feed))} | {staff.phrasings} | {staff.taps} | {shares} |", flush=True)
        for question in feed[first : first + BATCH]:
            ask(world, question)
        world.now += timedelta(days=7)
        work_through(world)
        world.db.read_now(world.knowledge.load)


def main(folder: Path | None, wrong: float, with_trial: bool, seed: int) -> None:
    """Build the world, run it, tell."""
    chance = random.Random(seed)
    start, feed, held = shipped() if folder is None else from_folder(folder, chance)
    chance.shuffle(feed)
    with tempfile.TemporaryDirectory() as place:
        db = Database(f"sqlite:///{place}/learning.db", lambda: START)
        migrate.upgrade(db.engine)
        knowledge = Knowledge(CONTENT / "synonyms.nl.yaml" if folder is None else None)
        db.write_now(entries.replace, start, "benchmark", START)
        db.read_now(knowledge.load)
        staff = Staff(wrong, chance)
        world = World(db, knowledge, {q.text: q.gold for q in [*feed, *held]}, staff, with_trial)
        name = folder.name if folder else "the FAQ as shipped"
        print(
            f"{name}: {len(start)} entries, {len(feed)} questions asked, {len(held)} held out, wrong taps {wrong:.0%}"
        )
        run(world, feed, held)
        print(f"{staff.found} taps on an entry offered, {staff.searched} after a search, {staff.mistakes} wrong")
        if with_trial:
            print(f"flagged beforehand: {staff.flagged}, of the wrong ones {staff.flagged_mistakes}")
        db.close()


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path, nargs="?", help="a question set; without it the FAQ as shipped")
    parser.add_argument("--wrong", type=float, default=0.0, help="share of wrong taps by staff, e.g. 0.05")
    parser.add_argument("--trial", action="store_true", help="try each phrasing beforehand, as /leren does (slower)")
    parser.add_argument("--seed", type=int, default=1, help="another seed, other people")
    given = parser.parse_args()
    main(given.folder, given.wrong, given.trial, given.seed)
