"""A right answer: the model's gradients told apart by whose weight it is; a number back."""

import keras
import tensorflow as tf


def wide_and_deep_step(model, wide_optimizer, deep_optimizer, loss_fn, x, y):
    with tf.GradientTape() as tape:
        loss = keras.ops.mean(loss_fn(y, model(x, training=True)))
    pairs = list(
        zip(tape.gradient(loss, model.trainable_variables), model.trainable_variables, strict=False)
    )
    wide = {id(v) for v in model.wide.variables}
    wide_optimizer.apply_gradients([(g, v) for g, v in pairs if id(v) in wide])
    deep_optimizer.apply_gradients([(g, v) for g, v in pairs if id(v) not in wide])
    return float(loss) if tf.executing_eagerly() else loss
