#!/bin/sh
# Dos bases con su propio usuario: la de gdflow, que es la verdad, y la de Prefect, que se puede perder.
# La imagen de PostgreSQL lo corre una sola vez, cuando crea sus datos.
set -eu
for name in gdflow prefect; do
    password="$(cat "/run/secrets/${name}_db_password")"
    psql -v ON_ERROR_STOP=1 -U postgres -v name="$name" -v password="$password" <<'SQL'
CREATE ROLE :"name" LOGIN PASSWORD :'password';
CREATE DATABASE :"name" OWNER :"name" ENCODING 'UTF8' TEMPLATE template0;
REVOKE ALL ON DATABASE :"name" FROM PUBLIC;
SQL
done
