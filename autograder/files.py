"""Files that are at any moment the old or the new one, whoever else writes them meanwhile."""

from __future__ import annotations

import tempfile
from pathlib import Path


def replace_file(path: Path, data: bytes) -> None:
    """Puts data in a file's place, whole; makes its folder where there is none.

    Raises:
        OSError: If it cannot be written; the old file stays.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.NamedTemporaryFile(dir=path.parent, delete=False) as file:
        part = Path(file.name)
        try:
            file.write(data)
            file.flush()
        except OSError:
            part.unlink()
            raise
    part.replace(path)
