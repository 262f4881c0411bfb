"""The staff group: cards, replies, the queue (conversations 4, 6, 8 and 9)."""
