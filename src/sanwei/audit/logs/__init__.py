"""Event logs of any system: XES, OCEL 2.0, flat tables of case, activity, time."""
