"""Real JupyterLab and headless Chromium, for tests in the browser."""

from __future__ import annotations

import json
import os
import re
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
KERNEL_SECONDS = 180_000
PICTURES = Path(__file__).parent.parent / "test-results"


def new_page(playwright: Any) -> Any:
    """An empty page of a new browser, which is waited for as long as a kernel may need."""
    from playwright.sync_api import expect

    expect.set_options(timeout=KERNEL_SECONDS)
    browser = playwright.chromium.launch(
        executable_path=CHROMIUM, args=["--no-sandbox", "--disable-gpu"]
    )
    page = browser.new_page(viewport={"width": 1280, "height": 1000})
    page.set_default_timeout(KERNEL_SECONDS)
    return page


class Notebook:
    """The notebook that a page of JupyterLab shows, worked on as a student would."""

    def __init__(self, page: Any) -> None:
        self.page = page
        self.panel = page.locator(".jp-NotebookPanel:visible")

    def ready(self) -> Notebook:
        """Waits until its kernel can be used."""
        self.panel.locator('.jp-NotebookPanel-toolbar [data-status="idle"]').wait_for(
            timeout=KERNEL_SECONDS
        )
        return self

    def cell(self, text: str) -> Any:
        """The first code cell that holds the text."""
        return self.panel.locator(".jp-CodeCell").filter(has_text=text).first

    def run(self, cell: Any) -> None:
        """Runs a cell and waits for its end, as its number tells."""
        from playwright.sync_api import expect

        number = cell.locator(".jp-InputPrompt").first
        before = number.inner_text()
        cell.scroll_into_view_if_needed()
        for _ in range(10):  # a page that is still being drawn swallows keys
            cell.locator(".cm-content").click()
            self.page.keyboard.press("Control+Enter")
            try:
                expect(number).not_to_have_text(before, timeout=5_000)
                break
            except AssertionError:
                continue
        expect(number).to_have_text(re.compile(r"\[\d+\]:"), timeout=KERNEL_SECONDS)

    def write(self, cell: Any, text: str) -> None:
        """Types a text in place of what a cell holds, and runs it."""
        cell.scroll_into_view_if_needed()
        cell.locator(".cm-content").click()
        self.page.keyboard.press("Control+a")
        self.page.keyboard.type(text, delay=1)
        self.run(cell)


def choose(page: Any, menu: str, item: str, wanted: Any) -> None:
    """Chooses from a menu of JupyterLab until what that opens can be seen."""
    from playwright.sync_api import Error

    for patience in (5_000, 10_000, 20_000, 40_000, KERNEL_SECONDS):
        page.keyboard.press("Escape")  # a menu that stayed open would be closed by a click
        try:  # a page that is still being drawn swallows clicks
            page.get_by_role("menuitem", name=menu, exact=True).click(timeout=patience)
            page.get_by_role("menuitem", name=item, exact=True).first.click(timeout=patience)
            wanted.wait_for(timeout=patience)
            return
        except Error:
            if patience == KERNEL_SECONDS:
                raise


def violations(page: Any, context: str | None = None) -> list[str]:
    """The names of the rules that the accessibility checker finds broken, in a part or in all."""
    from axe_playwright_python.sync_playwright import Axe

    return [rule["id"] for rule in Axe().run(page, context=context).response["violations"]]


def free_port() -> int:
    """A port that nobody listens on."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])


@contextmanager
def jupyterlab(
    root: Path, scratch: Path, theme: str = "JupyterLab Light", application: str = "lab"
) -> Iterator[str]:
    """JupyterLab at work in `root`, its own files in `scratch`; gives its address.

    Args:
        root: The folder with the notebooks.
        scratch: Where its settings, logs and the learner's progress go.
        theme: Which of its themes.
        application: "lab", or "notebook" for Notebook 7.
    """
    settings = scratch / "settings" / "@jupyterlab" / "notebook-extension"
    settings.mkdir(parents=True, exist_ok=True)
    # All cells in the page: by default JupyterLab draws those in view only.
    news = settings.parent / "apputils-extension"
    news.mkdir(exist_ok=True)
    (news / "notification.jupyterlab-settings").write_text(json.dumps({"fetchNews": "false"}))
    (news / "themes.jupyterlab-settings").write_text(json.dumps({"theme": theme}))
    (settings / "tracker.jupyterlab-settings").write_text(json.dumps({"windowingMode": "none"}))
    port = free_port()
    environment = os.environ | {
        "JUPYTERLAB_SETTINGS_DIR": str(scratch / "settings"),
        "JUPYTER_DATA_DIR": str(scratch / "data"),
        "JUPYTER_RUNTIME_DIR": str(scratch / "runtime"),
        "TAPEWORK_HOME": str(scratch / "progress"),
    }
    command = [
        sys.executable, "-m", "jupyter", application, "--no-browser", "--allow-root",
        "--IdentityProvider.token=", "--ServerApp.password=", f"--ServerApp.port={port}",
        f"--ServerApp.root_dir={root}", "--ServerApp.ip=127.0.0.1",
    ]  # fmt: skip
    with (scratch / "jupyter.log").open("wb") as log:
        server = subprocess.Popen(command, env=environment, stdout=log, stderr=log, cwd=root)
        address = f"http://127.0.0.1:{port}"
        try:
            wait_for(f"{address}/api", server)
            yield address
        finally:
            server.terminate()
            server.wait(30)


def wait_for(address: str, server: subprocess.Popen[bytes]) -> None:
    for _ in range(240):
        assert server.poll() is None, "JupyterLab ended"
        try:
            urllib.request.urlopen(address, timeout=2).close()
            return
        except OSError:
            time.sleep(0.5)
    pytest.fail("JupyterLab did not answer")
