"""From types and signatures to shapes."""
