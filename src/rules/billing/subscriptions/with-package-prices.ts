import { add, isPositive, multiply, quotient, type Decimal } from "../../money"

interface PricedLine {
  id: string
  quantity: Decimal
  unitPrice: Decimal
}

/**
 * An order's lines, of which a package's costs what one package costs with all that is in it (B27, P8): the pack has the
 * one subscription, and its members renew by it. `contents`: the line of its package, by line id.
 */
export function withPackagePrices<Line extends PricedLine>(
  lines: readonly Line[],
  contents: ReadonlyMap<string, { packageLineId: string }>,
): Line[] {
  const inside = new Map<string, Decimal>()
  for (const { id, unitPrice, quantity } of lines) {
    const packageLineId = contents.get(id)?.packageLineId
    if (packageLineId !== undefined) {
      inside.set(packageLineId, add(inside.get(packageLineId) ?? "0", multiply(unitPrice, quantity)))
    }
  }
  return lines.map((line) => {
    const price = inside.get(line.id)
    return price === undefined || !isPositive(line.quantity)
      ? line
      : { ...line, unitPrice: add(line.unitPrice, quotient(price, line.quantity)) }
  })
}
