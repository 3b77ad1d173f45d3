"""A right answer: a module; a list grows while tracing."""

import tensorflow as tf


class CallCounter(tf.Module):
    def __init__(self, function):
        super().__init__()
        self.function = function
        self.traces = []
        self.graph_runs = tf.Variable(0.0)

    @property
    def python_runs(self):
        return len(self.traces)

    @tf.function
    def __call__(self, *args, **kwargs):
        self.traces.append("traced")
        self.graph_runs.assign_add(1.0)
        return self.function(*args, **kwargs)
