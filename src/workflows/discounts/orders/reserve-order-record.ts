import type { MedusaContainer } from "@medusajs/framework/types"
import { generateEntityId } from "@medusajs/framework/utils"
import {
  DISCOUNTS_MODULE,
  type DiscountsModuleService,
  type NewApplied,
  type OrderReserved,
  placeOrderRecord,
  releaseRecord,
  reserveOrderRecord,
  type DiscountRecordRow,
  waitingRecord,
} from "../../../modules/discounts"
import { limitedPerCustomer } from "../../../rules/discounts/eligibility/limited-per-customer"
import { refuse } from "../../errors/refuse"
import { buyerOfContext, customerIdOf } from "../cart/evaluation-context"
import { traceOfEvaluation, type DiscountTrace } from "../../../rules/discounts/records/discount-trace"
import { appliedToLines } from "../../../rules/discounts/report/applied-to-lines"
import { appliedLine } from "./applied-line"
import { isLineEvaluated, isSame } from "./order-adjustments"
import { channelOf } from "./order-discount-facts"
import { loadEditedOrder, loadOrderState, type OrderState } from "./order-state"
import { planOrderDiscounts, type OrderDiscountsPlan } from "./plan-order-discounts"
import type { SyncOrderInput } from "./steps/sync-order-edit"

/**
 * Before an order's edit, exchange or claim is confirmed, or a draft becomes an order: reserves the uses that the order
 * does not have yet, and writes the discount record (D22, D24). Returns the record's id, null where there is nothing to record. Throws
 * NOT_ALLOWED where a discount has been used up since.
 */
export async function reserveOrderRecordOf(
  container: MedusaContainer,
  { order_id, as_of, of }: SyncOrderInput & { of: "edit" | "draft" },
): Promise<string | null> {
  const state = await (of === "edit" ? loadEditedOrder(container, order_id) : loadDraft(container, order_id))
  const plan = state && (await planOrderDiscounts(container, state, as_of))
  if (!plan) {
    return null
  }
  if (!isCurrent(plan)) {
    refuse("discounts", "they are not what they were a moment ago: look at the order's prices again")
  }
  if (!plan.before && plan.answer.lines.every(({ trace }) => !trace.length)) {
    return null
  }
  const { order, change } = state
  const { knex } = container.resolve<DiscountsModuleService>(DISCOUNTS_MODULE).db
  const reserved = await reserveOrderRecord(knex, {
    id: generateEntityId(undefined, "drec"),
    cart_id: null,
    order_id,
    version: change?.version ?? order.version,
    customer_id: customerIdOf({ ...order, id: null }),
    buyer: buyerOfContext({ ...order, id: null }),
    limited: limitedPerCustomer(plan.facts),
    currency_code: order.currency_code,
    as_of,
    channel: channelOf(state),
    trace: { ...traceOf(plan), groups: plan.facts.groups },
    used: plan.answer.lines
      .filter(({ id }) => isLineEvaluated(plan.state, id))
      .flatMap(({ discounts }) => discounts.flatMap(({ discountId }) => discountId ?? [])),
  })
  return reserved.ok ? reserved.recordId : refuseReservation(reserved, plan)
}

/** Whether the order shows what is about to be recorded: somebody else may have used the last use since. */
const isCurrent = ({ state, adjustments }: OrderDiscountsPlan): boolean =>
  state.items.every((item) =>
    isSame(adjustments.get(item.id) ?? [], state.change ? state.change.shown.get(item.id) : item.adjustments),
  )

function refuseReservation(reserved: Exclude<OrderReserved, { ok: true }>, { facts }: OrderDiscountsPlan): never {
  if ("isBusy" in reserved) {
    return refuse("order", "it is being confirmed by another request just now; try again in a minute")
  }
  const { discountId } = reserved
  const name = [...facts.discounts, ...facts.orderDiscounts].find(({ id }) => id === discountId)?.name
  return refuse("discounts", `"${name ?? discountId}" has been used up since: look at the order's prices again`)
}

async function loadDraft(container: MedusaContainer, orderId: string): Promise<OrderState | null> {
  const state = await loadOrderState(container, orderId)
  return state.order.is_draft_order ? state : null
}

/** Evaluated lines with their new trace; the others with that of the previous version. */
function traceOf({ state, facts, answer, before }: OrderDiscountsPlan): DiscountTrace {
  const titles = new Map(state.items.map(({ id, title }) => [id, title]))
  const evaluated = traceOfEvaluation(facts, answer, { titles })
  if (!state.change) {
    return evaluated
  }
  const previous = new Map((before?.lines ?? []).map((line) => [line.id, line]))
  const lines = evaluated.lines.flatMap((line) =>
    isLineEvaluated(state, line.id) ? line : (previous.get(line.id) ?? []),
  )
  return { ...evaluated, lines, changed: changedLines(state) }
}

/** Lines that the edit touches or removes. */
function changedLines({ order, items, change }: OrderState): string[] {
  const left = new Set(items.map(({ id }) => id))
  const gone = order.items.map(({ id }) => id).filter((id) => !left.has(id))
  return [...new Set([...(change?.touched ?? []), ...gone])]
}

/**
 * Makes the record final and adds it to the report, once the order or edit is confirmed. A second call changes nothing.
 */
export async function placeOrderRecordOf(container: MedusaContainer, recordId: string, at: Date): Promise<void> {
  const { knex } = container.resolve<DiscountsModuleService>(DISCOUNTS_MODULE).db
  const record = await waitingRecord(knex, recordId)
  if (record?.order_id) {
    const { changed } = record.trace as DiscountTrace
    await placeOrderRecord(knex, { record, placedAt: at, changed: changed ?? [], applied: appliedOf(record) })
  }
}

/** Deletes the record of an order or edit that was not confirmed, and releases its uses. */
export async function releaseOrderRecordOf(container: MedusaContainer, recordId: string): Promise<void> {
  await releaseRecord(container.resolve<DiscountsModuleService>(DISCOUNTS_MODULE).db.knex, recordId)
}

function appliedOf(record: DiscountRecordRow): NewApplied[] {
  const { lines, changed } = record.trace as DiscountTrace
  const kind = record.channel === "draft_order" ? "first_order" : "edit"
  return appliedToLines(lines)
    .filter(({ line: { id } }) => !changed || changed.includes(id))
    .map((one) => appliedLine(record, one, { orderId: record.order_id ?? "", kind }))
}
