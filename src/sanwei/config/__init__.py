"""Settings, addresses and the ground of the running product: the only room that knows all the others."""
