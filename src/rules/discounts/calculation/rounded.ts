import { splitUnits } from "../../money"
import { capOf } from "./cap"
import type { RoundingGroup } from "./rounding-groups"
import type { Component } from "./components"
import type { Evaluation } from "../evaluation"
import type { FixedPoint } from "./fixed-point"
import type { DiscountedLine } from "../types"

/** A rounding group's discounts in whole minor units, by line and then by component. */
export interface RoundedGroup {
  cappedBy: DiscountedLine["cappedBy"]
  /** Nothing may be taken off at all. */
  isFull: boolean
  /** In the order of the rounding group's lines: what each component takes off that line. */
  lines: bigint[][]
}

/**
 * The one rounding: a rounding group's discounts are summed exactly, rounded, capped, and allocated by largest
 * remainder over its lines, then over its components.
 */
export function roundGroup(
  roundingGroup: RoundingGroup,
  components: readonly Component[],
  evaluation: Evaluation,
): RoundedGroup {
  const { fixedPoint } = evaluation
  const cap = capOf(roundingGroup, evaluation)
  const wanted = fixedPoint.toUnits(components.reduce((all, { subunits }) => all + subunits, 0n))
  const isCapped = wanted > cap.units
  const amounts = overLines(isCapped ? cap.units : wanted, roundingGroup, fixedPoint)
  return {
    cappedBy: isCapped ? cap.by : null,
    isFull: cap.units === 0n,
    lines: amounts.map((units) => overComponents(units, components)),
  }
}

function overComponents(units: bigint, components: readonly Component[]): bigint[] {
  if (components.length === 1) {
    return [units]
  }
  return splitUnits(
    units,
    components.map(({ subunits }) => subunits),
  )
}

/** By what is left of each line, and never more than that, even where a price is finer than the minor unit. */
function overLines(units: bigint, { lines }: RoundingGroup, fixedPoint: FixedPoint): bigint[] {
  if (lines.length === 1) {
    return [units]
  }
  const lefts = lines.map(({ left }) => left)
  const rooms = lefts.map((left) => fixedPoint.floorToUnits(left))
  const held = splitUnits(units, lefts).map((component, index) => smaller(component, rooms[index] ?? 0n))
  let over = units - held.reduce((all, component) => all + component, 0n)
  return held.map((component, index) => {
    const more = smaller(over, (rooms[index] ?? 0n) - component)
    over -= more
    return component + more
  })
}

const smaller = (a: bigint, b: bigint): bigint => (a < b ? a : b)
