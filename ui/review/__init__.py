"""评审: the monthly review, and what was registered late."""
