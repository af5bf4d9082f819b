import { splitUnits } from "../../money"
import { capOf } from "./cap"
import type { Lot } from "./lots"
import type { Part } from "./parts"
import type { Sale } from "../sale"
import type { Scale } from "./scale"
import type { DiscountedLine } from "../types"

/** A lot's discounts in whole minor units, by line and then by part. */
export interface RoundedLot {
  cappedBy: DiscountedLine["cappedBy"]
  /** Nothing may be taken off at all. */
  isFull: boolean
  /** In the order of the lot's lines: what each of its parts takes off that line. */
  lines: bigint[][]
}

/**
 * The one rounding: a lot's discounts are summed exactly, rounded, held to the cap, and split by largest remainder over
 * its lines, then over its parts.
 */
export function roundLot(lot: Lot, parts: readonly Part[], sale: Sale): RoundedLot {
  const { scale } = sale
  const cap = capOf(lot, sale)
  const wanted = scale.toUnits(parts.reduce((all, { grains }) => all + grains, 0n))
  const isCapped = wanted > cap.units
  const amounts = overLines(isCapped ? cap.units : wanted, lot, scale)
  return {
    cappedBy: isCapped ? cap.by : null,
    isFull: cap.units === 0n,
    lines: amounts.map((units) => overParts(units, parts)),
  }
}

function overParts(units: bigint, parts: readonly Part[]): bigint[] {
  if (parts.length === 1) {
    return [units]
  }
  return splitUnits(
    units,
    parts.map(({ grains }) => grains),
  )
}

/** By what is left of each line, and never more than that: a price that is finer than the minor unit is not passed. */
function overLines(units: bigint, { lines }: Lot, scale: Scale): bigint[] {
  if (lines.length === 1) {
    return [units]
  }
  const lefts = lines.map(({ left }) => left)
  const rooms = lefts.map((left) => scale.floorToUnits(left))
  const held = splitUnits(units, lefts).map((part, index) => smaller(part, rooms[index] ?? 0n))
  let over = units - held.reduce((all, part) => all + part, 0n)
  return held.map((part, index) => {
    const more = smaller(over, (rooms[index] ?? 0n) - part)
    over -= more
    return part + more
  })
}

const smaller = (a: bigint, b: bigint): bigint => (a < b ? a : b)
