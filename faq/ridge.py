"""Kernel ridge regression, solved in closed form: which entry does a row of similarities point to?"""

import numpy as np
from numpy.typing import NDArray

from faq.space import Floats

SHARPNESS = 1.5  # the kernel is exp(SHARPNESS * (similarity - 1))
SOFTNESS, SOFTNESS_ANSWER = 0.1, 1.0  # how far a phrasing, and a piece of an answer, may be off
MOST_ROWS = 2_400  # solving takes rows**3 steps and 3 * rows**2 numbers: a second or two and 70 MB for a moment


class Ridge:
    """One regression per entry on all rows; `asked` tells phrasings (True) from pieces of answers.

    `leave_one_out` is the mean score that an entry's phrasings get when each is left out in turn:
    Rasmussen & Williams, Gaussian Processes for Machine Learning, equation 5.12.
    """

    def __init__(self, similarity: NDArray[np.float32], owner: NDArray[np.intp], asked: NDArray[np.bool_]) -> None:
        entries = int(owner.max()) + 1
        kernel = similarity + similarity.T
        kernel *= SHARPNESS / 2
        kernel -= SHARPNESS
        np.exp(kernel, out=kernel)
        kernel[np.diag_indices_from(kernel)] += np.where(asked, SOFTNESS, SOFTNESS_ANSWER)
        inverse = np.linalg.inv(kernel)
        wanted = np.eye(entries, dtype=np.float32)[owner]
        wanted -= wanted.mean(0)
        weights = inverse @ wanted
        left_out = (wanted - weights / np.diag(inverse)[:, None])[np.arange(len(owner)), owner]
        counts = np.bincount(owner[asked], minlength=entries)
        self.leave_one_out = np.bincount(owner[asked], left_out[asked], entries) / counts
        self._weights = np.ascontiguousarray(weights, np.float32)

    def scores(self, similarity: Floats) -> Floats:
        """The score of every entry, for the similarity of a new text with every row."""
        kernel = np.exp(SHARPNESS * (similarity - 1)).astype(np.float32)
        # Not "@": that wakes a second thread for 73,000 products, and waits for it on a busy machine.
        return np.asarray(np.einsum("r,re->e", kernel, self._weights), np.float64)
