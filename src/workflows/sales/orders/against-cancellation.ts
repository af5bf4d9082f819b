import type { MedusaContainer } from "@medusajs/framework/types"
import { CORE_MODULE, type CoreModuleService } from "../../../modules/core"
import { SALES_MODULE, type SalesModuleService, type WholeSale } from "../../../modules/sales"
import { answeredMoves, typeAgainstCancellation, type SaleType } from "../../../rules/sales"
import { keptKinds, snapshotBefore } from "./kept-kinds"
import { loadOrdersOfSales } from "./load-order-of-sale"
import { isPaidNow, saleFactsOf } from "./sale-facts-of"

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
  const core = container.resolve<CoreModuleService>(CORE_MODULE)
  const now = await core.now()
  const sold = new Map<string, string | null>(whole ? [[orderId, whole.sale.customer_id]] : [])
  const read = { orderIds: [orderId], now: new Date(now), placedNow: new Set<string>(), sold }
  const [found] = await loadOrdersOfSales(container, read)
  if (!found) {
    return null
  }
  const of = { ...found, moves: answeredMoves(found.moves) }
  const last = whole?.snapshots.at(-1)
  const kinds = keptKinds(of.kinds, last ? snapshotBefore(last) : null)
  const state = whole && { isEffective: whole.sale.is_effective, soldTotal: whole.sale.total }
  const { lines, isCanceled } = saleFactsOf(of, { kinds, isChanged: false, isPaid: isPaidNow(of, state) })
  const { returnDays } = container.resolve<SalesModuleService>(SALES_MODULE).options
  const context = { now, asOf: await core.today(), returnDays, isOrderClosed: false }
  return { isCanceled, against: typeAgainstCancellation({ lines }, context) }
}
