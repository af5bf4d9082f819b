import { isDependent, type PlannedLine } from "../../cart"
import { outLineOf } from "../cart/package-line"
import type { StockLine } from "./stock-demands"

/** A line of a cart that asks for stock. */
export interface CartStockLine extends StockLine {
  /** Whether it is part of a package: the customer need not know of it. */
  isDependent: boolean
}

/** What a cart's plan asks of stock: a line with a period names its variant in the room's section alone. */
export const stockLinesOf = (lines: readonly PlannedLine[]): CartStockLine[] =>
  lines.flatMap((planned) => {
    const { line, identity } = planned
    const out = outLineOf(identity?.payload)
    const variantId = out?.period ? out.variantId : line.variantId
    return variantId === null
      ? []
      : [
          {
            lineId: line.id,
            variantId,
            quantity: String(line.quantity),
            period: out?.period ?? null,
            isDependent: isDependent(planned),
          },
        ]
  })
