"""Chapter 5: autodiff, gradients of nearly any computation. Hands on the references."""

from course.autodiff.clip_gradient import clip_gradient
from course.autodiff.example_gradients import example_gradients
from course.autodiff.finite_difference_gradients import finite_difference_gradients
from course.autodiff.freeze_second_term import freeze_second_term
from course.autodiff.gradient_at import gradient_at
from course.autodiff.gradients_of import gradients_of
from course.autodiff.hessian import hessian
from course.autodiff.safe_sqrt import safe_sqrt
from course.autodiff.sensitivity_penalty import sensitivity_penalty
from course.autodiff.softplus_with_gradient import softplus_with_gradient
from course.autodiff.speed_and_acceleration import speed_and_acceleration
from course.autodiff.stable_softplus import stable_softplus
from course.autodiff.two_gradients import two_gradients

__all__ = [
    "clip_gradient",
    "example_gradients",
    "finite_difference_gradients",
    "freeze_second_term",
    "gradient_at",
    "gradients_of",
    "hessian",
    "safe_sqrt",
    "sensitivity_penalty",
    "softplus_with_gradient",
    "speed_and_acceleration",
    "stable_softplus",
    "two_gradients",
]
