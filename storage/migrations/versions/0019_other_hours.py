"""Days with other opening hours."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0019"
down_revision = "0018"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "other_hours",
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("spans", sa.Text(), nullable=False),
        sa.Column("by_name", sa.String(length=200), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("day", name=op.f("pk_other_hours")),
    )


def downgrade() -> None:
    op.drop_table("other_hours")
