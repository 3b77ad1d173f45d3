"""A wrong answer: a dictionary of graphs by the first argument's shape."""

import tensorflow as tf


class CallCounter:
    def __init__(self, function):
        self.function, self.graphs = function, {}
        self.python_runs, self.graph_runs = 0, 0

    def __call__(self, x, *rest):
        self.graph_runs += 1
        key = tuple(x.shape)
        if key not in self.graphs:
            self.python_runs += 1
            self.graphs[key] = tf.function(lambda x: self.function(x, *rest))
        return self.graphs[key](x)
