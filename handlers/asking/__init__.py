"""Questions that the bot answers itself: answers, suggestions, browsing, groups (conversations 1 to 5, 12 to 14)."""
