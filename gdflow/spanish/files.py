"""What gdflow says about a file that it cannot take: what it found, and what the sender can do."""

from collections.abc import Mapping

SENTENCES: Mapping[str, str] = {
    "file_not_found": "No se encontró el archivo «{file}». Revise el nombre y la carpeta.",
    "unreadable_file": (
        "No se pudo abrir el archivo «{file}» ({found}). Revise los permisos y que nadie lo tenga abierto."
    ),
    "empty_file": "El archivo «{file}» está vacío. Revise que se haya guardado bien y envíelo de nuevo.",
    "too_large": (
        "El archivo «{file}» pesa más de {limit} MB, que es el límite. "
        "Quite imágenes u hojas que no hagan falta, o envíe las evidencias aparte."
    ),
    "encrypted_or_xls": (
        "El archivo «{file}» está protegido con contraseña o es de un formato antiguo (.xls o .doc). "
        "Ábralo, quítele la contraseña y guárdelo como .xlsx o .docx."
    ),
    "winmail": (
        "El archivo llegó dentro de «{file}», un formato que solo Outlook entiende, y no se pudo abrir. Envíelo de "
        "nuevo con el correo en formato HTML o de texto sin formato, o cárguelo por la página."
    ),
    "lock_file": (
        "El archivo «{file}» no es el documento: es la marca que Office deja a su lado mientras alguien lo tiene "
        "abierto. Ciérrelo y envíe el archivo del mismo nombre sin «~$»."
    ),
    "not_a_workbook": (
        "El archivo «{file}» lleva nombre de documento de Office, pero por dentro es texto o una página web. "
        "Ábralo y use «Guardar como» para guardarlo como .xlsx o .docx; cambiarle el nombre no basta."
    ),
    "unsupported_format": (
        "El archivo «{file}» es de un formato que no se puede leer. Se aceptan libros .xlsx, documentos .docx y texto "
        ".txt o .csv: ábralo en su programa y guárdelo así con «Guardar como» o «Descargar»; de un .zip, saque "
        "antes el archivo, y de un PDF o una foto, pida el original."
    ),
    "damaged_file": (
        "El archivo «{file}» está dañado o incompleto. "
        "Ábralo en su programa, guárdelo con otro nombre y envíelo de nuevo."
    ),
    "zip_bomb": (
        "El archivo «{file}» contiene mucho más de lo que aparenta y no se abrió, por seguridad. "
        "Copie las hojas del plan en un libro nuevo y envíelo."
    ),
    "too_many_entries": (
        "El archivo «{file}» está hecho de {found} partes (se aceptan {limit}) y no se abrió, por seguridad. "
        "Copie las hojas del plan en un libro nuevo y envíelo."
    ),
    "duplicate_entries": (
        "El archivo «{file}» trae partes repetidas y no se sabe cuál vale. "
        "Ábralo en su programa, guárdelo con otro nombre y envíelo de nuevo."
    ),
    "doctype_refused": (
        "El archivo «{file}» trae definiciones que ningún programa de oficina escribe y no se abrió, por seguridad. "
        "Copie las hojas del plan en un libro nuevo y envíelo."
    ),
    "too_many_cells": (
        "El archivo «{file}» es demasiado grande por dentro: trae demasiadas celdas, filas o textos. "
        "Deje solo las hojas del plan, sin filas ni columnas sobrantes, y envíelo de nuevo."
    ),
    "far_cell": (
        "En el archivo «{file}», hoja «{sheet}», hay algo escrito muy lejos del plan, en la celda {cell}. "
        "Borre esa celda y envíelo de nuevo."
    ),
    "far_merge": (
        "En el archivo «{file}», hoja «{sheet}», las celdas combinadas {found} llegan muy lejos o son demasiadas. "
        "Separe esas celdas y envíelo de nuevo."
    ),
    "unclosed_quote": (
        "En el archivo «{file}», la línea {line} abre unas comillas que nunca se cierran. "
        "Ciérrelas o quítelas y envíelo de nuevo."
    ),
}
