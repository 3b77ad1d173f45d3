"""A wrong answer: first half only."""


def random_batch(inputs, targets, batch_size, rng):
    places = rng.integers(len(inputs) // 2, size=batch_size)
    return inputs[places], targets[places]
