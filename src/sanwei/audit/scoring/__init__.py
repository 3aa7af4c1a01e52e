"""Scoring of case files (案卷评查): a published sheet as data, answered as far as the record can, the rest by a person."""
