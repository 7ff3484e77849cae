"""What the operating system says when a file cannot be read or written, in Spanish."""

import errno
import os
from collections.abc import Mapping

CAUSES: Mapping[str, str] = {
    os.strerror(number): words
    for number, words in {
        errno.EACCES: "no hay permiso",
        errno.EPERM: "no hay permiso",
        errno.ENOENT: "no existe",
        errno.ENOTDIR: "en esa ruta hay un archivo donde debía haber una carpeta",
        errno.EISDIR: "es una carpeta",
        errno.EEXIST: "ya existe, y no es una carpeta",
        errno.ENOSPC: "no queda espacio en el disco",
        errno.EDQUOT: "se agotó el cupo de disco",
        errno.EROFS: "el disco es de solo lectura",
        errno.ENAMETOOLONG: "el nombre es demasiado largo",
        errno.ETXTBSY: "otro programa lo tiene abierto",
        errno.EBUSY: "otro programa lo tiene abierto",
        errno.EIO: "el disco falló al leer o escribir",
        errno.EMFILE: "hay demasiados archivos abiertos",
    }.items()
}
"""By what the system says in its own words."""


def cause(said: object) -> object:
    """The system's word in Spanish; whatever else it is comes back as it was given."""
    return CAUSES.get(said, said) if isinstance(said, str) else said


def not_done(error: OSError) -> str:
    """The sentence for a file or folder that could not be read or written."""
    where = "" if error.filename is None else f" «{error.filename}»"
    return f"No se pudo leer o escribir{where}: {cause(error.strerror) or type(error).__name__}."
