import type { MedusaContainer } from "@medusajs/framework/types"
import { CORE_MODULE, type CoreModuleService } from "../../../modules/core"
import {
  readWholeSale,
  SALES_MODULE,
  saleOfOrder,
  type SalesModuleService,
  type WholeSale,
} from "../../../modules/sales"
import { typeAgainstCancellation, type SaleType } from "../../../rules/sales"
import { refuse } from "../../errors/refuse"
import { keptKinds, snapshotBefore } from "./kept-kinds"
import { loadOrderOfSale } from "./load-order-of-sale"
import { isPaidNow, saleFactsOf } from "./sale-facts-of"

/** What cannot be canceled any more, and what to do instead (H4). */
const REASONS: Record<SaleType, string> = {
  simple: "goods of it have left: take them back by a return, and refund the payment",
  digital: "what was sold is delivered: refund the payment",
  service: "what was sold is provisioned: end the service, and refund the payment",
  subscription: "what was sold is provisioned: end the subscription, and refund the payment",
  booking: "its rental has begun: record its return, and refund the payment",
}

/**
 * Refuses that an admin cancels an order whose types do not permit it any more, with what to do instead. Code that runs Medusa's
 * workflow is not refused: what was canceled is a fact, which the sale follows.
 */
export async function refuseLateCancellation(container: MedusaContainer, orderId: string): Promise<void> {
  const { knex } = container.resolve<SalesModuleService>(SALES_MODULE).db
  const sale = await saleOfOrder(knex, orderId)
  const whole = sale && (await readWholeSale(knex, sale.id))
  const found = await cancellationOf(container, { orderId, whole })
  // That it was canceled before Medusa says itself.
  if (found?.against && !found.isCanceled) {
    refuse("order", `It cannot be canceled any more: ${REASONS[found.against]}`)
  }
}

interface ToCancel {
  orderId: string
  /** Null: its sale is not made yet. */
  whole: WholeSale | null
}

/** Whether an order was canceled, and the type of a line for which it can be no more; null: there is no such order. */
export async function cancellationOf(
  container: MedusaContainer,
  { orderId, whole }: ToCancel,
): Promise<{ isCanceled: boolean; against: SaleType | null } | null> {
  const of = await loadOrderOfSale(container, orderId)
  if (!of) {
    return null
  }
  const last = whole?.snapshots.at(-1)
  const kinds = keptKinds(of.kinds, last ? snapshotBefore(last) : null)
  const state = whole && { isEffective: whole.sale.is_effective, soldTotal: whole.sale.total }
  const { lines, isCanceled } = saleFactsOf(of, { kinds, isChanged: false, isPaid: isPaidNow(of, state) })
  const core = container.resolve<CoreModuleService>(CORE_MODULE)
  const { returnDays } = container.resolve<SalesModuleService>(SALES_MODULE).options
  const context = { now: await core.now(), asOf: await core.today(), returnDays, isOrderClosed: false }
  return { isCanceled, against: typeAgainstCancellation({ lines }, context) }
}
