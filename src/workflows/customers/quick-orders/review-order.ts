import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import {
  checkAddress,
  checkQuickOrder,
  minimumProblem,
  type CustomerProblem,
  type QuickOrderDetails,
  type SentAddress,
} from "../../../rules/customers"
import { oneLine } from "../../../rules/text"
import { readBasket, type Basket } from "./basket"
import { makeCart } from "./make-cart"
import { minimumOf } from "./place-quick-order"
import type { QuickOrderCart } from "./quick-order-cart"
import type { QuickOrderContext } from "./quick-order-context"

export interface SentDetails {
  email?: string | undefined
  purchaseOrderNumber?: string | undefined
  wantedOn?: string | undefined
  note?: string | undefined
  address?: SentAddress | undefined
}

export type ReviewedOrder =
  | { kind: "made"; cart: QuickOrderCart; turn: number; attempt: number }
  | { kind: "problems"; problems: CustomerProblem[]; basket: Basket }
  /** Prices changed since they were put in: shown before anything is made (C23). */
  | { kind: "changed"; basket: Basket }
  | { kind: "moved" }

/** Makes the cart of what is in the basket, so that it can be confirmed as it will be ordered. */
export async function reviewOrder(
  container: MedusaContainer,
  context: QuickOrderContext,
  sent: SentDetails,
): Promise<ReviewedOrder> {
  const basket = await readBasket(container, context)
  if (basket.changes.length) {
    return { kind: "changed", basket }
  }
  const checked = check(context, basket, sent)
  if ("problems" in checked || !basket.order) {
    return { kind: "problems", problems: "problems" in checked ? checked.problems : [], basket }
  }
  const problem = (field: string, reason: string): ReviewedOrder => ({
    kind: "problems",
    problems: [{ field, reason }],
    basket,
  })
  try {
    const made = await makeCart(container, context, { order: basket.order, details: checked.details })
    if (made.kind !== "made") {
      return made.kind === "moved" ? { kind: "moved" } : problem("address", "is sent to by no way of shipping")
    }
    const { cart } = made
    const tooLittle = minimumProblem(cart.goods, minimumOf(container, cart.currencyCode))
    return tooLittle
      ? { kind: "problems", problems: [tooLittle], basket }
      : { kind: "made", cart, turn: basket.turn, attempt: basket.order.attempt + 1 }
  } catch (error) {
    const { type, message } = Object(error) as { type?: unknown; message?: unknown }
    if (type === "not_allowed" || type === "invalid_data") {
      container.resolve(ContainerRegistrationKeys.LOGGER).info(`A quick order was refused: ${oneLine(String(message))}`)
      return problem("items", "cannot be had in this quantity")
    }
    throw error
  }
}

function check(
  { customer, place, asOf }: QuickOrderContext,
  { lines }: Basket,
  { address: sentAddress, ...sent }: SentDetails,
): { details: QuickOrderDetails } | { problems: CustomerProblem[] } {
  const items = lines.map(({ item }) => ({ variantId: item.variant_id, quantity: item.quantity }))
  const sold = lines.flatMap(({ variant }) => variant?.item ?? [])
  const body = { items, ...sent }
  const email = customer.email ?? customer.customer?.email ?? null
  const order = checkQuickOrder(body, { items: sold, email, asOf })
  const address = customer.address ? null : checkAddress(sentAddress ?? {}, place.countries)
  const problems = [...(order.ok ? [] : order.problems), ...(address && !address.ok ? address.problems : [])]
  if (!order.ok || problems.length) {
    return { problems }
  }
  const { purchaseOrderNumber, wantedOn, note } = order.order
  return {
    details: {
      email: order.order.email,
      purchase_order_number: purchaseOrderNumber,
      wanted_on: wantedOn,
      note,
      address: address?.ok ? address.address : null,
    },
  }
}
