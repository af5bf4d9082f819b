import { oldVersion, type VersionProblem } from "./version-problems"

/**
 * The version of a record whose every change stands in its time line is the number of its entries. Why a change that
 * was decided on an earlier version is refused: what happened since. `types` are those of the entries, the latest first.
 */
export function timeLineProblems(seen: number | undefined, types: readonly string[]): VersionProblem[] {
  if (seen === undefined || seen === types.length) {
    return []
  }
  return [oldVersion(seen, types.slice(0, Math.max(0, types.length - seen)).reverse())]
}
