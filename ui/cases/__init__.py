"""What people decide together: approvals by a second pair of eyes, and the cases of the task force."""
