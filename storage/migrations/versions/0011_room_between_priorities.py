"""Room between the priorities of what waits: cards before the rest in the staff group, edits after it."""

from __future__ import annotations

from alembic import op

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.execute("UPDATE outbox SET priority = priority * 10 WHERE state IN ('new', 'sending', 'held')")


def downgrade() -> None:
    op.execute("UPDATE outbox SET priority = 10 WHERE priority IN (8, 12)")
    op.execute("UPDATE outbox SET priority = priority / 10 WHERE state IN ('new', 'sending', 'held')")
