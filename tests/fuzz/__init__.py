"""What holds for any bytes whatever: `make fuzz` looks for bytes for which it does not."""
