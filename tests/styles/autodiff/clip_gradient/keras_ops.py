"""A right answer: keras ops."""

import keras


def clip_gradient(x, limit):
    @keras.ops.custom_gradient
    def forward(x):
        def backward(*args, upstream=None):
            if upstream is None:
                (upstream,) = args
            return keras.ops.clip(upstream, -limit, limit)

        return x, backward

    return forward(x)
