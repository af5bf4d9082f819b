import type { PackageNode } from "../expansion/package-node"
import type { Selection } from "../expansion/selection"
import type { RentalTerms } from "./package-line"

interface Accessory {
  /** Of the accessory, which is a line of its own. */
  path: string
  unit: "day" | "hour"
}

/**
 * How long an accessory that is a line of its own is out (P10, P16): as long as its package, so that it costs what the
 * package's price says of it. What is priced by the hour counts the hours of the order, else the recipe's.
 */
export function accessoryTerms(
  root: PackageNode,
  { period, days, hours }: Omit<Selection, "choices">,
  { path, unit }: Accessory,
): RentalTerms {
  const said = unit === "hour" ? (hours ?? defaultHoursAround(root, path)) : null
  return { period, hours: said, days: period === null && said === null ? days : null }
}

/** Of the nearest package around it that names some. */
function defaultHoursAround(root: PackageNode, path: string): number | null {
  let found: number | null = null
  let around: PackageNode | undefined = root
  while (around && around.path !== path) {
    found = around.recipe?.defaultHours ?? found
    around = around.children.find((child) => `${path}/`.startsWith(`${child.path}/`))
  }
  return found
}
