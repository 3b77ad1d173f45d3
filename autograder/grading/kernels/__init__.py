"""Warm kernels: forked from a process that has TensorFlow imported, in a room of their own."""
