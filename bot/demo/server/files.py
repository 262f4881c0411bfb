"""Files of the world: bytes on disk (or in memory), ids as Telegram gives them."""

import mimetypes
import secrets
import struct
from dataclasses import asdict, dataclass, field
from pathlib import Path

from bot.demo.server.errors import Json

MAX_DOWNLOAD = 20 * 1024 * 1024  # bytes, getFile
MAX_UPLOAD = 50 * 1024 * 1024  # bytes, sendDocument and the like
MAX_PHOTO = 10 * 1024 * 1024  # bytes, sendPhoto

FOLDERS = {"photo": "photos", "voice": "voice", "audio": "music", "video": "videos", "sticker": "stickers"}


@dataclass(slots=True)
class StoredFile:
    """One file; `size` in bytes is what is told to the bot, also when the bytes are fewer (tests).

    `attributes` were given with the file (duration, emoji, title, ...) and stay with it when it is sent again.
    """

    file_id: str
    unique_id: str
    kind: str
    name: str
    mime_type: str
    size: int
    path: str
    width: int = 0
    height: int = 0
    attributes: Json = field(default_factory=dict)

    def ids(self) -> Json:
        """The fields that every file object has."""
        return {"file_id": self.file_id, "file_unique_id": self.unique_id, "file_size": self.size}


class FileStore:
    """Keeps the bytes in `folder`, or in memory when it is None."""

    def __init__(self, folder: Path | None = None) -> None:
        self.folder = folder
        self.by_id: dict[str, StoredFile] = {}
        self.by_path: dict[str, StoredFile] = {}
        self._memory: dict[str, bytes] = {}

    def add(self, kind: str, data: bytes, name: str = "", mime_type: str = "", size: int | None = None) -> StoredFile:
        """Keep a new file; `kind` is "photo", "voice", "document", ..."""
        mime_type = mime_type or mimetypes.guess_type(name)[0] or "application/octet-stream"
        number = len(self.by_id) + 1
        suffix = Path(name).suffix or mimetypes.guess_extension(mime_type) or ".bin"
        token = secrets.token_urlsafe(24)
        width, height = image_size(data)
        stored = StoredFile(
            file_id=f"{kind[:2].capitalize()}AC{token}",
            unique_id=f"AQAD{token[:11]}",
            kind=kind,
            name=name,
            mime_type=mime_type,
            size=len(data) if size is None else size,
            path=f"{FOLDERS.get(kind, 'documents')}/file_{number}{suffix}",
            width=width,
            height=height,
        )
        self._keep(stored, data)
        return stored

    def read(self, stored: StoredFile) -> bytes:
        """The bytes of a stored file."""
        if self.folder is None:
            return self._memory[stored.path]
        return (self.folder / stored.path).read_bytes()

    def dump(self) -> list[Json]:
        """All files but their bytes, for the saved state."""
        return [asdict(f) for f in self.by_id.values()]

    def load(self, items: list[Json]) -> None:
        """Take back what `dump` gave."""
        for item in items:
            stored = StoredFile(**item)
            self.by_id[stored.file_id] = self.by_path[stored.path] = stored

    def _keep(self, stored: StoredFile, data: bytes) -> None:
        self.by_id[stored.file_id] = self.by_path[stored.path] = stored
        if self.folder is None:
            self._memory[stored.path] = data
            return
        target = self.folder / stored.path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(data)


def image_size(data: bytes) -> tuple[int, int]:
    """Width and height in pixels of a PNG, GIF or JPEG; (0, 0) of anything else."""
    if data[:8] == b"\x89PNG\r\n\x1a\n" and len(data) >= 24:
        width, height = struct.unpack(">II", data[16:24])
        return int(width), int(height)
    if data[:4] == b"GIF8" and len(data) >= 10:
        width, height = struct.unpack("<HH", data[6:10])
        return int(width), int(height)
    return _jpeg_size(data) if data[:2] == b"\xff\xd8" else (0, 0)


def _jpeg_size(data: bytes) -> tuple[int, int]:
    position = 2
    while position + 9 < len(data) and data[position] == 0xFF:
        marker, length = data[position + 1], struct.unpack(">H", data[position + 2 : position + 4])[0]
        if 0xC0 <= marker <= 0xCF and marker not in (0xC4, 0xC8, 0xCC):
            height, width = struct.unpack(">HH", data[position + 5 : position + 9])
            return int(width), int(height)
        position += 2 + length
    return 0, 0
