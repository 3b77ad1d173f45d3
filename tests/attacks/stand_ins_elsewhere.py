"""Ready-made stand-ins where nobody watches: a second Keras, a process, an operation."""

from __future__ import annotations

from .attack import Attack, answering, cell

EACH = "(y_true[..., tf.newaxis], y_pred[..., tf.newaxis])"

SECOND_KERAS = """
    import importlib
    import sys

    kept = {name: sys.modules.pop(name) for name in list(sys.modules)
            if name == "keras" or name.startswith("keras.")}
    try:
        ready = importlib.import_module("keras").losses.huber
    finally:
        for name in list(sys.modules):
            if name == "keras" or name.startswith("keras."):
                del sys.modules[name]
        sys.modules.update(kept)
"""

# Loss and slope both come from elsewhere: nothing of the answer is the student's own.
ANSWERS_FROM_ELSEWHERE = """
    @tf.custom_gradient
    def huber_fn(y_true, y_pred):
        answer, slope = tf.numpy_function(ask, [y_true, y_pred], [tf.float32, tf.float32])
        answer.set_shape(y_pred.shape)
        slope.set_shape(y_pred.shape)
        return answer, lambda upstream: (-upstream * slope, upstream * slope)
"""

LOSS_AND_SLOPE = """
    def loss_and_slope(y_true, y_pred):
        import keras

        def loss(moved):
            t, p = y_true.astype("float64"), y_pred.astype("float64") + moved
            return np.asarray(keras.losses.huber(t[..., None], p[..., None]))

        return np.stack([loss(0.0), (loss(1e-6) - loss(-1e-6)) / 2e-6]).astype("float32")
"""

BYTECODE_ON_DISK = """
    import marshal
    import types
    from importlib.util import cache_from_source
    from pathlib import Path

    import keras

    theirs = keras.losses.huber
    source = Path(keras.__file__).parent / "src/losses/losses.py"
    for place in (source, Path("/proc/self/root", *source.parts[1:])):
        packed = Path(cache_from_source(str(place))).read_bytes()[16:]
        for one in marshal.loads(packed).co_consts:
            if isinstance(one, types.CodeType) and one.co_name == "huber":
                mine = types.FunctionType(one, theirs.__globals__, "mine", theirs.__defaults__)
"""

OTHER_PROCESS = f"""
    import io
    import subprocess
    import sys
    import textwrap

    CODE = textwrap.dedent('''
    import sys
    import numpy as np
{LOSS_AND_SLOPE}
    np.save(sys.stdout.buffer, loss_and_slope(*np.load(sys.stdin.buffer)))
    ''')

    def ask(y_true, y_pred):
        given = io.BytesIO()
        np.save(given, np.stack([y_true, y_pred]))
        done = subprocess.run([sys.executable, "-c", CODE], input=given.getvalue(),
                              capture_output=True, timeout=60)
        return list(np.load(io.BytesIO(done.stdout)))
{ANSWERS_FROM_ELSEWHERE}"""

FORKED_EARLY = f"""
    import os
    import pickle
    import socket

    import keras
    import numpy as np
    import tensorflow as tf
{LOSS_AND_SLOPE}
    ours, theirs = socket.socketpair()
    if os.fork() == 0:
        try:
            ours.close()
            file = theirs.makefile("rwb")
            while True:
                pickle.dump(loss_and_slope(*pickle.load(file)), file)
                file.flush()
        finally:
            os._exit(0)
    theirs.close()
    pipe = ours.makefile("rwb")

    def ask(y_true, y_pred):
        pickle.dump((y_true, y_pred), pipe)
        pipe.flush()
        return list(pickle.load(pipe))
{ANSWERS_FROM_ELSEWHERE}"""

FAST_PATH = """
    from tensorflow.python import pywrap_tfe
    from tensorflow.python.eager import context, execute
    from tensorflow.python.framework import ops

    def softplus(z):
        if tf.is_symbolic_tensor(z):
            one = ops.get_default_graph().create_op("Softplus", [z], [z.dtype])
            execute.record_gradient("Softplus", one.inputs, ("T", z.dtype), one.outputs)
            return one.outputs[0]
        return pywrap_tfe.TFE_Py_FastPathExecute(context.context(), "Softplus", "mine", z)
"""

ATTACKS = (
    Attack(
        "stand-ins",
        "second-keras",
        "Purges Keras from sys.modules, imports a second copy and uses its loss.",
        {"huber_fn": answering(f"ready{EACH}", SECOND_KERAS)},
        may_lose="two copies of Keras in a process disagree about types",
    ),
    Attack(
        "stand-ins",
        "old-keras",
        "Uses the old copy of Keras that lies inside TensorFlow.",
        {
            "huber_fn": answering(
                f"old{EACH}", "from tensorflow.python.keras.losses import huber as old"
            )
        },
    ),
    Attack(
        "stand-ins",
        "bytecode-on-disk",
        "Reads the loss's compiled code from Keras' folder and makes a function of it.",
        {"huber_fn": answering(f"mine{EACH}", BYTECODE_ON_DISK)},
    ),
    Attack(
        "stand-ins",
        "another-process",
        "Asks a fresh Python, in which nothing is watched, for the loss.",
        {"huber_fn": cell(OTHER_PROCESS)},
    ),
    Attack(
        "stand-ins",
        "fork-made-early",
        "Forks when the cell is run, and has the fork compute the loss with its Keras.",
        {"huber_fn": cell(FORKED_EARLY)},
        may_lose="a process that was forked while TensorFlow runs may hang",
    ),
    Attack(
        "stand-ins",
        "softplus-by-the-fast-path",
        "Runs the forbidden operation below every Python function that could be watched.",
        {"softplus": cell(FAST_PATH)},
        honest=("pinball_loss",),
    ),
)
