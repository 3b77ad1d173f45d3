"""A wrong answer: the two counts are swapped."""

import tensorflow as tf


class CallCounter:
    def __init__(self, function):
        self.graph_runs, self.python_runs = 0, tf.Variable(0)

        def counted(*args):
            self.graph_runs += 1
            self.python_runs.assign_add(1)
            return function(*args)

        self.traced = tf.function(counted)

    def __call__(self, *args):
        return self.traced(*args)
