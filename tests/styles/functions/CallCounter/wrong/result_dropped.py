"""A wrong answer: the result is dropped."""

import tensorflow as tf


class CallCounter:
    def __init__(self, function):
        self.python_runs, self.graph_runs = 0, tf.Variable(0)

        def counted(*args):
            self.python_runs += 1
            self.graph_runs.assign_add(1)
            return function(*args)

        self.traced = tf.function(counted)

    def __call__(self, *args):
        self.traced(*args)
