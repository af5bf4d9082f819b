import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import {
  createPaymentCollectionForCartWorkflow,
  createPaymentSessionsWorkflow,
  refreshCartItemsWorkflow,
} from "@medusajs/medusa/core-flows"
import { CORE_MODULE, type CoreModuleService } from "../../../modules/core"
import {
  claimQuickOrder,
  CUSTOMERS_MODULE,
  type CustomersModuleService,
  quickOrderOfTurn,
  type QuickOrderRow,
  reopenQuickOrder,
} from "../../../modules/customers"
import { minimumProblem, priceChanges, summedPrices, type PriceChange, type ShownPrice } from "../../../rules/customers"
import { compare, isZero, type Decimal } from "../../../rules/money"
import { oneLine } from "../../../rules/text"
import { completeQuickOrderWorkflow } from "./complete-quick-order"
import { isCurrentCart } from "./is-current-cart"
import { readQuickOrderCart, type QuickOrderCart } from "./quick-order-cart"
import type { QuickOrderContext } from "./quick-order-context"
import { orderOfCart, recordPlaced } from "./record-placed"

/** What was confirmed: the cart, and what it came to as it was shown. It is compared, and never charged. */
export interface SentOrder {
  turn: number
  /** Which of its carts was confirmed: its id is nobody's but the store's. */
  attempt: number
  shown: { total: Decimal; lines: ShownPrice[] }
  /** The real instant, for the claim; and the store's, for the records. */
  now: Date
  at: Date
}

export type PlacedOrder =
  | { kind: "placed"; orderId: string }
  /** Prices are others than those that were shown: nothing was ordered (C23). */
  | { kind: "changed"; changes: PriceChange[]; before: Decimal }
  /** Another window has changed the order since, or the merchant what it is made for. */
  | { kind: "moved" }
  /** Another window or process is placing it, and has not ended. */
  | { kind: "busy" }
  | { kind: "too_little" }
  /** The store could not: something is sold out, or is not sold any more. */
  | { kind: "refused"; reason: string }

const CLAIM_MS = 2 * 60 * 1000
const WAIT_MS = 250
const WAITS = 60

const knexOf = (container: MedusaContainer) => container.resolve<CustomersModuleService>(CUSTOMERS_MODULE).db.knex

/**
 * Makes the order of a link's turn, once: however many windows and processes send it, one places it, and the others get that
 * order. Prices are the store's own of now; where they are not those that were shown, nothing is ordered (C23, C24).
 */
export async function placeOrderOfLink(
  container: MedusaContainer,
  context: QuickOrderContext,
  sent: SentOrder,
): Promise<PlacedOrder> {
  const knex = knexOf(container)
  const order = await quickOrderOfTurn(knex, context.link.id, sent.turn)
  const settled = order && outcomeOf(order, sent)
  const cartId = order?.cart_id ?? null
  if (!order || settled || cartId === null) {
    return settled ?? { kind: "moved" }
  }
  const until = new Date(sent.now.getTime() + CLAIM_MS)
  if (!(await claimQuickOrder(knex, { id: order.id, cartId, attempt: order.attempt, at: sent.now, until }))) {
    return awaitOther(container, context, sent)
  }
  try {
    const placed = await place(container, context, { order, cartId, sent })
    await (placed.kind === "placed"
      ? recordPlaced(container, context, { order, orderId: placed.orderId, at: sent.at })
      : reopenQuickOrder(knex, order.id))
    return placed
  } catch (error) {
    const orderId = await orderOfCart(container, cartId)
    if (orderId !== null) {
      await recordPlaced(container, context, { order, orderId, at: sent.at })
      return { kind: "placed", orderId }
    }
    await reopenQuickOrder(knex, order.id)
    const refusal = refusalOf(error)
    container.resolve(ContainerRegistrationKeys.LOGGER).info(`A quick order was refused: ${refusal.reason}`)
    return refusal
  }
}

function outcomeOf(order: QuickOrderRow, { attempt }: SentOrder): PlacedOrder | null {
  if (order.attempt !== attempt) {
    return { kind: "moved" }
  }
  return order.state === "placed" && order.order_id !== null ? { kind: "placed", orderId: order.order_id } : null
}

/** Waits for the other one who places it. */
async function awaitOther(
  container: MedusaContainer,
  { link }: QuickOrderContext,
  sent: SentOrder,
): Promise<PlacedOrder> {
  for (let waits = 0; waits < WAITS; waits++) {
    const order = await quickOrderOfTurn(knexOf(container), link.id, sent.turn)
    const settled = order ? outcomeOf(order, sent) : ({ kind: "moved" } as const)
    if (settled) {
      return settled
    }
    if (order?.state === "open") {
      return { kind: "busy" }
    }
    await new Promise((done) => setTimeout(done, WAIT_MS))
  }
  return { kind: "busy" }
}

interface Placing {
  order: QuickOrderRow
  cartId: string
  sent: SentOrder
}

async function place(
  container: MedusaContainer,
  context: QuickOrderContext,
  { order, cartId, sent: { shown } }: Placing,
): Promise<PlacedOrder> {
  const made = await orderOfCart(container, cartId)
  if (made !== null) {
    return { kind: "placed", orderId: made }
  }
  await refreshCartItemsWorkflow(container).run({ input: { cart_id: cartId, force_refresh: true } })
  const cart = await readQuickOrderCart(container, cartId)
  if (!cart || !isCurrentCart(context, order, cart)) {
    return { kind: "moved" }
  }
  const changes = priceChanges(summedPrices(shown.lines), summedPrices(linePrices(cart)))
  if (changes.length || compare(cart.total, shown.total) !== 0) {
    return { kind: "changed", changes, before: shown.total }
  }
  if (minimumProblem(cart.goods, minimumOf(container, cart.currencyCode))) {
    return { kind: "too_little" }
  }
  if (!isZero(cart.total)) {
    await openPayment(container, cart)
  }
  const { result } = await completeQuickOrderWorkflow(container).run({ input: { cart_id: cartId } })
  return { kind: "placed", orderId: result.id }
}

/** What each line of a cart comes to, by its article. */
export function linePrices({ lines }: Pick<QuickOrderCart, "lines">): ShownPrice[] {
  return lines.map(({ variantId, title, total }, place) => ({
    variantId: variantId ?? `${place} ${title}`,
    price: total,
  }))
}

/** The least that goods come to, in this currency; null: any sum. */
export const minimumOf = (container: MedusaContainer, currencyCode: string): Decimal | null =>
  container.resolve<CoreModuleService>(CORE_MODULE).options.pages.quickOrders.minimumOrder[currencyCode] ?? null

export const ON_ACCOUNT = "pp_system_default"

/** A session that completes the cart; it is taken back at once (`putOnAccountStep`). */
async function openPayment(container: MedusaContainer, { id, paymentCollectionId }: QuickOrderCart): Promise<void> {
  const collectionId = paymentCollectionId ?? (await createCollection(container, id))
  await createPaymentSessionsWorkflow(container).run({
    input: { payment_collection_id: collectionId, provider_id: ON_ACCOUNT },
  })
}

async function createCollection(container: MedusaContainer, cartId: string): Promise<string> {
  await createPaymentCollectionForCartWorkflow(container).run({ input: { cart_id: cartId } })
  return (await readQuickOrderCart(container, cartId))?.paymentCollectionId ?? ""
}

/** What Medusa says of a cart that it does not complete; anything else is a fault, and is thrown. */
function refusalOf(error: unknown): Extract<PlacedOrder, { kind: "refused" }> {
  const { type, message } = Object(error) as { type?: unknown; message?: unknown }
  if (type === "not_allowed" || type === "invalid_data" || type === "not_found") {
    return { kind: "refused", reason: oneLine(String(message)) }
  }
  throw error
}
