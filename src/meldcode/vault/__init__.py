"""The vault: how cases are kept, encrypted and durable; it knows nothing of protocols or of what a case means."""
