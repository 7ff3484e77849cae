"""The documentation is so: its commands run, its links lead somewhere, its quotations stand on the pages."""
