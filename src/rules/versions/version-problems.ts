import type { Versioned } from "./version"

export interface VersionProblem {
  field: "version"
  reason: string
}

/**
 * Why a save that was made on an earlier version is refused: what was changed since. `seen` is the version that the
 * caller had before them; undefined: the caller states fields without having read them, and they are written. Where a
 * record has parts that are edited apart, `part` names the fields of one: what others change is no conflict.
 */
export function versionProblems(
  seen: number | undefined,
  record: Versioned | null,
  part?: readonly string[],
): VersionProblem[] {
  const current = record?.version ?? 0
  if (seen === undefined || seen === current) {
    return []
  }
  const since = Object.entries(record?.changed_in ?? {}).flatMap(([field, version]) => (version > seen ? [field] : []))
  if (part && record && seen < current && !since.some((field) => part.includes(field))) {
    return []
  }
  return [oldVersion(seen, since.sort())]
}

/** The problem of a version that is old, and what was changed since. */
export const oldVersion = (seen: number, since: readonly string[]): VersionProblem => ({
  field: "version",
  reason: `${seen} is old: ${since.join(", ") || "the record"} changed since`,
})
