"""The lock of the window: what is seen while it is locked, when it locks, and what it hides."""
