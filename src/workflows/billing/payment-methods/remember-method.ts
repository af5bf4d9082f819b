import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { collectorFor, type SavedMethod } from "../../../collectors"
import { isCartBoundByEmail } from "../../cart/binding/is-cart-bound-by-email"
import { BILLING_MODULE, type BillingModuleService } from "../../../modules/billing"
import { isOwnMethod, type MethodOwner } from "../../../rules/billing"
import { completeMethod } from "./complete-method"

/** The payment method that a subscription stores. */
export interface RememberedPayment {
  payment_provider_id: string
  payment_method: SavedMethod | Record<string, unknown>
}

interface SessionFacts {
  provider_id: string
  status: string
  data: Record<string, unknown> | null
  context: { customer?: { id?: unknown } | null } | null
}

interface Bought {
  customer_id: string | null
  payment_collections?: ({ payment_sessions?: (SessionFacts | null)[] } | null)[]
}

const SESSION = ["provider_id", "status", "data", "context"]

async function loadBought(container: MedusaContainer, order_id: string): Promise<Bought | undefined> {
  const { data } = await container.resolve(ContainerRegistrationKeys.QUERY).graph({
    entity: "order",
    fields: ["customer_id", ...SESSION.map((field) => `payment_collections.payment_sessions.${field}`)],
    filters: { id: order_id },
  })
  const rows: Bought[] = data
  return rows[0]
}

async function loadOwner(container: MedusaContainer, customerId: string): Promise<MethodOwner> {
  const { data } = await container.resolve(ContainerRegistrationKeys.QUERY).graph({
    entity: "customer",
    fields: ["account_holders.provider_id", "account_holders.external_id"],
    filters: { id: customerId },
  })
  const rows: { account_holders?: ({ provider_id: string; external_id: string } | null)[] }[] = data
  const holders = (rows[0]?.account_holders ?? []).flatMap((one) => one ?? [])
  return {
    customerId,
    accountHolders: holders.map(({ provider_id, external_id }) => ({
      providerId: provider_id,
      externalId: external_id,
    })),
  }
}

const isAuthorised = (session: SessionFacts | null): session is SessionFacts =>
  session?.status === "authorized" || session?.status === "captured"

async function cartIdOf(container: MedusaContainer, order_id: string): Promise<string | null> {
  const { data } = await container.resolve(ContainerRegistrationKeys.QUERY).graph({
    entity: "order_cart",
    fields: ["cart_id"],
    filters: { order_id },
  })
  return data[0]?.cart_id ?? null
}

/** The method that was saved for the order's cart because nothing was due. */
async function savedForCart(
  container: MedusaContainer,
  { order_id, customerId }: { order_id: string; customerId: string },
): Promise<RememberedPayment | null> {
  const cartId = await cartIdOf(container, order_id)
  const saved = cartId ? await container.resolve<BillingModuleService>(BILLING_MODULE).savedMethodOf(cartId) : null
  const isOwn = cartId !== null && !(await isCartBoundByEmail(container, { id: cartId, customer_id: customerId }))
  return isOwn && saved?.customer_id === customerId
    ? { payment_provider_id: saved.payment_provider_id, payment_method: saved.payment_method }
    : null
}

/**
 * The method for later off-session charges of an order: the one saved by the checkout's payment, or the one saved for
 * the cart because nothing was due. Only a method of the order's own customer: a cart can change hands after its session
 * was opened or a method was saved for it. null: there is none, and invoices are sent.
 */
export async function rememberMethod(
  container: MedusaContainer,
  { order_id }: { order_id: string },
): Promise<RememberedPayment | null> {
  const order = await loadBought(container, order_id)
  if (!order?.customer_id) {
    return null
  }
  const owner = await loadOwner(container, order.customer_id)
  const sessions = (order.payment_collections ?? []).flatMap((one) => one?.payment_sessions ?? [])
  for (const { provider_id, status, data, context } of sessions.filter(isAuthorised)) {
    const method = collectorFor(provider_id).rememberSession({ status, data: data ?? {} })
    const payerId = typeof context?.customer?.id === "string" ? context.customer.id : null
    if (method && isOwnMethod({ providerId: provider_id, accountHolderId: method.account_holder_id, payerId }, owner)) {
      return {
        payment_provider_id: provider_id,
        payment_method: await completeMethod(container, { provider_id, method }),
      }
    }
  }
  return savedForCart(container, { order_id, customerId: order.customer_id })
}
