"""What is measured, against what: `make benchmark`, or `python -m benchmarks NAME`."""
