"""What staff looked for among the tickets."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0014"
down_revision = "0013"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "ticket_search",
        sa.Column("id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("words", sa.String(length=200), nullable=False),
        sa.Column("member_id", sa.BigInteger(), nullable=True),
        sa.Column("found", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_ticket_search")),
    )
    with op.batch_alter_table("ticket_search", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_ticket_search_at"), ["at"], unique=False)
        batch_op.create_index(batch_op.f("ix_ticket_search_member_id"), ["member_id"], unique=False)


def downgrade() -> None:
    with op.batch_alter_table("ticket_search", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_ticket_search_member_id"))
        batch_op.drop_index(batch_op.f("ix_ticket_search_at"))

    op.drop_table("ticket_search")
