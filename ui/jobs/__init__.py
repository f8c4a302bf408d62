"""Work beside the window: one lane that writes, one that reads; results come back on the window's thread."""

from ui.jobs.jobs import InlineJobs, Job, Jobs

__all__ = ["InlineJobs", "Job", "Jobs"]
