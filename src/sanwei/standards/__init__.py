"""What a body keeps for itself: the phrases its people use again and again."""
