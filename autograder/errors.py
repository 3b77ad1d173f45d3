"""Errors that the engine raises for its users, each one sentence that says what to do."""


class TapeworkError(Exception):
    """Something could not be done; the message says what was expected, what came, what to do."""


class CourseError(TapeworkError):
    """A course that cannot be used as written: an unknown name, a cycle, a duplicate id."""
