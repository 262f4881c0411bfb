"""News that the bot keeps itself, for some members, now or later. What was only thought of before is dropped."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0020"
down_revision = "0019"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "album_part",
        sa.Column("chat_id", sa.BigInteger(), nullable=False),
        sa.Column("message_id", sa.BigInteger(), nullable=False),
        sa.Column("album", sa.String(length=40), nullable=False),
        sa.Column("media", sa.Text(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("chat_id", "message_id", name=op.f("pk_album_part")),
    )
    with op.batch_alter_table("album_part", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_album_part_album"), ["album"], unique=False)
        batch_op.create_index(batch_op.f("ix_album_part_at"), ["at"], unique=False)

    op.create_table(
        "news_copies",
        sa.Column("outbox_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("payload", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("outbox_id", name=op.f("pk_news_copies")),
    )
    with op.batch_alter_table("news", schema=None) as batch_op:
        batch_op.add_column(sa.Column("kind", sa.String(length=12), nullable=False))
        batch_op.add_column(sa.Column("content", sa.Text(), nullable=True))
        batch_op.add_column(sa.Column("places", sa.Text(), nullable=True))
        batch_op.add_column(sa.Column("themes", sa.Text(), nullable=True))
        batch_op.add_column(sa.Column("language", sa.String(length=8), nullable=True))
        batch_op.add_column(sa.Column("version", sa.Integer(), nullable=False))
        batch_op.add_column(sa.Column("leaves_at", sa.DateTime(timezone=True), nullable=True))
        batch_op.add_column(sa.Column("since", sa.DateTime(timezone=True), nullable=True))
        batch_op.add_column(sa.Column("before", sa.Integer(), nullable=False))
        batch_op.add_column(sa.Column("fix", sa.Text(), nullable=True))
        batch_op.add_column(sa.Column("shown_at", sa.DateTime(timezone=True), nullable=True))
        batch_op.create_index("ix_news_message", ["chat_id", "message_id"], unique=False)


def downgrade() -> None:
    with op.batch_alter_table("news", schema=None) as batch_op:
        batch_op.drop_index("ix_news_message")
        batch_op.drop_column("shown_at")
        batch_op.drop_column("fix")
        batch_op.drop_column("before")
        batch_op.drop_column("since")
        batch_op.drop_column("leaves_at")
        batch_op.drop_column("version")
        batch_op.drop_column("language")
        batch_op.drop_column("themes")
        batch_op.drop_column("places")
        batch_op.drop_column("content")
        batch_op.drop_column("kind")

    op.drop_table("news_copies")
    with op.batch_alter_table("album_part", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_album_part_at"))
        batch_op.drop_index(batch_op.f("ix_album_part_album"))

    op.drop_table("album_part")
