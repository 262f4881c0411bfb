"""Files that go out with messages."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None

HAS_FILE = sa.text("attachment_id is not null")


def upgrade() -> None:
    op.create_table(
        "attachment",
        sa.Column("id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("digest", sa.String(length=64), nullable=False),
        sa.Column("kind", sa.String(length=8), nullable=False),
        sa.Column("name", sa.String(length=255), nullable=False),
        sa.Column("media_type", sa.String(length=100), nullable=False),
        sa.Column("data", sa.LargeBinary(), nullable=False),
        sa.Column("file_id", sa.Text(), nullable=True),
        sa.Column("used_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_attachment")),
    )
    op.create_index("ix_attachment_digest", "attachment", ["digest"])
    # Not in a batch: on SQLite that would copy the largest table there is.
    op.add_column("outbox", sa.Column("attachment_id", sa.BigInteger(), nullable=True))
    op.create_index(
        "ix_outbox_attachment", "outbox", ["attachment_id"], sqlite_where=HAS_FILE, postgresql_where=HAS_FILE
    )


def downgrade() -> None:
    op.drop_index("ix_outbox_attachment", table_name="outbox")
    op.drop_column("outbox", "attachment_id")
    op.drop_index("ix_attachment_digest", table_name="attachment")
    op.drop_table("attachment")
