"""A right answer: both are variables, one is changed while tracing."""

import tensorflow as tf


class CallCounter:
    def __init__(self, function):
        self.python_runs = tf.Variable(0)
        self.graph_runs = tf.Variable(0)

        def counted(*args):
            with tf.init_scope():
                self.python_runs.assign_add(1)
            result = function(*args)
            self.graph_runs.assign_add(1)
            return result

        self.call = tf.function(counted, reduce_retracing=False)

    def __call__(self, *args):
        return self.call(*args)
