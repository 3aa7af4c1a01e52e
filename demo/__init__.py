"""The invented city: never part of the package, never of a production deployment."""
