"""Where a learner's progress and library lie: on this machine, or on Colab in Google Drive."""

from __future__ import annotations

import importlib.util
import os
from dataclasses import dataclass
from pathlib import Path

import platformdirs

DRIVE = Path("/content/drive/MyDrive")  # where Colab mounts it
FOLDER = "Tapework"
MOUNT = 'from google.colab import drive; drive.mount("/content/drive")'


@dataclass(frozen=True)
class Home:
    """A learner's folder.

    `lasting` tells whether it outlives this machine; `before` is where things were put until
    Drive was mounted.
    """

    folder: Path
    lasting: bool = True
    before: Path | None = None

    @property
    def notice(self) -> str:
        """What to know of a folder that is lost with its machine, with `code`; empty otherwise."""
        if self.lasting:
            return ""
        return (
            "Colab forgets this progress with the machine, unless Google Drive is mounted: run "
            f"`{MOUNT}`. What you have done so far is taken along."
        )


def home(drive: Path = DRIVE) -> Home:
    """The learner's folder: `TAPEWORK_HOME`, Google Drive on Colab, or the user's data directory.

    Args:
        drive: Where Google Drive is, once it is mounted.
    """
    chosen = os.environ.get("TAPEWORK_HOME")
    if chosen:
        return Home(Path(chosen))
    usual = Path(platformdirs.user_data_dir("tapework"))
    if not on_colab():
        return Home(usual)
    return Home(drive / FOLDER, before=usual) if drive.is_dir() else Home(usual, lasting=False)


def on_colab() -> bool:
    """Whether this is a machine of Colab's, which forgets everything when it ends."""
    try:
        return importlib.util.find_spec("google.colab") is not None
    except ModuleNotFoundError:
        return False
