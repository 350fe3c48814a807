"""The pages on which an owner sees who may read more of them, gives it, and takes it back."""
