"""One warm kernel and what is run in it: a submission's cells, then each exercise's questions."""

from __future__ import annotations

import base64
import contextlib
import os
from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any
from uuid import uuid4

from nbclient.exceptions import CellTimeoutError, DeadKernelError

from autograder import wire
from autograder.answers import Observations
from autograder.catalogue import load_course
from autograder.errors import TapeworkError
from autograder.grading.closing import code, hidden_files
from autograder.grading.kernels.asking import MIME
from autograder.grading.kernels.manager import (
    MESSAGE_BYTES,
    OUTPUT_BYTES,
    Client,
    Manager,
    Specifications,
    own_context,
)
from autograder.grading.lending import sources_of
from autograder.isolation.child import CELL_SECONDS
from autograder.isolation.scratch import scratch

Cell = Any
TOO_MUCH = f"Your code wrote more than {OUTPUT_BYTES // 10**6} MB and was stopped."
ASK = "__import__('autograder.grading.kernels.asking', fromlist=['ask']).ask({})"

PREPARE = """
from autograder.grading.kernels import asking
asking.prepare({}, confined=False)
asking.follow_cells()
del asking
"""


class KernelEnded(TapeworkError):
    """A cell or a question ended the kernel, or did not end in time."""


@dataclass(frozen=True)
class Place:
    """Where code runs: the course it sees, whether in a room of its own, what is lent to it.

    `closed` holds what is closed while an exercise is asked, in the order of asking. A cell may
    take `cell_seconds`, a question a third of that.
    """

    course: str
    closed: Mapping[str, tuple[str, ...]]
    edition: Path | None
    sandboxed: bool = True
    cell_seconds: float = CELL_SECONDS
    lent: Mapping[str, str] = field(default_factory=dict)

    def provisioner(self) -> dict[str, Any]:
        """The provisioner's settings for it."""
        asking = {"course": self.course, "closed": dict(self.closed), "lend": dict(self.lent)}
        edition = str(self.edition) if self.edition else ""
        hidden = [str(one) for one in hidden_files(self.course)] if self.sandboxed else []
        return {
            "sandboxed": self.sandboxed, "edition": edition, "asking": asking, "hidden": hidden,
        }  # fmt: skip


class Session:
    """A running kernel."""

    def __init__(self, client: Client, place: Place) -> None:
        self._place = place
        self._closed = set().union(*place.closed.values())
        self._client = client
        self._ended = False
        self.ran = 0

    @property
    def alive(self) -> bool:
        """Whether more can be run."""
        return not self._ended

    async def run(self, cell: Cell) -> None:
        """Runs one cell; its outputs are kept in it, an error among them.

        Raises:
            KernelEnded: If the kernel did not live through it, or did not end in time.
        """
        self._client.written = 0
        await self._execute(cell, self._place.cell_seconds)
        if self._client.written > OUTPUT_BYTES:
            # It was done before it was stopped.
            self._ended = True
            raise KernelEnded(TOO_MUCH)
        self.ran += 1

    async def ask(
        self, exercise: str, seed: int, ran: int | None, source: str, questions: Sequence[str]
    ) -> Observations:
        """Asks an exercise some of its questions, by name.

        Whatever happens to the kernel there are observations, with the reason in `ended`.
        """
        from nbformat import v4

        seconds = self._place.cell_seconds / 3
        told = (exercise, seed, ran, source, tuple(questions), seconds, *self._opened_for(exercise))
        cell, ended = v4.new_code_cell(ASK.format(", ".join(repr(one) for one in told))), ""
        self._client.written = -MESSAGE_BYTES
        try:
            await self._execute(cell, len(questions) * seconds + self._place.cell_seconds)
        except KernelEnded as error:
            ended = str(error)
        return _observations(cell, Observations(exercise, seed, ended=ended))

    def _opened_for(self, exercise: str) -> tuple[dict[str, Any], dict[str, str]]:
        """The code of what is no longer closed, and the sources of references among it."""
        course = load_course(self._place.course)
        opened = self._closed - set(self._place.closed[exercise])
        self._closed -= opened
        lent = [name for one, name in course.references.items() if one in opened]
        stand_ins = opened.difference(course.references)
        return {name: code(name) for name in stand_ins}, sources_of(course, lent)

    async def _execute(self, cell: Cell, seconds: float) -> None:
        self._client.timeout = seconds
        self._client.nb.cells = [cell]
        try:
            await self._client.async_execute_cell(cell, 0, store_history=False)
        except CellTimeoutError:
            self._ended = True
            raise KernelEnded(
                f"It did not end within {seconds:g} seconds: look for a loop or a call that waits."
            ) from None
        except (ValueError, TypeError, LookupError, AttributeError, RecursionError) as error:
            # Whoever holds the kernel's sockets may send what no kernel sends.
            self._ended = True
            raise KernelEnded(
                f"Your code disturbed the kernel's messages ({type(error).__name__})."
            ) from None
        except DeadKernelError:
            self._ended = True
            if self._client.written > OUTPUT_BYTES:
                raise KernelEnded(TOO_MUCH) from None
            raise KernelEnded(
                "Your code ended the whole process: look for `exit()`, `os._exit()`, or memory "
                "without end."
            ) from None


@asynccontextmanager
async def session(place: Place) -> AsyncIterator[Session]:
    """A kernel in its place; ended, with all that it started, on leaving."""
    from nbformat import v4

    with own_context() as context:
        manager = Manager(
            kernel_spec_manager=Specifications(provisioner=place.provisioner()),
            context=context,
            kernel_name="python3",
            connection_file=str(Path(scratch(), f"kernel-{uuid4().hex}.json")),
        )
        client = Client(
            v4.new_notebook(), km=manager, allow_errors=True, startup_timeout=180,
            shutdown_kernel="immediate", iopub_timeout=10, raise_on_iopub_timeout=True,
            record_timing=False,
        )  # fmt: skip
        # nbclient's own context would take over Ctrl-C for the whole process.
        try:
            await client.async_start_new_kernel(env={**os.environ})
            await client.async_start_new_kernel_client()
            kernel = Session(client, place)
            if not manager.provisioner.warm:
                # An ordinary kernel gets ready in its first cell.
                await kernel.run(v4.new_code_cell(PREPARE.format(place.provisioner()["asking"])))
                kernel.ran = 0
            yield kernel
        finally:
            if client.km:
                await client._async_cleanup_kernel()


def _observations(cell: Cell, seen: Observations) -> Observations:
    """What an asking cell published, put together; what can't be read counts as not there."""
    answers = dict(seen.answers)
    used: set[str] = set()
    printed, ended, complete = [], "", False
    for output in cell.outputs:
        if output.output_type == "stream":
            printed.append(output.text)
        data = output.get("data", {}).get(MIME)
        if data is None:
            continue
        with contextlib.suppress(ValueError, TapeworkError):
            part = wire.from_bytes(base64.b64decode(data))
            answers.update(part.answers)
            used |= set(part.used)
            ended = ended or part.ended
            complete = complete or not part.answers
    if not complete and not ended:
        ended = seen.ended or "No more answers came back."
    text = "".join(printed)[: wire.TEXT_LIMIT]
    return replace(seen, answers=answers, used=tuple(sorted(used)), ended=ended, printed=text)
