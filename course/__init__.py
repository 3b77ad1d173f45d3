"""A course on TensorFlow and Keras in which everything is re-created and checked."""

CHAPTERS = {
    1: "tensors",
    2: "losses",
    3: "metrics",
    4: "layers",
    5: "autodiff",
    6: "training",
    7: "functions",
    8: "capstone",
}

# How many facts the course promises to teach, by the letter of their ids: L-01 to L-32.
FACTS = {"T": 57, "L": 32, "M": 18, "Y": 37, "A": 22, "R": 33, "F": 18}
