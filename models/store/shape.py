"""Whether the tables are built as the migrations build them: a flipped bit there could let anything in later."""

from __future__ import annotations

from functools import cache

from peewee import SqliteDatabase

from models.store.migrating import migrate

_SHAPE = """
    SELECT 'column', m.name, c.name, c.type, c."notnull", c.dflt_value, c.pk
    FROM sqlite_master m, pragma_table_xinfo(m.name) c WHERE m.type = 'table'
    UNION SELECT 'reference', m.name, k."from", k."table", k."to", k.on_delete, k.on_update
    FROM sqlite_master m, pragma_foreign_key_list(m.name) k WHERE m.type = 'table'
    UNION SELECT 'index', m.name, l.name, c.name, l."unique", l.partial, c.seqno
    FROM sqlite_master m, pragma_index_list(m.name) l, pragma_index_info(l.name) c WHERE m.type = 'table'
    UNION SELECT m.type, m.tbl_name, m.name, '', '', '', '' FROM sqlite_master m WHERE m.type IN ('view', 'trigger')
    UNION SELECT 'step', 'schema_migration', name, '', '', '', '' FROM schema_migration"""
# What it means and not how it is written: another version of SQLite may word a migrated table otherwise.


def misshapen(database: SqliteDatabase) -> list[str]:
    """The tables that are not built as this program builds them, by name; those it does not know too."""
    differing = _shape(database) ^ _due()
    return sorted({str(part[1]) for part in differing})


@cache
def _due() -> frozenset[tuple[object, ...]]:
    fresh = SqliteDatabase(":memory:")
    try:
        migrate(fresh)
        return _shape(fresh)
    finally:
        fresh.close()


def _shape(database: SqliteDatabase) -> frozenset[tuple[object, ...]]:
    return frozenset(tuple(part) for part in database.execute_sql(_SHAPE))
