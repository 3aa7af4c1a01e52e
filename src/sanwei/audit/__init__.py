"""The audit: any export → rows of facts → verdicts → findings → report. Nothing here knows Django."""
