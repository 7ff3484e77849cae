"""What is said where the operating system refuses."""

import errno
import os

from gdflow.domain.errors import ConfigError
from gdflow.spanish.messages import say
from gdflow.spanish.system import not_done


def test_a_full_disk_is_said_in_spanish_with_its_file() -> None:
    refused = OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), "informes/a.xlsx")
    assert not_done(refused) == "No se pudo leer o escribir «informes/a.xlsx»: no queda espacio en el disco."


def test_an_unnamed_file_is_no_none() -> None:
    assert not_done(OSError(errno.EACCES, os.strerror(errno.EACCES))) == "No se pudo leer o escribir: no hay permiso."
    assert not_done(OSError()) == "No se pudo leer o escribir: OSError."


def test_the_systems_word_within_an_error_is_spanish_too() -> None:
    error = ConfigError("not_writable", place="data", found=os.strerror(errno.EROFS))
    assert "data (el disco es de solo lectura)" in say(error)
