"""Backups for programs: what is in one, and what is wrong with it."""

from collections.abc import Iterable
from pathlib import Path

from gdflow.domain.backups import Manifest, Reference, Store
from gdflow.services.audit import Wrong
from gdflow.services.backup_checks import Verified, what_is


def manifest_json(manifest: Manifest, fingerprint: str) -> dict[str, object]:
    """What a backup holds. fingerprint: the sha256 of its manifest."""
    return {
        "fingerprint": fingerprint,
        "made_at": manifest.made_at.isoformat(),
        "release": manifest.release,
        "revision": manifest.revision,
        "database": manifest.database,
        "entities": [{"code": each.code, "events": each.events, "head": each.head} for each in manifest.entities],
        "rows": {table.name: table.rows for table in manifest.tables},
        "objects": manifest.count(Store.OBJECTS.value),
        "evidence": manifest.count(Store.EVIDENCE.value),
        "bytes": sum(part.size for part in manifest.parts),
        "absent": [_absent_json(each) for each in manifest.absent],
        "left_out": list(manifest.left_out),
    }


def wrong_json(wrong: Iterable[Wrong]) -> list[dict[str, str]]:
    """What is wrong, each with its stable code."""
    return [{"code": each.code, "message": each.message} for each in wrong]


def verified_json(path: Path, verified: Verified) -> dict[str, object]:
    """A backup that was looked over."""
    told = manifest_json(verified.manifest, verified.fingerprint)
    return {"file": str(path), "ok": not verified.wrong, **told, "wrong": wrong_json(verified.wrong)}


def _absent_json(each: Reference) -> dict[str, str]:
    return {"sha256": each.sha256, "message": what_is(each)}
