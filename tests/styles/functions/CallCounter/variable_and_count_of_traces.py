"""A right answer: TensorFlow's own count of traces, as properties."""

import tensorflow as tf


class CallCounter:
    def __init__(self, function):
        self._runs = tf.Variable(0, dtype=tf.int64, trainable=False)

        @tf.function
        def traced(*args):
            self._runs.assign_add(1)
            return function(*args)

        self._traced = traced

    def __call__(self, *args):
        return self._traced(*args)

    @property
    def python_runs(self):
        return self._traced.experimental_get_tracing_count()

    @property
    def graph_runs(self):
        return self._runs.read_value()
