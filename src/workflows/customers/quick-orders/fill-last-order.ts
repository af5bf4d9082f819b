import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { fillFromLastOrder, type FilledOrder } from "../../../rules/customers"
import { decimalOf } from "../../cart/to-cart-facts"
import { hiddenContents } from "../../ports/hidden-contents"
import type { QuickOrderContext } from "./quick-order-context"
import { readShownVariants, type ShownVariant } from "./read-catalogue"

interface OrderRow {
  id: string
  items?: { id: string; title: string; product_title?: string | null; variant_id: string | null; quantity: unknown }[]
}

/** The customer's last order once more, as far as it is sold today; null: there was none (C24). */
export async function fillLastOrder(
  container: MedusaContainer,
  context: QuickOrderContext,
): Promise<{ filled: FilledOrder; shown: Map<string, ShownVariant> } | null> {
  const customerId = context.customer.customer?.id
  if (customerId === undefined) {
    return null
  }
  const { data } = await container.resolve(ContainerRegistrationKeys.QUERY).graph({
    entity: "order",
    fields: ["id", "items.id", "items.title", "items.product_title", "items.variant_id", "items.quantity"],
    filters: { customer_id: customerId, is_draft_order: false },
    pagination: { take: 1, skip: 0, order: { created_at: "DESC" } },
  })
  const [read] = data as OrderRow[]
  if (!read) {
    return null
  }
  const order = await hiddenContents.get()(container, read)
  const lines = (order.items ?? []).map(({ title, product_title, variant_id, quantity }) => ({
    variantId: variant_id,
    title: product_title ?? title,
    quantity: Number(decimalOf(quantity)),
  }))
  const shown = await readShownVariants(
    container,
    context,
    lines.flatMap(({ variantId }) => variantId ?? []),
  )
  const items = [...shown.values()].map(({ item }) => item)
  return { filled: fillFromLastOrder(lines, items), shown }
}
