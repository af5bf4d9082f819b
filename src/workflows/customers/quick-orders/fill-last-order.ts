import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { lastOrderOfProfile } from "../../../modules/customers"
import { fillFromLastOrder, withoutAccessories, type FilledOrder, type LastLine } from "../../../rules/customers"
import { decimalOf } from "../../cart/to-cart-facts"
import { dependentLinesOfOrder } from "../../ports/dependent-lines"
import { packageChoices } from "../../ports/packages/package-choices"
import { customersDatabase } from "../profiles/editing"
import type { QuickOrderContext } from "./quick-order-context"
import { readShownVariants, type ShownVariant } from "./read-catalogue"

interface OrderRow {
  id: string
  cart?: { id: string } | null
  items?: {
    id: string
    title: string
    product_title?: string | null
    product_id?: string | null
    variant_id: string | null
    metadata?: Record<string, unknown> | null
    quantity: unknown
  }[]
}

const FIELDS = ["title", "product_title", "product_id", "variant_id", "metadata", "quantity"]

/** The customer's last order once more, as far as it is sold today; null: there was none (C24). */
export async function fillLastOrder(
  container: MedusaContainer,
  context: QuickOrderContext,
): Promise<{ filled: FilledOrder; shown: Map<string, ShownVariant> } | null> {
  const orderId = await lastOrderOfProfile(customersDatabase(container), context.customer.profileId)
  if (orderId === null) {
    return null
  }
  const { data } = await container.resolve(ContainerRegistrationKeys.QUERY).graph({
    entity: "order",
    fields: ["id", "cart.id", "items.id", ...FIELDS.map((field) => `items.${field}`)],
    filters: { id: orderId },
    // A page of one: without it, Medusa reads items in another way, which leaves these out.
    pagination: { take: 1, skip: 0 },
  })
  const [read] = data as OrderRow[]
  if (!read) {
    return null
  }
  const lines = await orderedLines(container, read)
  const shown = await readShownVariants(
    container,
    context,
    lines.flatMap(({ variantId }) => variantId ?? []),
  )
  const items = [...shown.values()].map(({ item }) => item)
  return { filled: fillFromLastOrder(lines, items), shown }
}

/** What was ordered: without set-up fees and what came with packages, which come with their articles again. */
async function orderedLines(container: MedusaContainer, { cart, items = [] }: OrderRow): Promise<LastLine[]> {
  const lines = items.map(({ id, product_id, variant_id, metadata }) => ({
    id,
    productId: product_id ?? null,
    variantId: variant_id,
    metadata: metadata ?? null,
  }))
  const order = { cartId: cart?.id ?? null, lines }
  const [dependent, chosen] = await Promise.all([
    dependentLinesOfOrder(container, order),
    packageChoices.get().ofOrder(container, order),
  ])
  const ordered = items
    .filter(({ id }) => !dependent.has(id))
    .map(({ id, title, product_title, variant_id, quantity }): LastLine => {
      const line = { variantId: variant_id, title: product_title ?? title, quantity: Number(decimalOf(quantity)) }
      const choices = chosen.get(id)?.choices
      return choices ? { ...line, choices } : line
    })
  return withoutAccessories(
    ordered,
    [...chosen.values()].flatMap(({ beside }) => beside),
  )
}
