"""A wrong answer: copy of the generator."""

import copy


def random_batch(inputs, targets, batch_size, rng):
    places = copy.deepcopy(rng).integers(len(inputs), size=batch_size)
    return inputs[places], targets[places]
