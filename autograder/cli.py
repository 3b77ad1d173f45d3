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
    options = _parser().parse_args(arguments)
    run: Callable[[argparse.Namespace], int] = options.run
    try:
        return run(options)
    except TapeworkError as error:
        print(f"tapework: {error}", file=sys.stderr)
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
    return parser


if __name__ == "__main__":
    sys.exit(main())
