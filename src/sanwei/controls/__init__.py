"""Controls: propositions of law over rows of facts, and the one evaluator."""
