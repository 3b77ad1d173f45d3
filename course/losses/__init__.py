"""Chapter 2: losses, and the other small parts of a model. Hands on the references."""

from course.losses.huber_fn import huber_fn

__all__ = ["huber_fn"]
