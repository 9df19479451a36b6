"""The items, the lines and the results of batches. No I/O."""
