"""Writes results to nbgrader's gradebook: one writer, one transaction a submission.

A gradebook that others hold locked (SQLite's file, a PostgreSQL row) is waited for; whatever fails
in between leaves it as it was.
"""

from __future__ import annotations

import threading
import time
import warnings
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from autograder.errors import TapeworkError
from autograder.grading.result import NotebookResult, Result, write_whole

LOCKED_SECONDS = 600.0
Say = Callable[[str], None]


class Writer:
    """Puts results into the gradebook and the autograded folder of a course directory."""

    def __init__(self, directory: Any, config: Any, assignment: str, say: Say = print) -> None:
        self._directory = directory
        self._config = config
        self._assignment = assignment
        self._say = say
        self.stopped = threading.Event()  # set, it ends the waiting for a locked gradebook

    def write(self, result: Result) -> tuple[float, float] | None:
        """Writes one result, all of it or nothing; points and maximum as the gradebook has them.

        None where there is nothing to write. A submission that can't be graded any more loses
        the scores that an earlier one had.

        Raises:
            TapeworkError: If the gradebook stays locked or the disk takes no more.
        """
        for name, book in result.notebooks.items():
            write_whole(self._folder(result.student) / f"{name}.ipynb", book.text, mode=0o444)
        self._copy_timestamp(result.student)
        found: tuple[float, float] | None = self._patiently(
            lambda gradebook: self._fill_in(gradebook, result)
        )
        return found

    def has_assignment(self) -> bool:
        """Whether the gradebook knows the assignment: whether it was released."""
        found = self._look(lambda gradebook: gradebook.find_assignment(self._assignment).name)
        return found is not None

    def points_of(self, student: str) -> tuple[float, float] | None:
        """Points and maximum that the gradebook has; None where it has no such submission."""

        def points(gradebook: Any) -> tuple[float, float]:
            found = gradebook.find_submission(self._assignment, student)
            return float(found.score), float(found.max_score)

        found: tuple[float, float] | None = self._look(points)
        return found

    def _look(self, find: Callable[[Any], Any]) -> Any:
        """What is found in the gradebook; None where it has no such entry."""
        from nbgrader.api import MissingEntry

        def look(gradebook: Any) -> Any:
            try:
                return find(gradebook)
            except MissingEntry:
                return None

        return self._patiently(look)

    def _folder(self, student: str) -> Path:
        directory = self._directory
        path = directory.format_path(directory.autograded_directory, student, self._assignment)
        return Path(path)

    def _submitted(self, student: str) -> Path:
        directory = self._directory
        path = directory.format_path(directory.submitted_directory, student, self._assignment)
        return Path(path)

    def _copy_timestamp(self, student: str) -> None:
        # nbgrader compares the two to see whether a newer submission has come.
        source = self._submitted(student) / "timestamp.txt"
        if source.is_file() and not source.is_symlink() and self._folder(student).is_dir():
            text = source.read_text(encoding="utf-8", errors="replace")
            # In place of the one that is there: nbgrader leaves its own read-only.
            write_whole(self._folder(student) / "timestamp.txt", text)

    def _timestamp(self, student: str) -> Any:
        from nbgrader.utils import parse_utc

        try:
            text = (self._submitted(student) / "timestamp.txt").read_text(encoding="utf-8")
            return parse_utc(text.strip()) if text.strip() else None
        except (OSError, ValueError, OverflowError):
            return None

    def _patiently(self, action: Callable[[Any], Any]) -> Any:
        """Runs an action in one transaction, again while the gradebook is locked."""
        from sqlalchemy.exc import DBAPIError

        until, told = time.monotonic() + LOCKED_SECONDS, False
        while True:
            try:
                with self._transaction() as gradebook:
                    return action(gradebook)
            except DBAPIError as error:
                reason = str(error.orig).splitlines()[0] if error.orig else str(error)
                if not _is_locked(reason):
                    raise TapeworkError(
                        f"The gradebook could not be written ({reason}). Nothing is lost: run the "
                        "same command again, and it goes on."
                    ) from None
            if time.monotonic() > until:
                raise TapeworkError(
                    "The gradebook stayed locked by another program. Nothing is lost: close that "
                    "one, then run the same command again, and it goes on."
                )
            if not told:
                self._say("The gradebook is locked by another program: waiting for it.")
                told = True
            if self.stopped.wait(0.2):
                raise TapeworkError("Stopped while the gradebook was locked. Nothing is lost.")

    @contextmanager
    def _transaction(self) -> Iterator[Any]:
        from nbgrader.api import Gradebook
        from sqlalchemy.exc import SAWarning

        course = self._directory
        with (
            warnings.catch_warnings(),
            Gradebook(_impatient(course.db_url), course.course_id) as gradebook,
        ):
            commit = gradebook.db.commit
            # nbgrader builds a submission before it adds it to the session, and means to.
            warnings.filterwarnings("ignore", "Object of type <Submitted", SAWarning)
            # nbgrader commits after every little step; here they all count or none.
            gradebook.db.commit = gradebook.db.flush
            try:
                yield gradebook
                commit()
            except BaseException:
                gradebook.db.rollback()
                raise

    def _fill_in(self, gradebook: Any, result: Result) -> tuple[float, float] | None:
        from nbgrader.api import MissingEntry

        student = result.student
        if not result.graded:
            try:
                submission = gradebook.find_submission(self._assignment, student)
            except MissingEntry:
                return None
        else:
            gradebook.update_or_create_student(student)
            timestamp = self._timestamp(student)
            given = {"timestamp": timestamp} if timestamp else {}
            submission = gradebook.update_or_create_submission(self._assignment, student, **given)
        for notebook in submission.notebooks:
            book = result.notebooks.get(notebook.name)
            if book is None:
                _nothing(notebook)
            else:
                save_book(gradebook, book, (notebook.name, self._assignment, student))
            gradebook.db.flush()
            self._penalise(submission, notebook)
        gradebook.db.flush()
        gradebook.db.expire_all()
        return float(submission.score), float(submission.max_score)

    def _penalise(self, submission: Any, notebook: Any) -> None:
        """Late penalties, by the plug-in that the course has configured."""
        from nbgrader.preprocessors import AssignLatePenalties

        assign = AssignLatePenalties(config=self._config)
        assign.init_plugin()
        notebook.late_submission_penalty = None
        late = submission.total_seconds_late
        if late > 0:
            penalty = assign.plugin_inst.late_submission_penalty(
                submission.student.id, notebook.score, late
            )
            if penalty is not None:
                penalty = assign._check_late_penalty(notebook, penalty)
            notebook.late_submission_penalty = penalty


def save_book(gradebook: Any, book: NotebookResult, where: tuple[str, str, str]) -> None:
    """Fills in the scores and comments of one notebook, as nbgrader's own autograder does."""
    import nbformat

    from autograder.grading.preprocessors import SaveVerdicts

    save = SaveVerdicts()
    save.gradebook = gradebook
    save.notebook_id, save.assignment_id, save.student_id = where
    comments = {name: one.comment for name, one in book.exercises.items()}
    notebook = nbformat.reads(book.text, as_version=nbformat.NO_CONVERT)
    for index, cell in enumerate(notebook.cells):
        save.preprocess_cell(cell, {"tapework": comments}, index)


def _nothing(notebook: Any) -> None:
    """Zero for a notebook that was not handed in, or that cannot be read."""
    for grade in notebook.grades:
        grade.auto_score = 0.0
        grade.needs_manual_grade = False
    for one in notebook.comments:
        one.auto_comment = "This notebook was missing, or could not be read."


def _impatient(address: str) -> str:
    """A gradebook's address; SQLite tells of a lock soon, and the waiting is ours."""
    from sqlalchemy import make_url

    url = make_url(address)
    if url.get_backend_name() != "sqlite":
        return address
    return url.update_query_dict({"timeout": "2"}).render_as_string(hide_password=False)


def _is_locked(reason: str) -> bool:
    words = reason.lower()
    return any(one in words for one in ("locked", "busy", "lock timeout", "deadlock", "serialize"))
