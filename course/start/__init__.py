"""Before chapter 1: how the course works, and whether the machine is ready for it."""
