"""争议: what a debtor contests of a claim, from the first objection to its ending."""
