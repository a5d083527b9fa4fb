"""Site layer: rules that let hosts of files redirect, negotiate and name media types."""
