"""The asker and people: pass a question on, media, what comes after, crisis (conversations 4, 6, 7, 11)."""
