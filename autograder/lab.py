"""How JupyterLab is started: on the page that shows the course, with nbgrader's panels."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from pathlib import Path

from autograder.errors import TapeworkError
from autograder.home import home

CONFIG = "nbgrader_config.py"
EXCHANGE = Path("/usr/local/share/nbgrader/exchange")  # nbgrader's own default


def lab_command(notebooks: Path, more: Sequence[str]) -> list[str]:
    """The command that opens the first notebook of a folder: the page that tells where one is.

    Args:
        notebooks: A folder in the working directory, which JupyterLab shows.
        more: Further arguments for JupyterLab.

    Raises:
        TapeworkError: If there is no such folder.
    """
    if not notebooks.is_dir():
        raise TapeworkError("There is no notebooks/ here: go to the folder of the course.")
    command = [sys.executable, "-m", "jupyter", "lab", f"--ServerApp.root_dir={Path.cwd()}"]
    if hasattr(os, "geteuid") and os.geteuid() == 0:
        # In a container one is often root, and Jupyter would refuse.
        command.append("--allow-root")
    first = sorted(notebooks.glob("*.ipynb"))[:1]
    return [*command, *(f"--LabApp.default_url=/lab/tree/{path}" for path in first), *more]


def with_exchange(environment: dict[str, str]) -> dict[str, str]:
    """The environment in which nbgrader's assignment list works.

    The list wants a folder through which assignments are handed out, and reports an error where
    there is none. Whoever learns alone gets an empty one; an instructor's set-up is left alone.
    """
    from jupyter_core.paths import jupyter_config_path

    set_up = any(Path(one, CONFIG).exists() for one in jupyter_config_path())
    if set_up or Path(CONFIG).exists() or os.access(EXCHANGE, os.W_OK | os.X_OK):
        return environment
    folder = home().folder / "nbgrader"
    try:
        exchange = folder / "exchange"
        exchange.mkdir(parents=True, exist_ok=True)
        (folder / CONFIG).write_text(f"c = get_config()\nc.Exchange.root = {str(exchange)!r}\n")
    except OSError:
        return environment
    paths = [environment.get("JUPYTER_CONFIG_PATH", ""), str(folder)]
    return {**environment, "JUPYTER_CONFIG_PATH": os.pathsep.join(filter(None, paths))}
