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
import { CORE_MODULE, type CoreModuleService } from "../../../modules/core"
import { stagesBefore, type CartPlan } from "../../../rules/cart"
import { presentLine } from "../../../rules/discounts"
import { discountStage } from "../../../rules/discounts/cart/discount-stage"
import { explainCart } from "../../cart/explain-cart"
import type { CartRoom } from "../../cart/cart-stage"
import { contextOfPlan } from "../cart/context-of-plan"
import type { DiscountedCart } from "../cart/discounted-cart"
import { discountCart } from "../cart/discounts-cart"
import { loadDiscountFacts } from "../cart/load-discount-facts"
import { loadStoredCart, storedPlan, type StoredCart } from "../cart/load-discount-cart"
import { stepsOfOrder } from "./steps-of-order"
import { traceOfEvaluation, type DiscountTrace } from "../../../rules/discounts/records/discount-trace"

/** A cart's record also has the visitor's groups. */
type RecordedTrace = DiscountTrace & { groups?: string[] }

const notFound = (what: string, id: string) =>
  new MedusaError(MedusaError.Types.NOT_FOUND, `${what} with id: ${id} was not found`)

/** Why an order's lines have their prices, from its records, version by version (D22). */
export async function whyOrder(container: MedusaContainer, orderId: string, rooms: CartRoom[]): Promise<WhyRecord[]> {
  const { knex } = container.resolve<DiscountsModuleService>(DISCOUNTS_MODULE).db
  const [order] = await container.resolve(Modules.ORDER).listOrders({ id: orderId }, { select: ["id"] })
  if (!order) {
    throw notFound("Order", orderId)
  }
  const records = await recordsOfOrder(knex, orderId)
  const waiting = records.length ? null : await recordOfOrder(knex, orderId)
  const found = [...records, ...(waiting ? [waiting] : [])]
  const steps = found.length ? null : await stepsOfOrder(container, orderId, rooms)
  return steps ? [steps] : found.map(presentRecord)
}

/** Why a cart's lines have their prices: from its record where it was completed, else from an evaluation now. */
export async function whyCart(container: MedusaContainer, cartId: string, rooms: CartRoom[]): Promise<WhyRecord[]> {
  const { knex } = container.resolve<DiscountsModuleService>(DISCOUNTS_MODULE).db
  const record = await recordOfCart(knex, cartId)
  if (record?.placed_at) {
    return [presentRecord(record)]
  }
  const cart = await loadStoredCart(container, cartId)
  if (!cart) {
    throw notFound("Cart", cartId)
  }
  return recordOfOpenCart(container, cart, rooms)
}

async function recordOfOpenCart(container: MedusaContainer, cart: StoredCart, rooms: CartRoom[]): Promise<WhyRecord[]> {
  const plan = await storedPlan(container, cart)
  const before = await explainCart(container, cart, { rooms, stages: stagesBefore("discounts") })
  const discounted =
    (await discountCart(container, { plan, cart, promotions: { kind: "shown", isStrict: false } })) ??
    (before.length ? await withoutDiscounts(container, plan, cart) : null)
  if (!discounted) {
    return []
  }
  const { facts, answer, context } = discounted
  const titles = new Map((context.items ?? []).map((item) => [item.id, item.title ?? ""]))
  const explanations = [...before, ...discounted.plan.explanations]
  const trace = { ...traceOfEvaluation(facts, answer, { titles, explanations }), groups: facts.groups }
  const { currencyCode: currency_code, channel, asOf: as_of } = facts
  return [presentRecord({ version: 1, as_of, channel, currency_code, trace, placed_at: null })]
}

/** A cart that no discount can apply to, but that other stages have changed. */
async function withoutDiscounts(container: MedusaContainer, plan: CartPlan, cart: StoredCart): Promise<DiscountedCart> {
  const context = contextOfPlan(plan, cart)
  const core = container.resolve<CoreModuleService>(CORE_MODULE)
  const facts = await loadDiscountFacts(container, context, { asOf: () => core.today(), channel: "cart" })
  return { context, facts, ...discountStage(plan, facts) }
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
    lines: trace.lines.map((line) => ({ ...presentLine(line), line_id: line.id, steps: line.steps ?? [] })),
  }
}
