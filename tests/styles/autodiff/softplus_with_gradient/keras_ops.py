"""A right answer: keras ops."""

import keras


def softplus_with_gradient(x):
    @keras.ops.custom_gradient
    def forward(x):
        def backward(*args, upstream=None):
            if upstream is None:
                (upstream,) = args
            return keras.ops.multiply(upstream, keras.ops.sigmoid(x))

        return keras.ops.logaddexp(x, 0.0), backward

    return forward(x)
