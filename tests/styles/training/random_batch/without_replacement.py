"""A right answer: without replacement."""


def random_batch(inputs, targets, batch_size, rng):
    idx = rng.choice(len(inputs), size=batch_size, replace=False)
    return [inputs[idx], targets[idx]]
