"""`helpdesk faq import` and `export` of a large FAQ: processor seconds and peak memory of the command.

python -m benchmarks.importing [--entries 10000]
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
from pathlib import Path

from benchmarks.matching_large import invented
from faq import files

ROOT = Path(__file__).parents[1]


def run(folder: Path, *arguments: str) -> tuple[float, float]:
    """Run the command; processor seconds, and peak memory in MB. AssertionError when it fails."""
    child = os.fork()
    if child == 0:
        os.chdir(folder)
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
        settings = {"HELPDESK_STORAGE__URL": f"sqlite:///{folder}/helpdesk.db", "PYTHONPATH": str(ROOT)}
        os.execve(sys.executable, [sys.executable, "-m", "bot", "faq", *arguments], os.environ | settings)
    _, status, used = os.wait4(child, 0)
    assert status == 0, arguments
    return used.ru_utime + used.ru_stime, used.ru_maxrss / 1024


def main(count: int) -> None:
    """A table: each format into an empty database, out of it, and in again with one word changed in each entry."""
    entries = invented(count)
    changed = [type(e)(e.id, e.question, e.phrasings, e.answer + " Nieuw.") for e in entries]
    print(f"{count} entries with 6 phrasings each, SQLite")
    print(
        "| file | size | import, empty database | the same again | all changed | export |\n|---|---|---|---|---|---|"
    )
    for ending in ("yaml", "csv", "xlsx"):
        with tempfile.TemporaryDirectory() as name:
            folder = Path(name)
            files.save(folder / f"a.{ending}", entries)
            files.save(folder / f"b.{ending}", changed)
            size = (folder / f"a.{ending}").stat().st_size / 2**20
            steps = (f"a.{ending}", f"a.{ending}", f"b.{ending}")
            found = [run(folder, "import", step, "--yes") for step in steps]
            found.append(run(folder, "export", f"c.{ending}"))
        print(f"| {ending} | {size:.1f} MB | " + " | ".join(f"{s:.1f} s, {mb:.0f} MB" for s, mb in found) + " |")


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--entries", type=int, default=10_000)
    main(parser.parse_args().entries)
