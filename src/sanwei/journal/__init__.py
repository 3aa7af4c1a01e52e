"""The append-only record of acts, and gap-free numbers."""
