"""What gdflow says of evidence that it cannot take."""

from collections.abc import Mapping

SENTENCES: Mapping[str, str] = {
    "evidence_program": (
        "El archivo «{file}» es un programa o puede ejecutarse, o trae uno adentro, y no se recibe, por seguridad. "
        "Envíe el documento, la foto o el PDF que respalda el resultado."
    ),
    "evidence_macros": (
        "El archivo «{file}» trae macros y no se recibe, por seguridad. Guárdelo sin macros (.docx, .xlsx o .pptx) o "
        "como PDF y envíelo de nuevo."
    ),
    "evidence_type": (
        "El archivo «{file}» no es de un tipo que se reciba como evidencia. Se aceptan PDF, documentos de Office, "
        "imágenes, textos, .csv y .zip."
    ),
    "evidence_infected": (
        "El antivirus encontró «{found}» en el archivo «{file}» y no se guardó. Avise a la oficina de sistemas."
    ),
    "antivirus_away": (
        "No se pudo revisar el archivo «{file}» porque el antivirus no responde, y la entidad no recibe archivos sin "
        "revisar. Inténtelo más tarde."
    ),
    "evidence_link": (
        "«{found}» no es un enlace que se pueda abrir. Copie la dirección completa, que empieza por https://."
    ),
    "evidence_date": "La evidencia no puede tener una fecha futura: dice {found} y hoy es {today}.",
    "unknown_evidence": "No hay una evidencia {found}, o ya se retiró. Véanse con «gdflow evidence list».",
    "evidence_store_unknown": (
        "«evidence.url» empieza por «{scheme}://», que no es un almacén conocido. Use s3://, abfs:// u otro de fsspec."
    ),
    "evidence_store_package": (
        "Para guardar evidencias en «{scheme}://», como pide evidence.url, falta el paquete {package}. Instálelo en el "
        "entorno de gdflow y repita: docs/operations.md, «Evidencias en la nube»."
    ),
}
