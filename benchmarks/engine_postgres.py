"""The rival in PostgreSQL: one statement over indexed, analysed tables, exact and complete."""

import io
from collections.abc import Iterable, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from benchmarks.engine_population import LAYOUT, WEIGHTS, Population
from matching.engine.columns import Columns
from matching.engine.criteria import FULL_CREDIT, ONE, UNSAID, credit_by_level
from matching.engine.ranking import Ranking

SCHEMA = "engine_benchmark"
FACTS = """id bigint primary key, seniority int, place int, pay int,
    hours bit(24), sectors bit(24), languages bit(8), consent bit(8)"""
TABLES = f"""
drop schema if exists {SCHEMA} cascade;
create schema {SCHEMA};
set search_path to {SCHEMA};
create table holder ({FACTS});
create table requirer ({FACTS}, hours_need int, sectors_need int, languages_need int,
    consent_need int, total int);
create table holder_skill (holder bigint, skill int, level int);
create table requirer_skill (requirer bigint, skill int, level int, weight int);
"""
INDEXES = """
create index on holder_skill (skill) include (holder, level);
create index on requirer_skill (requirer) include (skill, level, weight);
"""
CREDITS = ",".join(str(credit_by_level(0, wanting)) for wanting in range(LAYOUT.skill_levels + 1))
CREDIT = f"('{{{CREDITS}}}'::int[])[1 + greatest(rs.level - hs.level, 0)]"
"""What a skill earns, in twentieths, by how many levels are wanting."""


def _share(name: str) -> str:
    common = f"bit_count(h.{name} & r.{name})"
    return (
        f"coalesce(case when {common} >= r.{name}_need then {ONE} "
        f"else {ONE} * {common} / r.{name}_need end, {UNSAID})"
    )


VALUES = {
    "seniority": f"coalesce({ONE} - 200 * abs(h.seniority - r.seniority), {UNSAID})",
    "place": f"coalesce(case when h.place / 2 = r.place / 2 then {ONE} "
    f"when h.place is not null and r.place is not null then 600 end, {UNSAID})",
    "pay": f"coalesce(500 + 33 * (r.pay - h.pay), {UNSAID})",
    "hours": _share("hours"),
    "sectors": _share("sectors"),
    "languages": _share("languages"),
    "skills": f"coalesce({ONE // FULL_CREDIT} * held.earned / r.total, 0)",
}
VETOES = [
    "(h.pay > r.pay) is not true",
    "(h.place / 2 <> r.place / 2 and mod(h.place, 2) > mod(r.place, 2)) is not true",
    *(
        f"(r.{name}_need > 0 and bit_count(h.{name} & r.{name}) = 0) is not true"
        for name in ("hours", "languages", "consent")
    ),
]


def _total(side: int) -> str:
    terms = [f"{WEIGHTS[name][side]} * {name}" for name in VALUES if WEIGHTS[name][side]]
    return f"({' + '.join(terms)})::bigint"


STATEMENT = f"""
select r.id, best.id, best.score
from requirer r cross join lateral (
    select id, case when a + b = 0 then 0 else 2 * a * b / (a + b) end as score
    from (
        select id, {_total(0)} as a, {_total(1)} as b
        from (
            select h.id, {", ".join(f"{value} as {name}" for name, value in VALUES.items())}
            from holder h left join (
                select hs.holder, sum(rs.weight * {CREDIT})::int as earned
                from requirer_skill rs join holder_skill hs using (skill)
                where rs.requirer = r.id
                group by hs.holder
            ) held on held.holder = h.id
            where {" and ".join(VETOES)}
            offset 0
        ) as valued
        offset 0
    ) as totalled
    order by score desc, id
    limit %(k)s
) as best
where r.id = any(%(queries)s)
order by r.id, best.score desc, best.id
"""
"""`offset 0` keeps the planner from writing each value out again wherever it is used."""


class PostgresRival:
    """The same population in tables of their own schema, behind a psycopg2 connection."""

    def __init__(self, connection: Any, population: Population) -> None:
        self.cursor = connection.cursor()
        self.population = population
        self.cursor.execute(TABLES)
        self._fill("holder", _facts(population.holder_columns))
        self._fill("requirer", _requirer_facts(population.requirer_columns))
        self._fill("holder_skill", _skills(population.holder_columns)[:3])
        self._fill("requirer_skill", _skills(population.requirer_columns))
        self.cursor.execute(INDEXES)
        connection.commit()
        self._tidy(connection)

    def rank(self, queries: NDArray[np.int64], k: int, *, jit: bool) -> Ranking:
        """queries: places in the requirers' columns, ascending."""
        wanted = self.population.requirer_columns.ids[queries]
        self.cursor.execute(f"set jit = {'on' if jit else 'off'}")
        self.cursor.execute(STATEMENT, {"k": k, "queries": wanted.tolist()})
        ids = np.full((len(queries), k), -1, np.int64)
        scores = np.full((len(queries), k), -1, np.int32)
        filled = np.zeros(len(queries), np.int64)
        row_of = {id_: row for row, id_ in enumerate(wanted.tolist())}
        for query, holder, score in self.cursor.fetchall():
            row = row_of[query]
            ids[row, filled[row]], scores[row, filled[row]] = holder, score
            filled[row] += 1
        return Ranking(ids, scores)

    def _tidy(self, connection: Any) -> None:
        """Statistics for the planner, and the map that lets an index answer alone."""
        connection.autocommit = True
        self.cursor.execute(f"set search_path to {SCHEMA}")
        self.cursor.execute("vacuum analyze holder, requirer, holder_skill, requirer_skill")
        connection.autocommit = False

    def _fill(self, table: str, columns: Sequence[Iterable[Any]]) -> None:
        lines = (
            "\t".join(r"\N" if value is None else str(value) for value in row)
            for row in zip(*columns, strict=True)
        )
        self.cursor.copy_expert(f"copy {table} from stdin", io.StringIO("\n".join(lines)))


def _facts(columns: Columns) -> list[Iterable[Any]]:
    codes = [[code - 1 if code else None for code in row] for row in columns.codes.tolist()]
    masks = [
        [None if silent else f"{mask:0{width}b}" for mask, silent in zip(row, said, strict=True)]
        for width, row, said in zip(
            LAYOUT.widths, columns.masks.tolist(), columns.silent.tolist(), strict=True
        )
    ]
    return [columns.ids.tolist(), *codes, *masks]


def _requirer_facts(columns: Columns) -> list[Iterable[Any]]:
    needs = [[need or None for need in row] for row in columns.needs.tolist()]
    weights = np.concatenate([[0], np.cumsum(columns.skill_weights)]).astype(np.int64)
    totals = (weights[columns.skill_ptr[1:]] - weights[columns.skill_ptr[:-1]]).tolist()
    return [*_facts(columns), *needs, totals]


def _skills(columns: Columns) -> list[Iterable[Any]]:
    owners = np.repeat(columns.ids, np.diff(columns.skill_ptr))
    skills, levels = columns.skills.tolist(), columns.skill_levels.tolist()
    return [owners.tolist(), skills, levels, columns.skill_weights.tolist()]
