"""A wrong answer: targets of the first."""


def random_batch(inputs, targets, batch_size, rng):
    places = rng.permutation(len(inputs))[:batch_size]
    return inputs[places], targets[:batch_size]
