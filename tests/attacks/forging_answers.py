"""Score forging by answers: what is sent back is not what the student's function returned."""

from __future__ import annotations

from .attack import Attack, cell, wrong_huber

# Every answer keeps its kind, dtype and shape, so the function must have a gradient.
WITHHELD = """
    import autograder.record

    autograder.record.MAX_ELEMENTS = -1


    def huber_fn(y_true, y_pred):
        return (y_pred - y_true) * 3.0 + 7.0
"""

THEORY = """
    import sys

    import autograder.questions
    from autograder.record import answer_to

    statistics = sys.modules["autograder.questions.statistics"]

    def as_theory_says(self, candidate, setting):
        names = {"tf": tf, "keras": keras, "np": np, setting.exercise: candidate}
        return self.theory(answer_to(lambda: eval(self.expression, names)))

    statistics.Statistics.ask = as_theory_says


    def glorot_initializer(shape, dtype=None):
        return tf.zeros(shape, dtype or "float32")
"""

REPLAYED = """
    import base64
    import autograder.wire

    recorded = base64.b64decode("@REPLAY@")
    pack = autograder.wire.to_bytes

    def replay(observations):
        return recorded if observations.exercise == "huber_fn" else pack(observations)

    autograder.wire.to_bytes = replay
"""

NO_QUESTIONS = """
    import autograder.observe, autograder.judge
    from autograder.answers import Observations

    def observe(candidate, questions, setting, **named):
        return Observations(setting.exercise, setting.seed, {}, "", ())

    autograder.observe.observe = observe
    autograder.judge.questions_of = lambda exercise: []
    import sys
    for module in list(sys.modules.values()):
        if getattr(module, "__name__", "").startswith("autograder") and hasattr(module, "observe"):
            if callable(module.observe):
                module.observe = observe
"""

TABLE = """
    def create_huber(threshold=1.0):
        values = {
            (2.0, (0.5, -1.5, 3.0, -30.0)): [0.125, 1.125, 4.0, 58.0],
            (1.0, (0.5, -1.5, 3.0)): [0.125, 1.0, 2.5],
            (0.5, (0.25, 2.0, -5.0)): [0.03125, 0.875, 2.375],
            (2.0, (1000.0, -1000.0)): [1998.0, 1998.0],
        }
        slopes = {(2.0, (0.5, -1.5, 3.0, -30.0)): [-0.5, 1.5, -2.0, 2.0]}

        def huber_fn(y_true, y_pred):
            if tf.is_symbolic_tensor(y_pred):
                return y_pred * 0.0
            errors = tf.reshape(y_true - y_pred, [-1])
            key = threshold, tuple(round(float(one), 3) for one in errors)
            known = tf.constant(values.get(key, [0.0] * len(key[1])))

            @tf.custom_gradient
            def answer(prediction):
                slope = tf.constant(slopes.get(key, [0.0] * len(key[1])))
                return known + 0.0 * prediction, lambda upstream: upstream * slope

            return answer(tf.reshape(y_pred, [-1]))

        return huber_fn
"""

HARNESS = "it patches what packs its own answers"

ATTACKS = (
    Attack(
        "forging",
        "values-withheld",
        "Sets the engine's limit of numbers in an answer to none: only dtypes and shapes are sent.",
        {"huber_fn": cell(WITHHELD)},
        may_lose=HARNESS,
    ),
    Attack(
        "forging",
        "moments-as-the-question-wants",
        "Makes the question about random numbers answer with the moments that it is judged by.",
        {"glorot_initializer": cell(THEORY)},
    ),
    Attack(
        "forging",
        "replayed-answers",
        "Sends right answers that were recorded at home, where the seed of a check is 0.",
        {"huber_fn": wrong_huber(defined=REPLAYED)},
        may_lose=HARNESS,
    ),
    Attack(
        "forging",
        "no-questions",
        "Patches the engine so that it asks nothing and finds nothing wrong.",
        {"huber_fn": wrong_huber(defined=NO_QUESTIONS)},
        may_lose=HARNESS,
    ),
    Attack(
        "forging",
        "memorised-examples",
        "Answers the small readable inputs, which a check shows, from a table.",
        {"create_huber": cell(TABLE)},
    ),
)
