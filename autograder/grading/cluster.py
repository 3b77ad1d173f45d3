"""Grading on other machines: the same function, mapped by Dask over the workers of a scheduler.

Dask, because universities reach their clusters with it (dask-jobqueue, dask-kubernetes), and it
runs a task again elsewhere when a worker dies. Workers need Tapework and the sandbox, no gradebook
and no common file system: what was handed in travels with the task.
"""

from __future__ import annotations

import asyncio
import tempfile
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path

from autograder.catalogue import load_course
from autograder.errors import TapeworkError
from autograder.grading.grade import graded_or_told
from autograder.grading.result import Result
from autograder.grading.submission import notebooks_in
from autograder.grading.terms import Terms, graded_by, student_edition

Files = Mapping[str, bytes | None]


def grade_on_cluster(
    scheduler: str,
    terms: Terms,
    folders: Mapping[str, tuple[Path, str]],
    digests: Mapping[str, str],
    done: Callable[[Result], None],
) -> None:
    """Grades submissions on a cluster.

    Args:
        scheduler: Its scheduler's address, as `tcp://host:8786`.
        terms: What is the same for all.
        folders: Student → the folder that was handed in, and its name in messages.
        digests: Student → digest of that folder.
        done: Told of every result as it comes, in this process.

    Raises:
        TapeworkError: If the scheduler can't be reached.
    """
    from distributed import Client, as_completed

    try:
        client = Client(scheduler, timeout="30s")
    except OSError as error:
        raise TapeworkError(f"No Dask scheduler answers at {scheduler} ({error}).") from None
    with client:
        shared = client.scatter(replace(terms, edition=None), broadcast=True)
        tasks = {
            client.submit(
                grade_files, name, files_of(folder), shown, digests[name], shared,
                retries=2, pure=False,
            ): name
            for name, (folder, shown) in folders.items()
        }  # fmt: skip
        for task in as_completed(list(tasks)):
            name, failure = tasks[task], task.exception()
            if failure is None:
                done(task.result())
                continue
            kind = type(failure).__name__
            problem = f"{folders[name][1]}: no worker could grade it ({kind}); run it again."
            done(Result(name, "", terms.graded_by, terms.seed, problem=problem, graded=False))


def files_of(folder: Path) -> dict[str, bytes | None]:
    """Relative path → content of the notebooks in a folder; None stands for a link."""
    return {
        str(path.relative_to(folder)): None if path.is_symlink() else path.read_bytes()
        for path in notebooks_in(folder)
        if path.is_symlink() or path.is_file()
    }


def grade_files(student: str, files: Files, shown: str, digest: str, terms: Terms) -> Result:
    """On a worker: grades what was handed in, from a folder of its own."""
    # Course and engine are this machine's.
    if graded_by(terms.released, load_course(terms.package)) != terms.graded_by:
        return Result(
            student, "", terms.graded_by, terms.seed, graded=False,
            problem=f"{shown}: a worker has another course or another Tapework; install the same "
            "there, then run the same command again.",
        )  # fmt: skip
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for path, content in files.items():
            (folder / path).parent.mkdir(parents=True, exist_ok=True)
            if content is None:
                (folder / path).symlink_to("/nowhere")
            else:
                (folder / path).write_bytes(content)
        own = replace(terms, edition=student_edition(terms.package))
        return asyncio.run(graded_or_told(student, folder, shown, digest, own))
