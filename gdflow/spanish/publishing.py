"""What is said of what is published, and of calendars."""

from collections.abc import Mapping

SENTENCES: Mapping[str, str] = {
    "not_public": "Nada se publica: encienda public.enabled en config/gdflow.toml.",
    "publish_not_a_folder": "«{folder}» no es una carpeta. Indique una carpeta para publicar.",
    "publish_foreign_file": (
        "«{file}» no lo escribió gdflow y está donde iría un archivo publicado. Muévalo, o publique en otra carpeta; "
        "no se cambió nada."
    ),
    "publish_lost": (
        "No se pudo publicar «{file}»: falta en el almacén. Restaure la copia de seguridad; la carpeta no cambió."
    ),
    "feed_revoked": "Este calendario fue retirado el {on}. Pida una dirección nueva a quien coordina el seguimiento.",
    "unknown_feed": "No hay un calendario {found}. Véanse los que hay con «gdflow feeds list».",
    "feed_revoked_already": "El calendario {found} ya se había retirado el {on} ({by}).",
    "pack_not_a_file": "«{file}» es una carpeta. Indique con --out el archivo .zip que se va a escribir.",
}
