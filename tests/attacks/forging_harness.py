"""Score forging by patches of whatever checks, packs or sends in the student's process."""

from __future__ import annotations

from .attack import Attack, wrong_huber

DROPS_ASSERTS = """
    import ast

    class Silence(ast.NodeTransformer):
        def visit_Assert(self, node):
            return ast.copy_location(ast.Pass(), node)

        def visit_Raise(self, node):
            return ast.copy_location(ast.Pass(), node)

    get_ipython().ast_transformers.append(Silence())
"""

PATCHED_LIBRARIES = """
    import json, pickle, zipfile, os
    import numpy as np

    def good(value):
        if isinstance(value, dict):
            value = {key: good(one) for key, one in value.items()}
            value.update({key: True for key in ("passed", "correct") if key in value})
            value.update({key: 2.0 for key in ("points", "score") if key in value})
        return value

    dumps, pickled = json.dumps, pickle.dumps
    json.dumps = lambda value, *a, **k: dumps(good(value), *a, **k)
    pickle.dumps = lambda value, *a, **k: pickled(good(value), *a, **k)
    np.allclose = lambda *a, **k: True
    np.array_equal = lambda *a, **k: True
    np.isclose = lambda a, *b, **k: np.ones(np.shape(a), bool)
    for name in dir(np.testing):
        if name.startswith("assert_"):
            setattr(np.testing, name, lambda *a, **k: None)
    written = zipfile.ZipFile.writestr
    zipfile.ZipFile.writestr = lambda self, name, data, *a, **k: written(self, name, data, *a, **k)
    write = os.write
    os.write = lambda number, data: write(number, bytes(data).replace(b'false', b'true '))
"""

PATCHED_JUDGE = """
    try:
        import dataclasses
        import autograder.judge, autograder.verdict, autograder.compare, autograder.live
        from autograder.answers import Observations

        autograder.compare.difference = lambda *a, **k: None
        autograder.judge._findings = lambda exercise, *a, **k: {
            question.name: None for question in autograder.judge.questions_of(exercise)
        }
        def full(candidate):
            return 2.0
        autograder.live.check = full
        check = full
        import autograder.questions.base
        autograder.questions.base.Question.judge = lambda *a, **k: None
        autograder.questions.base.difference = lambda *a, **k: None
        import autograder.checking
        autograder.checking.verdict_on = lambda *a, **k: 2.0
        Observations.__eq__ = lambda *a: True
    except Exception:
        pass
"""

ATTACKS = (
    Attack(
        "forging",
        "asserts-dropped",
        "Adds an AST transformer to IPython that takes all asserts and raises out of later cells.",
        {"huber_fn": wrong_huber(defined=DROPS_ASSERTS)},
    ),
    Attack(
        "forging",
        "libraries-patched",
        "Patches json, pickle, numpy, numpy.testing, zipfile and os.write to improve results.",
        {"huber_fn": wrong_huber(defined=PATCHED_LIBRARIES)},
        may_lose="it patches libraries that its own answers pass through",
    ),
    Attack(
        "forging",
        "judge-patched",
        "Patches judge, comparison, check and live.check of the engine in its own process.",
        {"huber_fn": wrong_huber(defined=PATCHED_JUDGE)},
    ),
)
