"""Which programme fits whom: published criteria, read with what somebody said of themselves."""
