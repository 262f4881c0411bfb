"""From evidence to probabilities: first which candidate is the likeliest, then whether it is right at all.

Both steps are logistic regressions. Their weights are constants (`faq.weights`), learned once on several
question sets in two languages by `python -m benchmarks.matching_train`; nothing is learned at run time.
"""

import numpy as np

from faq.doubts import doubt_names, doubts
from faq.evidence import FEATURES, WITHOUT_RIDGE, Evidence
from faq.space import Floats
from faq.weights import DOUBT, DOUBT_WITHOUT_RIDGE, RANK, RANK_WITHOUT_RIDGE


class Judge:
    """Weighs evidence."""

    def __init__(self, with_ridge: bool) -> None:
        features = FEATURES if with_ridge else WITHOUT_RIDGE
        rank, doubt = (RANK, DOUBT) if with_ridge else (RANK_WITHOUT_RIDGE, DOUBT_WITHOUT_RIDGE)
        self._rank = np.array([rank[name] for name in features])
        self._doubt = np.array([doubt[name] for name in doubt_names(features)])
        self._shift = doubt["shift"]

    def probabilities(self, evidence: Evidence) -> Floats:
        """For each candidate the probability that it is the right entry. Their sum is at most 1."""
        height = evidence.features @ self._rank
        share, doubt = doubts(evidence, height)
        right = 1 / (1 + float(np.exp(-np.clip(doubt @ self._doubt + self._shift, -30, 30))))
        first = float(share.max())
        rest = share * min(right / first, (1 - right) / max(1 - first, 1e-9))
        rest[int(height.argmax())] = right
        return rest
