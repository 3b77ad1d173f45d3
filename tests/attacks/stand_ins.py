"""Ready-made stand-ins by another name or detour; all of them end in the watched function."""

from __future__ import annotations

from .attack import Attack, answering, cell

EACH = "(y_true[..., tf.newaxis], y_pred[..., tf.newaxis])"

BY_COMPILE = """
    def huber_fn(y_true, y_pred):
        model = keras.Sequential([keras.Input((1,)), keras.layers.Identity()])
        model.compile(loss=keras.losses.get("huber"))
        return model.loss(y_true[..., tf.newaxis], y_pred[..., tf.newaxis])
"""

SUBCLASS = """
    class HuberLoss(keras.losses.Huber):
        def __init__(self, threshold=1.0, **kwargs):
            super().__init__(delta=threshold, **kwargs)
            self.threshold = threshold

        def get_config(self):
            return {**keras.losses.Loss.get_config(self), "threshold": self.threshold}

        @classmethod
        def from_config(cls, config):
            return cls(**config)
"""

TRACED_EARLY = """
    import keras
    import tensorflow as tf

    by_rank = {
        rank: tf.function(
            lambda t, p: keras.losses.huber(t[..., tf.newaxis], p[..., tf.newaxis]),
            input_signature=[tf.TensorSpec([None] * rank, tf.float32)] * 2,
        ).get_concrete_function()
        for rank in (1, 2, 3)
    }
"""

ATTACKS = (
    Attack(
        "stand-ins",
        "called-by-name",
        "Returns keras.losses.Huber under its own name, as a class.",
        {"huber_fn": answering(f"keras.losses.Huber(reduction=None){EACH}")},
    ),
    Attack(
        "stand-ins",
        "name-pieced-together",
        'Gets it with getattr and "Hu" + "ber", through tf.keras and through an alias.',
        {"huber_fn": answering(f'getattr(tf.keras.losses, "Hu" + "ber")(reduction="none"){EACH}')},
    ),
    Attack(
        "stand-ins",
        "by-string",
        "Lets model.compile and keras.losses.get find it by the string 'huber'.",
        {"huber_fn": cell(BY_COMPILE)},
    ),
    Attack(
        "stand-ins",
        "subclass",
        "Hands in a subclass of the ready-made loss.",
        {"HuberLoss": cell(SUBCLASS)},
    ),
    Attack(
        "stand-ins",
        "deserialized",
        "Makes it from a config, as a saved model would.",
        {
            "huber_fn": answering(
                f"ready{EACH}",
                "import keras\n\n"
                "ready = keras.losses.deserialize(\n"
                '    {"class_name": "Huber", "config": {"reduction": None}}\n)',
            )
        },
    ),
    Attack(
        "stand-ins",
        "older-api",
        "Calls TensorFlow 1's huber_loss.",
        {
            "huber_fn": answering(
                "tf.compat.v1.losses.huber_loss(y_true, y_pred, "
                "reduction=tf.compat.v1.losses.Reduction.NONE)"
            )
        },
    ),
    Attack(
        "stand-ins",
        "traced-in-another-cell",
        "Traces it into graphs in another exercise's cell, and runs only the graphs when asked.",
        {"huber_fn": answering("by_rank[y_true.shape.rank](y_true, y_pred)")},
        first=cell(TRACED_EARLY),
    ),
    Attack(
        "stand-ins",
        "raw-operations",
        "Calls the forbidden softplus as a raw operation.",
        {"softplus": answering("tf.raw_ops.Softplus(features=z)", exercise="softplus")},
        honest=("pinball_loss",),
    ),
    Attack(
        "stand-ins",
        "softplus-by-another-road",
        "Calls the forbidden softplus through an Activation layer.",
        {"softplus": answering('keras.layers.Activation("softplus")(z)', exercise="softplus")},
        honest=("pinball_loss",),
    ),
)
