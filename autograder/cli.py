"""The `tapework` command: reads arguments, calls what does the work, sets the exit status."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable
from pathlib import Path

from autograder import commands
from autograder.commands import COULD_NOT
from autograder.errors import TapeworkError


def main(arguments: list[str] | None = None) -> int:
    """Runs one command. Exit status: 0 did it, 1 something fell short, 2 could not do it."""
    # nbformat imports jsonschema, and that, where it can, a grammar of internationalised addresses,
    # which takes two seconds to build and no notebook needs.
    sys.modules.setdefault("rfc3987_syntax", None)  # type: ignore[arg-type]
    options = _parser().parse_args(arguments)
    run: Callable[[argparse.Namespace], int] = options.run
    try:
        return run(options)
    except TapeworkError as error:
        print(f"tapework: {error}", file=sys.stderr)
        return COULD_NOT
    except ModuleNotFoundError as error:
        # Only instructors and authors need it, so a learner's install leaves it out.
        print(
            f"tapework: {error.name} is not installed. This command needs it: run "
            "`pip install tapework[instructor]`.",
            file=sys.stderr,
        )
        return COULD_NOT
    except OSError as error:
        # The machine's trouble, not the code's: a full disk, a folder that cannot be written.
        if not error.strerror:
            raise
        where = f" ({error.filename})" if error.filename else ""
        print(
            f"tapework: {error.strerror}{where}. Nothing that was finished is lost: mend that, "
            "then run the same command again.",
            file=sys.stderr,
        )
        return COULD_NOT
    except KeyboardInterrupt:
        print("tapework: stopped.", file=sys.stderr)
        return COULD_NOT


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="tapework", description="A TensorFlow course that checks the work of whoever takes it."
    )
    subcommands = parser.add_subparsers(required=True, metavar="COMMAND")

    def add(
        to: argparse._SubParsersAction[argparse.ArgumentParser],
        name: str,
        run: Callable[[argparse.Namespace], int],
        text: str,
    ) -> argparse.ArgumentParser:
        command = to.add_parser(name, help=text, description=text)
        command.set_defaults(run=run)
        return command

    lab = add(subcommands, "lab", commands.lab, "Open the course in JupyterLab.")
    lab.add_argument("jupyter", nargs="*", help="arguments handed on to jupyter lab, after --")

    check = add(subcommands, "check", commands.check, "Judge Python files as solution cells.")
    check.add_argument("exercise", metavar="EXERCISE")
    check.add_argument("files", metavar="FILE", nargs="+", type=Path)
    check.add_argument("--json", action="store_true", help="one line of JSON per file")
    check.add_argument("--no-sandbox", action="store_true", help="do not confine the files' code")

    publish = add(subcommands, "publish", commands.publish, "Regenerate notebooks and solutions.")
    publish.add_argument("--check", action="store_true", help="change nothing; exit 1 on drift")
    publish.add_argument("--root", type=Path, default=Path(), help="where notebooks/ lies")

    coverage = add(subcommands, "coverage", commands.coverage, "Which facts are taught where.")
    coverage.add_argument("--json", action="store_true", help="one JSON object")

    course = subcommands.add_parser("course", help="Directories for nbgrader.")
    directories = course.add_subparsers(required=True, metavar="COMMAND")
    init = add(directories, "init", commands.course_init, "Make an nbgrader course directory.")
    init.add_argument("directory", metavar="DIR", type=Path)

    grade = add(subcommands, "grade", commands.grade, "Grade a class into nbgrader's gradebook.")
    _of_a_class(grade)
    grade.add_argument("--workers", type=_count, default=None, metavar="N", help="side by side")
    grade.add_argument("--scheduler", default="", metavar="URL", help="grade on a Dask cluster")
    grade.add_argument("--force", action="store_true", help="grade all of them afresh")
    grade.add_argument("--resume", action="store_true", help="only go on with an interrupted run")
    grade.add_argument("--no-sandbox", action="store_true", help="do not confine students' code")

    regrade = add(subcommands, "regrade", commands.regrade, "Judge stored answers again.")
    _of_a_class(regrade)
    regrade.add_argument("--yes", action="store_true", help="write without asking")
    return parser


def _of_a_class(command: argparse.ArgumentParser) -> None:
    """The arguments of commands that deal with one assignment of a course directory."""
    command.add_argument("assignment", metavar="ASSIGNMENT")
    command.add_argument("--course", type=Path, default=Path(), metavar="DIR", help="default: here")
    command.add_argument(
        "--students", type=lambda text: [one.strip() for one in text.split(",") if one.strip()],
        default=None, metavar="A,B,…", help="only these",
    )  # fmt: skip
    command.add_argument("--json", action="store_true", help="one line of JSON per student")


def _count(text: str) -> int:
    number = int(text)
    if number < 1:
        raise argparse.ArgumentTypeError(f"expected 1 or more, received {number}")
    return number


if __name__ == "__main__":
    sys.exit(main())
