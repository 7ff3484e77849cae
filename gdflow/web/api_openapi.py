"""The API described for programs, in OpenAPI 3.1: made of the same tables of which the answers are made."""

from collections.abc import Mapping
from typing import Any

from gdflow import __version__
from gdflow.report.open_fields import RATIO, Field
from gdflow.services.api_table import LIST, NUMBER, ApiTable, Parameter
from gdflow.services.api_tables import TABLES

Json = dict[str, Any]
EXCEL = "excel"
PROBLEM = "application/problem+json"
TYPES: Mapping[str, Json] = {
    "string": {"type": "string"},
    "integer": {"type": "integer"},
    "boolean": {"type": "boolean"},
    "date": {"type": "string", "format": "date"},
    "datetime": {"type": "string", "format": "date-time"},
    NUMBER: {"type": "string", "pattern": r"^-?\d+(\.\d+)?$"},
    RATIO: {"type": "string", "pattern": r"^-?\d+(/\d+)?$"},
    LIST: {"type": "array", "items": {"type": "string"}},
}
ABOUT = (
    "Solo lee. Las cifras son texto exacto: decimales con punto («0.3») y proporciones como fracción («1/3»). Las "
    "fechas son ISO y los momentos van en UTC; lo que no hay es null. Cada tabla llega entera. A una versión se "
    "le añaden columnas y tablas; no se le quitan ni se les cambia el sentido."
)
IN_CSV = (
    "RFC 4180 en UTF-8 con BOM; una proporción ocupa tres columnas: con 6 decimales, numerador y denominador. Un texto "
    "que una hoja de cálculo tomaría por fórmula lleva un apóstrofo delante."
)
TAG: Json = {
    "ETag": {
        "description": "La huella de lo que se respondió; mostrada en If-None-Match, la respuesta es 304 mientras no "
        "cambie nada de ello, tampoco por pasar de un día al otro.",
        "schema": {"type": "string"},
    }
}
REFUSALS = {
    "400": "Un parámetro que no existe o que no se entiende.",
    "401": "Sin una llave que sirva.",
    "404": "Un plan o un equipo que no existe.",
    "429": "Demasiadas solicitudes; Retry-After dice cuántos segundos esperar.",
}


def openapi(here: str) -> Json:
    """The description. here: the address of the API."""
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "gdflow",
            "version": __version__,
            "summary": "Los datos del seguimiento.",
            "description": ABOUT,
        },
        "servers": [{"url": here.rstrip("/")}],
        "security": [{"bearer": []}, {"basic": []}],
        "paths": {path: item for table in TABLES for path, item in _paths(table).items()},
        "components": {
            "schemas": {"problem": PROBLEM_SCHEMA, **{table.name: _schema(table) for table in TABLES}},
            "responses": {status: _refusal(said) for status, said in REFUSALS.items()},
            "securitySchemes": {
                "bearer": {"type": "http", "scheme": "bearer", "description": "La llave de lectura."},
                "basic": {"type": "http", "scheme": "basic", "description": "Cualquier usuario; la llave es la clave."},
            },
        },
    }


def _paths(table: ApiTable) -> Json:
    schema = {"application/json": {"schema": {"$ref": f"#/components/schemas/{table.name}"}}}
    text = {"text/csv": {"schema": {"type": "string", "description": IN_CSV}}}
    return {
        f"/{table.name}.json": {"get": _operation(table, "json", schema, table.parameters)},
        f"/{table.name}.csv": {"get": _operation(table, "csv", text, (*table.parameters, EXCEL_FORM))},
    }


def _operation(table: ApiTable, form: str, content: Json, parameters: tuple[Parameter, ...]) -> Json:
    refusals = {status: {"$ref": f"#/components/responses/{status}"} for status in REFUSALS}
    unchanged = {"description": "Lo mismo que ya se tiene, según If-None-Match."}
    return {
        "operationId": f"{table.name}_{form}",
        "summary": table.title,
        "description": table.description,
        "parameters": [_parameter(each) for each in parameters],
        "responses": {
            "200": {"description": table.title, "headers": TAG, "content": content},
            "304": unchanged,
            **refusals,
        },
    }


def _parameter(parameter: Parameter) -> Json:
    schema: Json = {"type": "string"}
    if parameter.format:
        schema["format"] = parameter.format
    if parameter.words:
        schema["enum"] = list(parameter.words)
    its = {"name": parameter.name, "in": "query", "required": False, "description": parameter.description}
    return {**its, "schema": schema, "example": parameter.example}


def _schema(table: ApiTable) -> Json:
    names = [field.name for field in table.fields]
    properties = {field.name: _value(field) for field in table.fields}
    row = {"type": "object", "required": names, "additionalProperties": False, "properties": properties}
    rows = {"type": "array", "items": row}
    whole = {"type": "object", "required": [table.name], "additionalProperties": False}
    return {**whole, "description": table.description, "properties": {table.name: rows}}


def _value(field: Field) -> Json:
    its: Json = {**TYPES[field.kind], "description": field.description}
    if field.words:
        its["enum"] = [*field.words, *(() if field.required else (None,))]
    if field.least is not None:
        its["minimum"] = field.least
    return its if field.required else {**its, "type": [its["type"], "null"]}


def _refusal(said: str) -> Json:
    return {"description": said, "content": {PROBLEM: {"schema": {"$ref": "#/components/schemas/problem"}}}}


EXCEL_FORM = Parameter(
    EXCEL, "1: punto y coma, coma decimal y la hora local, para abrirlo con Excel en Colombia.", "1", words=("0", "1")
)
PROBLEM_SCHEMA: Json = {
    "type": "object",
    "description": "Por qué no hubo respuesta (RFC 9457).",
    "required": ["type", "title", "status", "detail"],
    "properties": {
        "type": {"type": "string"},
        "title": {"type": "string"},
        "status": {"type": "integer"},
        "detail": {"type": "string", "description": "En español, para quien lo lea."},
        "parameter": {"type": "string", "description": "El parámetro del que se trata."},
        "found": {"type": "string", "description": "Lo que decía."},
        "expected": {"type": "string", "description": "Lo que se esperaba."},
    },
}
