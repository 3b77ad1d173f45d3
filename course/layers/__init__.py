"""Chapter 4: layers and models. Hands on the references."""

from course.layers.add_gaussian_noise import AddGaussianNoise
from course.layers.exponential_layer import exponential_layer
from course.layers.layer_norm import LayerNorm
from course.layers.my_dense import MyDense
from course.layers.naive_dense import NaiveDense
from course.layers.naive_sequential import NaiveSequential
from course.layers.reconstructing_regressor import ReconstructingRegressor
from course.layers.residual_block import ResidualBlock
from course.layers.residual_regressor import ResidualRegressor
from course.layers.simple_dense import SimpleDense
from course.layers.sum_product_ratio import SumProductRatio

__all__ = [
    "AddGaussianNoise",
    "LayerNorm",
    "MyDense",
    "NaiveDense",
    "NaiveSequential",
    "ReconstructingRegressor",
    "ResidualBlock",
    "ResidualRegressor",
    "SimpleDense",
    "SumProductRatio",
    "exponential_layer",
]
