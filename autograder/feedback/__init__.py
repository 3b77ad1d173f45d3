"""Verdicts for people: a card for notebooks, a text for terminals, a plot of yours and expected."""
