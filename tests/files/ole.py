"""Writes the compound files that Outlook saves mails in, as little of [MS-CFB] as that takes: no program here makes them."""

from __future__ import annotations

import struct
from dataclasses import dataclass, field
from itertools import pairwise

SECTOR, MINI, CUTOFF = 512, 64, 4096
_END, _FREE, _FAT = 0xFFFFFFFE, 0xFFFFFFFF, 0xFFFFFFFD
Tree = dict[str, "bytes | Tree"]


@dataclass
class _Entry:
    name: str
    kind: int
    content: bytes = b""
    child: int = _FREE
    right: int = _FREE
    start: int = _END
    children: list[int] = field(default_factory=list)


def compound(tree: Tree) -> bytes:
    """A compound file of these streams (bytes) and storages (mappings)."""
    entries = [_Entry("Root Entry", 5)]
    _add(entries, 0, tree)
    sectors: list[bytes] = []
    fat: list[int] = []

    def put(data: bytes) -> int:
        begin = len(sectors)
        count = max(1, -(-len(data) // SECTOR))
        for place in range(count):
            sectors.append(data[place * SECTOR : (place + 1) * SECTOR].ljust(SECTOR, b"\0"))
            fat.append(begin + place + 1 if place + 1 < count else _END)
        return begin

    small = b""
    chains: list[int] = []
    for entry in entries:
        if entry.kind == 2 and len(entry.content) >= CUTOFF:
            entry.start = put(entry.content)
        elif entry.kind == 2 and entry.content:
            entry.start = len(chains)
            count = -(-len(entry.content) // MINI)
            chains.extend([*range(entry.start + 1, entry.start + count), _END])
            small += entry.content.ljust(count * MINI, b"\0")
    entries[0].start, entries[0].content = put(small), small
    mini = put(
        struct.pack(f"<{len(chains)}I", *chains).ljust(-(-len(chains) * 4 // SECTOR) * SECTOR, b"\xff")
    )
    directory = put(b"".join(_packed(entry) for entry in entries))
    begin = len(sectors)
    count = 1
    while (len(fat) + count) * 4 > count * SECTOR:
        count += 1
    fat.extend([_FAT] * count)
    table = b"".join(struct.pack("<I", each) for each in fat).ljust(count * SECTOR, b"\xff")
    sectors.extend(table[place * SECTOR : (place + 1) * SECTOR] for place in range(count))
    head = struct.pack(
        "<8s16sHHHHH6sIIIIIIIII",
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"", 0x3E, 3, 0xFFFE, 9, 6, b"", 0, count, directory, 0, CUTOFF, mini, -(-len(chains) * 4 // SECTOR), _END, 0,
    )  # fmt: skip
    difat = [begin + place for place in range(count)]
    return head + struct.pack("<109I", *difat, *[_FREE] * (109 - count)) + b"".join(sectors)


def _add(entries: list[_Entry], parent: int, tree: Tree) -> None:
    """Children of a storage as a chain to the right: a tree that is valid and grows on one side."""
    places = []
    for name in sorted(tree, key=lambda each: (len(each), each.upper())):
        content = tree[name]
        places.append(len(entries))
        if isinstance(content, bytes):
            entries.append(_Entry(name, 2, content))
        else:
            entries.append(_Entry(name, 1))
            _add(entries, places[-1], content)
    for left, right in pairwise(places):
        entries[left].right = right
    if places:
        entries[parent].child = places[0]


def _packed(entry: _Entry) -> bytes:
    name = entry.name.encode("utf-16-le") + b"\0\0"
    return struct.pack(
        "<64sHBBIII16sIQQIQ",
        name, len(name), entry.kind, 1, _FREE, entry.right, entry.child, b"", 0, 0, 0, entry.start, len(entry.content),
    )  # fmt: skip


# Outlook


def text(number: int, value: str) -> Tree:
    """A property of Unicode text."""
    return {f"__substg1.0_{number:04X}001F": value.encode("utf-16-le")}


def binary(number: int, value: bytes) -> Tree:
    """A property of bytes."""
    return {f"__substg1.0_{number:04X}0102": value}


def fixed(head: int, properties: dict[int, tuple[int, bytes]]) -> Tree:
    """The stream of properties of fixed length: number, type, eight bytes."""
    rows = b"".join(
        struct.pack("<HHI8s", kind, number, 6, value.ljust(8, b"\0"))
        for number, (kind, value) in properties.items()
    )
    return {"__properties_version1.0": b"\0" * head + rows}


def moment(ticks: int) -> dict[int, tuple[int, bytes]]:
    """When it was submitted, in hundreds of nanoseconds since 1601."""
    return {0x0039: (0x0040, struct.pack("<Q", ticks))}
