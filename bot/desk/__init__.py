"""Use cases of the human queue: tickets."""
