"""A wrong answer: the shapes are left open, so Python runs less often."""

import tensorflow as tf


class CallCounter:
    def __init__(self, function):
        self.python_runs, self.graph_runs = 0, tf.Variable(0)

        def counted(x, y):
            self.python_runs += 1
            self.graph_runs.assign_add(1)
            return function(x, y)

        signature = [tf.TensorSpec(None, tf.float32), tf.TensorSpec([], tf.float32)]
        self.traced = tf.function(counted, input_signature=signature)

    def __call__(self, x, y):
        return self.traced(x, y)
