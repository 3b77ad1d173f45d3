"""One class graded by nbgrader, by Otter and by Tapework: `python -m benchmarks.grading`.

Nothing here is a test, and no test asserts a time.
"""
