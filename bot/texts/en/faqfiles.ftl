# At the top of a file with answers.
faq-file-comment =
    The answers of the helpdesk. How to keep them: docs/curators.md
    Never change an id: buttons and posters refer to it.
