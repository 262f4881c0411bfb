"""Finds the right entry of a curated FAQ for what a person types. Pure and synchronous.

    entries = faq.load(Path("faq.nl.yaml"))
    index = faq.Index(entries)
    decision = index.decide("hoe kom ik aan geld voor onze buurtmaaltijd")

`decide` gives an Answer, Suggestions or Unknown; `search` gives ranked matches whose score is the
probability of being right.
"""

import os

# The matrices here are small: more threads only wait for each other. It must be set before numpy is loaded.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

from faq.decision import Answer, Decision, Match, Suggestions, Unknown
from faq.detection import OTHER, language_of
from faq.entry import Entry, Translation, themes
from faq.files import load
from faq.index import Index
from faq.problems import FileError, Problem
from faq.related import best_sentence, related

__all__ = [
    "OTHER",
    "Answer",
    "Decision",
    "Entry",
    "FileError",
    "Index",
    "Match",
    "Problem",
    "Suggestions",
    "Translation",
    "Unknown",
    "best_sentence",
    "language_of",
    "load",
    "related",
    "themes",
]
