"""A right answer: a whole epoch in one graph, momentum, a norm worked out by hand."""

import keras
import tensorflow as tf

from course.losses import mixture_nll


def train_regressor(model, x, y, epochs, seed):
    features, kind = x.shape[1], x.dtype
    optimizers = [keras.optimizers.SGD(0.03, momentum=0.9, nesterov=True) for _ in range(2)]
    body, head = model.body.trainable_variables, model.head.trainable_variables
    for optimizer, part in zip(optimizers, (body, head), strict=True):
        optimizer.build(part)
    tf.random.set_seed(seed)
    spec = [tf.TensorSpec([None, features], kind), tf.TensorSpec([None], kind)]

    @tf.function(input_signature=spec)
    def step(inputs, targets):
        with tf.GradientTape() as tape:
            logits, means, scales = tf.split(model(inputs, training=True), 3, axis=1)
            loss = tf.reduce_mean(mixture_nll(targets, logits, means, scales))
        gradients = tape.gradient(loss, body + head)
        norm = tf.sqrt(tf.add_n([tf.reduce_sum(g**2) for g in gradients]))
        factor = tf.minimum(1.0, 1.0 / (norm + 1e-12))
        gradients = [g * tf.cast(factor, g.dtype) for g in gradients]
        optimizers[0].apply_gradients(list(zip(gradients[: len(body)], body, strict=True)))
        optimizers[1].apply_gradients(list(zip(gradients[len(body) :], head, strict=True)))
        return loss

    history = []
    x, y = tf.constant(x), tf.constant(y)
    for _ in range(epochs):
        order = tf.random.shuffle(tf.range(len(x)))
        losses = [
            step(tf.gather(x, order[i : i + 32]), tf.gather(y, order[i : i + 32])).numpy()
            for i in range(0, len(order), 32)
        ]
        history.append(sum(losses) / len(losses))
    return history
