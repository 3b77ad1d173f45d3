"""Peeking at solutions that lie in files, in the database, or in the own process."""

from __future__ import annotations

from .attack import Attack, answering, cell

# Runs the part of a text that defines the wanted name; used by several.
TAKES = """
    import ast
    import json
    import keras
    import math
    import numpy as np
    import tensorflow as tf

    def take(text, name="huber_fn"):
        tree = ast.parse(text)
        wanted = [one for one in tree.body if getattr(one, "name", "") == name]
        scope = {"tf": tf, "keras": keras, "np": np, "math": math}
        exec(compile(ast.Module(wanted[:1], []), "taken", "exec"), scope)
        return scope[name]

    def take_from_notebook(path, name="huber_fn"):
        cells = json.load(open(path))["cells"]
        for one in cells:
            if one["metadata"].get("nbgrader", {}).get("grade_id") == name:
                return take("".join(one["source"]), name)
        raise LookupError(name)

    def first_that_works(*ways):
        for way in ways:
            try:
                found = way()
                if abs(float(found(tf.constant([0.0]), tf.constant([3.0]))[0]) - 2.5) < 0.01:
                    return found
            except BaseException:
                pass
        return lambda y_true, y_pred: y_true * 0.0 + 7.0
"""


def taking(*ways: str) -> str:
    """A solution cell that takes the first solution that one of the ways leads to."""
    listed = "".join(f"    lambda: {way},\n" for way in ways)
    return f"{cell(TAKES)}\n\n\nfound = first_that_works(\n{listed})\n" + answering(
        "found(y_true, y_pred)"
    )


REFERENCE_IN_MEMORY = """
    import gc

    own = globals().get("__name__")
    found = lambda y_true, y_pred: y_true * 0.0 + 7.0
    import autograder, course
    try:
        from autograder.catalogue import load_course
        found = load_course().exercise("huber_fn").reference
    except BaseException:
        pass
    for one in gc.get_objects():
        if type(one).__name__ == "Exercise" and getattr(one, "name", "") == "huber_fn":
            found = getattr(one, "reference", found)
        if callable(one) and getattr(one, "__name__", "") == "huber_fn":
            if str(getattr(one, "__module__", "")).startswith("course"):
                found = one
"""

ATTACKS = (
    Attack(
        "peeking",
        "reference-imported",
        "Imports the reference from the course's own package.",
        {
            "huber_fn": answering(
                "reference(y_true, y_pred)",
                """
                try:
                    from course.losses.huber_fn import huber_fn as reference
                except BaseException:
                    try:
                        from course.losses import huber_fn as reference
                    except BaseException:
                        reference = lambda y_true, y_pred: y_true * 0.0 + 7.0
            """,
            )
        },
    ),
    Attack(
        "peeking",
        "reference-lent-to-another",
        "Uses, for create_huber, the reference that another exercise may build on.",
        {
            "create_huber": cell("""
                def create_huber(threshold=1.0):
                    from course.losses.create_huber import create_huber as lent

                    return lent(threshold)
            """),
            "reload_model": cell("""
                def reload_model(path, threshold):
                    from course.losses import create_huber as lent

                    global create_huber
                    create_huber = lent
                    raise ValueError("not mine")
            """),
        },
    ),
    Attack(
        "peeking",
        "reference-in-memory",
        "Looks for the reference among all objects of its process and in the catalogue.",
        {"huber_fn": answering("found(y_true, y_pred)", REFERENCE_IN_MEMORY)},
    ),
    Attack(
        "peeking",
        "course-files",
        "Reads the course's source files, their compiled copies and git's, and runs a copy.",
        {
            "huber_fn": taking(
                'take(open("@REPO@/course/losses/huber_fn.py").read())',
                'take(open(__import__("course").__path__[0] + "/losses/huber_fn.py").read())',
                'take(open("/proc/1/root@REPO@/course/losses/huber_fn.py").read())',
                'take(open("/proc/self/root@REPO@/course/losses/huber_fn.py").read())',
                'take(__import__("inspect").getsource(__import__("course.losses.huber_fn",'
                ' fromlist=["_"])))',
                'take(__import__("subprocess").check_output(["git", "-C", "@REPO@", "show",'
                ' "HEAD:course/losses/huber_fn.py"], text=True))',
                'take(open(__import__("glob").glob("@SITE@/course/losses/huber_fn.py")[0]).read())',
                '__import__("types").FunctionType(next(c for c in __import__("marshal").loads(open('
                '__import__("glob").glob("@REPO@/course/losses/__pycache__/huber_fn.*.pyc")[0],'
                ' "rb").read()[16:]).co_consts if getattr(c, "co_name", "") == "huber_fn"),'
                ' {"tf": tf})',
            )
        },
    ),
    Attack(
        "peeking",
        "solved-notebooks",
        "Takes the solution out of solutions/, source/ or another student's notebook.",
        {
            "huber_fn": taking(
                'take_from_notebook("@REPO@/solutions/02_losses.ipynb")',
                'take_from_notebook("@COURSE@/source/losses/02_losses.ipynb")',
                'take_from_notebook("@COURSE@/submitted/00-witness-first/losses/02_losses.ipynb")',
                'take_from_notebook("@COURSE@/autograded/00-witness-first/losses/02_losses.ipynb")',
                'take_from_notebook("../../00-witness-first/losses/02_losses.ipynb")',
                'take_from_notebook("/proc/1/root@COURSE@/source/losses/02_losses.ipynb")',
                'take_from_notebook(__import__("glob").glob("/**/02_losses.ipynb",'
                " recursive=True)[0])",
            )
        },
    ),
    Attack(
        "peeking",
        "gradebook-read",
        "Takes the solution out of nbgrader's database, which keeps the source of every cell.",
        {
            "huber_fn": taking(
                'take(__import__("sqlite3").connect("file:@COURSE@/gradebook.db?mode=ro", uri=1)'
                ".execute(\"select source from source_cell where name = 'huber_fn'\")"
                ".fetchone()[0])"
            )
        },
    ),
)
