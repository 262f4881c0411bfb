"""What tells whether the likeliest candidate is right at all."""

import numpy as np

from faq.evidence import CONTEXT, Evidence
from faq.space import Floats

OWN_DOUBTS = ("odds", "share", "lead", "height", "spread")
MIXED_DOUBTS = ("strange_said_share", "strange_share")


def doubt_names(features: tuple[str, ...]) -> tuple[str, ...]:
    """The names of what `doubts` gives, for the given feature names."""
    return (*OWN_DOUBTS, *(f"top_{name}" for name in features), *CONTEXT, *MIXED_DOUBTS)


def doubts(evidence: Evidence, height: Floats) -> tuple[Floats, Floats]:
    """The candidates' shares (they sum to 1), and what tells whether the first of them is right.

    `height` has the candidates' scores of the first step.
    """
    share = np.exp(height - height.max())
    share /= share.sum()
    top = int(height.argmax())
    first = float(share[top])
    second = float(np.partition(share, -2)[-2]) if len(share) > 1 else 0.0
    spread = -float((share * np.log(share + 1e-9)).sum())
    own = [float(np.log(first / (1 - first + 1e-6) + 1e-6)), first, first - second, float(height[top]), spread]
    mixed = [float(evidence.context[3]) * first, float(evidence.context[4]) * first]
    return share, np.concatenate([own, evidence.features[top], evidence.context, mixed])
