import { itemsInOrder } from "../subscriptions/items/items-in-order"
import type { BillDecision } from "../types"
import { renewalIds, renewalLineId, renewalLineKey } from "./renewal-ids"
import type { BilledItem } from "./renewal-order"

/** A line of a renewal's order that is a package, or in one, with the record of what was sold. */
export interface RenewedPackageLine {
  orderId: string
  orderLineId: string
  /** The line of its package; null: it is the package's own. */
  packageLineId: string | null
  /** The key in the line's metadata. */
  key: string
  recordId: string
  productId: string
  variantId: string
}

/** The lines of a renewal's order that are packages or in one. Most renewals have none. */
export function renewedPackageLines(
  { id, items }: { id: string; items: readonly BilledItem[] },
  { cycle }: Pick<BillDecision, "cycle">,
  orderId = renewalIds(id, cycle).order,
): RenewedPackageLine[] {
  return itemsInOrder(items).flatMap((item) =>
    item.line_record_id === null
      ? []
      : [
          {
            orderId,
            orderLineId: renewalLineId(item.id, cycle),
            packageLineId: item.parent_id === null ? null : renewalLineId(item.parent_id, cycle),
            key: renewalLineKey(item.id, cycle),
            recordId: item.line_record_id,
            productId: item.product_id,
            variantId: item.variant_id,
          },
        ],
  )
}
