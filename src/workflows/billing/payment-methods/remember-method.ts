import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { collectorFor, type SavedMethod } from "../../../collectors"
import { isCartBoundByEmail } from "../../cart/is-cart-bound-by-email"
import { BILLING_MODULE, type BillingModuleService } from "../../../modules/billing"

/** The payment method that a subscription stores. */
export interface RememberedPayment {
  payment_provider_id: string
  payment_method: SavedMethod | Record<string, unknown>
}

export type BoughtBy = { order_id: string } | { cart_id: string }

interface SessionFacts {
  provider_id: string
  status: string
  data: Record<string, unknown> | null
}

interface Bought {
  payment_collections?: ({ payment_sessions?: (SessionFacts | null)[] } | null)[]
  payment_collection?: { payment_sessions?: (SessionFacts | null)[] } | null
}

const SESSION = ["provider_id", "status", "data"]

/** The sessions of an order or of a cart, which have been authorised. */
async function authorisedSessions(container: MedusaContainer, bought: BoughtBy): Promise<SessionFacts[]> {
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const [entity, relation, id] =
    "order_id" in bought
      ? (["order", "payment_collections", bought.order_id] as const)
      : (["cart", "payment_collection", bought.cart_id] as const)
  const { data } = await query.graph({
    entity,
    fields: SESSION.map((field) => `${relation}.payment_sessions.${field}`),
    filters: { id },
  })
  const rows: Bought[] = data
  const collections = rows.flatMap((row) => [...(row.payment_collections ?? []), row.payment_collection])
  return collections
    .flatMap((collection) => collection?.payment_sessions ?? [])
    .filter((session): session is SessionFacts => session?.status === "authorized" || session?.status === "captured")
}

async function cartIdOf(container: MedusaContainer, order_id: string): Promise<string | null> {
  const { data } = await container.resolve(ContainerRegistrationKeys.QUERY).graph({
    entity: "order_cart",
    fields: ["cart_id"],
    filters: { order_id },
  })
  return data[0]?.cart_id ?? null
}

/** The order's cart and its customer at completion; null if the order had no cart. */
async function cartOf(
  container: MedusaContainer,
  bought: BoughtBy,
): Promise<{ id: string; customer_id: string | null } | null> {
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const id = "cart_id" in bought ? bought.cart_id : await cartIdOf(container, bought.order_id)
  const { data: carts } = await query.graph({
    entity: "cart",
    fields: ["id", "customer_id"],
    filters: { id: id ?? "" },
  })
  return carts[0] ? { id: carts[0].id, customer_id: carts[0].customer_id ?? null } : null
}

/**
 * The method for later off-session charges of an order: the one saved by the checkout's payment, or the one saved for
 * the cart because nothing was due. null: invoices are sent.
 */
export async function rememberMethod(container: MedusaContainer, bought: BoughtBy): Promise<RememberedPayment | null> {
  for (const { provider_id, status, data } of await authorisedSessions(container, bought)) {
    const method = collectorFor(provider_id).rememberSession({ status, data: data ?? {} })
    if (method) {
      return { payment_provider_id: provider_id, payment_method: method }
    }
  }
  const cart = await cartOf(container, bought)
  const saved = cart ? await container.resolve<BillingModuleService>(BILLING_MODULE).savedMethodOf(cart.id) : null
  // A cart can change hands after a method was saved for it: the method is used only for the customer who saved it.
  if (!saved || !cart || saved.customer_id !== cart.customer_id || (await isCartBoundByEmail(container, cart))) {
    return null
  }
  return { payment_provider_id: saved.payment_provider_id, payment_method: saved.payment_method }
}
