"""A wrong answer: Keras' own step, whose loss is a running mean."""


def make_fast_step(model, optimizer, loss_fn):
    model.compile(optimizer=optimizer, loss=loss_fn)
    return lambda x, y: model.train_on_batch(x, y)
