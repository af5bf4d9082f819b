import type { MedusaContainer } from "@medusajs/framework/types"
import { lineIdsIn, withoutHidden } from "../../../rules/packages"
import { findHiddenLines } from "./find-hidden-lines"

/**
 * Carts, orders, fulfilments, returns or whatever has lines, as a customer may see it (P13): without the lines of hidden
 * contents, their money on their package's line. The Store API does this to its own answers; a mail or a document that
 * reads an order in process calls this. Lines are known by their ids: read `items.id`, `items.quantity` and what is shown.
 *
 * ```ts
 * const { data: [order] } = await query.graph({ entity: "order", fields: ["*", "items.*"], filters: { id } })
 * const shown = await withoutHiddenContents(container, order)
 * ```
 */
export async function withoutHiddenContents<Value>(container: MedusaContainer, value: Value): Promise<Value> {
  const json = JSON.stringify(value) ?? ""
  const lineIds = lineIdsIn(json)
  const hidden = lineIds.length ? await findHiddenLines(container, lineIds) : null
  return hidden?.size ? (withoutHidden(JSON.parse(json), hidden) as Value) : value
}
