"""Entries near an entry, and the sentence of an answer that fits a short follow-up."""

from faq.entry import Entry
from faq.index import Index
from faq.language import Language
from faq.lexicon import Lexicon
from faq.sentences import sentences
from faq.text import words

SHARED_THEME = 0.25  # what a theme in common adds; being found first by every phrasing would add 1


def related(index: Index, entry: Entry, limit: int = 3) -> list[Entry]:
    """At most `limit` other entries of the index that are most like `entry`, in wording and in themes.

    Each question and phrasing of the entry is searched for; what else is found counts by its place.
    """
    closeness: dict[str, float] = {}
    others = {other.id: other for other in index.entries if other.id != entry.id}
    for text in entry.texts:
        for place, match in enumerate(index.search(text), 1):
            closeness[match.entry.id] = closeness.get(match.entry.id, 0.0) + 1 / place / len(entry.texts)
    for other in others.values():
        shared = len(set(other.themes) & set(entry.themes))
        closeness[other.id] = closeness.get(other.id, 0.0) + SHARED_THEME * shared
    near = [identifier for identifier in others if closeness[identifier] > 0]
    return [others[identifier] for identifier in sorted(near, key=closeness.__getitem__, reverse=True)[:limit]]


def best_sentence(entry: Entry, question: str) -> str | None:
    """The sentence of the answer that says most about a short follow-up question ("en kinderen?").

    A sentence counts by the weight of the question's words that it has, by stem or synonym; the shortest
    of equals wins. None when no sentence has a word that carries meaning.
    """
    language = Language(entry.language)
    lexicon = Lexicon(language)
    wanted = [word for word in words(question) if word not in language.stop_words]

    def fit(sentence: str) -> float:
        stems = {language.stem(word) for word in words(sentence)}
        groups = {group for stem in stems for group in lexicon.groups(stem)}
        found = 0.0
        for word in wanted:
            stem = language.stem(word)
            likeness = 1.0 if stem in stems else 0.5 if groups.intersection(lexicon.groups(stem)) else 0.0
            found += likeness * lexicon.weight(word)
        return found

    best = max(sentences(entry.answer), key=lambda sentence: (fit(sentence), -len(sentence)), default=None)
    return best if best is not None and fit(best) > 0 else None
