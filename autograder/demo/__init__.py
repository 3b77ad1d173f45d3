"""A sample class, graded from end to end: `python -m autograder.demo`."""
