import { add, compare, subtract, type Decimal } from "../../../rules/money"

export interface Bounds {
  min: Decimal | null
  max: Decimal | null
}

/** A stretch of values in which the same ranges match. Both ends belong to it; `to` null is open. */
export interface Stretch {
  from: Decimal
  to: Decimal | null
  /** `none`: below the first range or above the last. `gap`: between two ranges. */
  kind: "none" | "gap" | "range" | "overlap"
  /** The indexes of the matching ranges in the list. */
  members: number[]
}

const ascending = (a: Decimal, b: Decimal) => compare(a, b)

function isIn(value: Decimal, { min, max }: Bounds): boolean {
  return (min === null || compare(min, value) <= 0) && (max === null || compare(max, value) >= 0)
}

/**
 * All values from zero up, cut into stretches in which the same ranges match. `step` is the smallest difference between
 * two values that can occur: 1 of a quantity, a cent of an amount.
 */
export function rangePicture(ranges: readonly Bounds[], step: Decimal): Stretch[] {
  const starts = [
    "0",
    ...ranges.flatMap(({ min, max }) => [...(min === null ? [] : [min]), ...(max === null ? [] : [add(max, step)])]),
  ].sort(ascending)
  const cuts = starts.filter((cut, index) => index === 0 || compare(cut, starts[index - 1] ?? "0") !== 0)
  const stretches = cuts.map((from, index): Stretch => {
    const next = cuts[index + 1]
    const members = ranges.flatMap((range, place) => (isIn(from, range) ? [place] : []))
    const kind = members.length > 1 ? "overlap" : members.length === 1 ? "range" : "gap"
    return { from, to: next === undefined ? null : subtract(next, step), kind, members }
  })
  const first = stretches.findIndex(({ kind }) => kind !== "gap")
  const last = stretches.reduce((latest, { kind }, index) => (kind === "gap" ? latest : index), -1)
  return stretches.map((stretch, index) =>
    stretch.kind === "gap" && (index < first || index > last) ? { ...stretch, kind: "none" } : stretch,
  )
}

/** The smallest difference between two amounts of a currency whose minor unit has so many digits. */
export const stepOf = (digits: number): Decimal => (digits === 0 ? "1" : `0.${"1".padStart(digits, "0")}`)
