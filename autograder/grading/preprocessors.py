"""Tapework's part in `nbgrader autograde`: preprocessors that stand in its configuration.

Notebooks without exercises of an installed course go through nbgrader's own steps, unchanged.
"""

from __future__ import annotations

import asyncio
import contextlib
from typing import Any

from nbgrader.coursedir import CourseDirectory
from nbgrader.preprocessors import Execute, NbGraderPreprocessor, SaveAutoGrades
from traitlets import Bool

from autograder.catalogue import load_course
from autograder.errors import TapeworkError
from autograder.grading.assignment import CHECK, Released, read_assignment
from autograder.grading.restore import restored
from autograder.grading.submission import normalised
from autograder.grading.terms import terms_for

Notebook = Any
Resources = dict[str, Any]


class RestoreCells(NbGraderPreprocessor):  # type: ignore[misc]
    """Puts every released cell back in its place; what the submission did to them is undone."""

    def preprocess(self, nb: Notebook, resources: Resources) -> tuple[Notebook, Resources]:
        """The submission with every released cell in it."""
        released = _released(self, nb, resources)
        if released is None or not released.points:
            return nb, resources
        notebook, gone = restored(normalised(nb), released)
        for grade_id in gone:
            self.log.warning("Put back what was missing: %s", grade_id)
        for cell in notebook.cells:
            if cell.metadata.get("nbgrader", {}).get("grade_id") in gone:
                cell.metadata["tapework"] = "missing"
        return notebook, resources


class AskAndJudge(Execute):  # type: ignore[misc]
    """Runs a submission in a warm, confined kernel, asks its exercises, judges outside of it."""

    sandboxed = Bool(True, help="Whether submissions are confined; only Linux can.").tag(
        config=True
    )

    def preprocess(
        self, nb: Notebook, resources: Resources, **settings: Any
    ) -> tuple[Notebook, Resources]:
        """The executed notebook with a card and the points in every check."""
        released = _released(self, nb, resources)
        if released is None or not released.points:
            stock: tuple[Notebook, Resources] = super().preprocess(nb, resources, **settings)
            return stock
        from autograder.grading.examine import examine
        from autograder.grading.grade import left_out, notebook_result

        terms = terms_for((released,), load_course(), self.sandboxed, cell_seconds=self.timeout)
        gone = [
            cell.metadata.nbgrader.grade_id
            for cell in nb.cells
            if cell.metadata.pop("tapework", None)
        ]
        told = _run(examine(nb, released, terms, gone))
        for remark in left_out(told):
            self.log.warning("%s", remark)
        book = notebook_result(told, released)
        resources["tapework"] = {name: one.comment for name, one in book.exercises.items()}
        return told.notebook, resources


class SaveVerdicts(SaveAutoGrades):  # type: ignore[misc]
    """Saves scores as nbgrader does, and beside each solution what the student is told."""

    def preprocess_cell(
        self, cell: Any, resources: Resources, cell_index: int
    ) -> tuple[Any, Resources]:
        """Remembers what there is to tell."""
        self._comments = resources.get("tapework", {})
        saved: tuple[Any, Resources] = super().preprocess_cell(cell, resources, cell_index)
        return saved

    def _add_comment(self, cell: Any, resources: Resources) -> None:
        grade_id = cell.metadata["nbgrader"]["grade_id"]
        if grade_id not in self._comments:
            super()._add_comment(cell, resources)
            return
        found = self.gradebook.find_comment(
            grade_id, self.notebook_id, self.assignment_id, self.student_id
        )
        found.auto_comment = self._comments[grade_id]
        self.gradebook.db.commit()


def _released(preprocessor: Any, nb: Notebook, resources: Resources) -> Released | None:
    """The released notebook that a submission was made from; None where it is none of ours.

    Raises:
        TapeworkError: If the submission holds checks of ours, and what was released is gone:
            nbgrader's own steps would believe whatever those checks print.
    """
    told, course = resources["nbgrader"], load_course()
    assignment, name = told["assignment"], told["notebook"]
    directory = CourseDirectory(parent=preprocessor)
    found: list[Released] = []
    with contextlib.suppress(TapeworkError):
        found = read_assignment(directory, assignment, course)
    released = next((one for one in found if one.name == name), None)
    ids = (cell.metadata.get("nbgrader", {}).get("grade_id", "") for cell in nb.cells)
    checks = [one for one in ids if one.removesuffix(CHECK) in course.exercises]
    if released is None and any(one.endswith(CHECK) for one in checks):
        raise TapeworkError(
            f"source/{assignment}/{name}.ipynb is gone: it says what the exercises of this "
            "notebook are worth. Put it back, under the name that was released, and grade again."
        )
    return released


def _run(coroutine: Any) -> Any:
    """Waits for a coroutine, also where a loop runs already, as in the formgrader's server."""
    from concurrent.futures import ThreadPoolExecutor

    with ThreadPoolExecutor(1) as pool:
        return pool.submit(asyncio.run, coroutine).result()
