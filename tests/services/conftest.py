"""The installations that the services are tried on."""

from tests.support.installation import bare_template, empty, installed, template

__all__ = ["bare_template", "empty", "installed", "template"]
