"""Makes plain test files, in Otter's format, of the course's questions."""

from __future__ import annotations

import inspect
import json
import re
from pathlib import Path
from types import CodeType

from autograder.catalogue import Chapter
from autograder.exercise import Exercise
from autograder.observe import observe
from autograder.publish.source import imports, module_names
from autograder.questions import (
    Behaviour,
    Gradient,
    InFit,
    InGraph,
    Raises,
    RoundTrip,
    Statistics,
    Values,
)
from autograder.questions.base import Setting
from autograder.quiet import import_tensorflow
from benchmarks.grading.data import told

SEED = 1
HELPERS = Path(__file__).with_name("asking.py")
OTTERS = "from otter.test_files import test_case\n"
HEAD = '''\
"""{name}: tests with answers that the reference gave. Made by the benchmark."""

import json

from asking import *

{imported}
OK_FORMAT = False
name = {name!r}
passed = set()
'''
TEST = """

@test_case(name={title!r}, points={points!r}, hidden=False)
def test_{number}(env):
    test = json.loads({data!r})
    {needs}{call}
    passed.add({title!r})
"""
KINDS = {
    Values: "ask_values", Gradient: "ask_gradient", InGraph: "ask_graph", InFit: "ask_fit",
    RoundTrip: "ask_round_trip", Statistics: "ask_statistics", Raises: "ask_raises",
}  # fmt: skip


def write_tests(chapter: Chapter, folder: Path, imported: str = OTTERS) -> None:
    """Writes a test file for each exercise into `tests/`, and beside it what they ask with."""
    import_tensorflow(use=True)
    (folder / "tests").mkdir(parents=True, exist_ok=True)
    for exercise in chapter.exercises.values():
        text = test_file(exercise, imported)
        (folder / "tests" / f"{exercise.name}.py").write_text(text, encoding="utf-8")
    (folder / HELPERS.name).write_text(HELPERS.read_text(encoding="utf-8"), encoding="utf-8")


def plain_imports(setup: str) -> str:
    """What the set-up cell imports, but for Tapework's own."""
    plain = re.sub(r"^(\s*)%.*$", r"\1pass", setup, flags=re.MULTILINE)
    return "\n".join(one for one in imports(plain).values() if "autograder" not in one)


def test_file(exercise: Exercise, imported: str = OTTERS) -> str:
    """The text of an exercise's test file: one test case, with its points, a question.

    Args:
        exercise: The exercise.
        imported: Where `test_case` comes from; empty where it is there already.
    """
    setting = Setting(exercise.name, SEED, "float64")
    seen = observe(exercise.reference, exercise.questions, setting)
    total = sum(question.weight for question in exercise.questions)
    scenes = [one for one in exercise.questions if isinstance(one, Behaviour)]
    text = HEAD.format(name=exercise.name, imported=imported)
    text += _helpers(exercise, scenes) if scenes else ""
    for number, question in enumerate(exercise.questions):
        held = told(question, seen.answers[question.name], setting)
        call = f"{KINDS.get(type(question))}(test, env)"
        if isinstance(question, Behaviour):
            scene = _scene(question, exercise)
            call = f"compare_scene(test, dict({scene}(env[name], ASKED)))"
        text += TEST.format(
            title=question.name,
            points=round(exercise.points * question.weight / total, 6),
            number=number,
            data=json.dumps({"exercise": exercise.name, **held}),
            needs=f"assert {question.needs!r} in passed\n    " if question.needs else "",
            call=call,
        )
    return text


def _scene(question: Behaviour, exercise: Exercise) -> str:
    """The name of the function in the exercise's file that plays the scene."""
    module = vars(inspect.getmodule(exercise.reference))
    code: CodeType = question.scene.__code__  # type: ignore[attr-defined]
    if question.scene.__name__ in module:
        return str(question.scene.__name__)
    return next(name for name in code.co_names if inspect.isfunction(module.get(name)))


def _helpers(exercise: Exercise, scenes: list[Behaviour]) -> str:
    """The source of the functions that play scenes, as the exercise's file has them."""
    module, file = inspect.getmodule(exercise.reference), exercise.file.read_text(encoding="utf-8")
    wanted, sources = [_scene(scene, exercise) for scene in scenes], dict[str, str]()
    while wanted:
        name = wanted.pop()
        value = inspect.unwrap(vars(module).get(name))
        own = inspect.isfunction(value) and value.__module__ == exercise.reference.__module__
        if own and name not in sources:
            sources[name] = inspect.getsource(value)
            wanted += sorted(module_names(sources[name]))
    used = set().union(*(module_names(source) for source in sources.values()))
    lines = sorted(line for name, line in imports(file).items() if name in used)
    # A scene may keep what it made for a setting: that must be hashable.
    asked = f'ASKED = namedtuple("Asked", "precision seed")("float32", {SEED})'
    head = "\n".join(["from collections import namedtuple", *lines])
    return "\n".join([head, "", asked, "", "", "\n\n".join(sources.values())])
