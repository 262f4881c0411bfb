"""Keeping the list of answers in the staff group: /faq, drafts, undo, recall, review dates."""
