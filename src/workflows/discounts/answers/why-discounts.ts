import type { MedusaContainer } from "@medusajs/framework/types"
import { MedusaError, Modules } from "@medusajs/framework/utils"
import type { WhyRecord } from "../../../contracts/discounts/answers"
import {
  DISCOUNTS_MODULE,
  type DiscountsModuleService,
  recordOfCart,
  recordOfOrder,
  type DiscountRecordRow,
  recordsOfOrder,
} from "../../../modules/discounts"
import { presentLine } from "../../../rules/discounts"
import { discountCart } from "../cart/discounts-cart"
import { loadStoredCart, storedPlan, type StoredCart } from "../cart/load-discount-cart"
import { traceOfEvaluation, type DiscountTrace } from "../../../rules/discounts/records/discount-trace"

/** A cart's record also has the visitor's groups. */
type RecordedTrace = DiscountTrace & { groups?: string[] }

const notFound = (what: string, id: string) =>
  new MedusaError(MedusaError.Types.NOT_FOUND, `${what} with id: ${id} was not found`)

/** Why an order's lines have their prices, from its records, version by version (D22). */
export async function whyOrder(container: MedusaContainer, orderId: string): Promise<WhyRecord[]> {
  const { knex } = container.resolve<DiscountsModuleService>(DISCOUNTS_MODULE).db
  const [order] = await container.resolve(Modules.ORDER).listOrders({ id: orderId }, { select: ["id"] })
  if (!order) {
    throw notFound("Order", orderId)
  }
  const records = await recordsOfOrder(knex, orderId)
  const waiting = records.length ? null : await recordOfOrder(knex, orderId)
  return [...records, ...(waiting ? [waiting] : [])].map(presentRecord)
}

/** Why a cart's lines have their prices: from its record where it was completed, else from an evaluation now. */
export async function whyCart(container: MedusaContainer, cartId: string): Promise<WhyRecord[]> {
  const { knex } = container.resolve<DiscountsModuleService>(DISCOUNTS_MODULE).db
  const record = await recordOfCart(knex, cartId)
  if (record?.placed_at) {
    return [presentRecord(record)]
  }
  const cart = await loadStoredCart(container, cartId)
  if (!cart) {
    throw notFound("Cart", cartId)
  }
  return recordOfOpenCart(container, cart)
}

async function recordOfOpenCart(container: MedusaContainer, cart: StoredCart): Promise<WhyRecord[]> {
  const plan = await storedPlan(container, cart)
  const discounted = await discountCart(container, { plan, cart, promotions: { kind: "shown", isStrict: false } })
  if (!discounted) {
    return []
  }
  const { facts, answer, context } = discounted
  const titles = new Map((context.items ?? []).map((item) => [item.id, item.title ?? ""]))
  const trace = { ...traceOfEvaluation(facts, answer, { titles }), groups: facts.groups }
  const { currencyCode: currency_code, channel, asOf: as_of } = facts
  return [presentRecord({ version: 1, as_of, channel, currency_code, trace, placed_at: null })]
}

function presentRecord(
  record: Pick<DiscountRecordRow, "version" | "as_of" | "channel" | "currency_code" | "trace" | "placed_at">,
): WhyRecord {
  const trace = record.trace as RecordedTrace
  return {
    version: record.version,
    as_of: record.as_of,
    channel: record.channel,
    currency_code: record.currency_code,
    order_value: trace.orderValue,
    groups: trace.groups ?? [],
    placed: record.placed_at !== null,
    lines: trace.lines.map((line) => ({ ...presentLine(line), line_id: line.id })),
  }
}
