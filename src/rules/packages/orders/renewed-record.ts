import type { LinePayload, LineRecord } from "../../cart"
import { contentLineOf, packageLineOf, packagePayload, PACKAGES_ROOM } from "../cart/package-line"

export interface RenewedLine {
  orderId: string
  orderLineId: string
  /** The line of its package; null: it is the package's own. */
  packageLineId: string | null
  key: string
  productId: string
  variantId: string
}

/** The id of the record of a renewal's line: there is one, however often it is written. */
export const renewedRecordId = (orderLineId: string): string => `slin_${orderLineId.replace(/^ordli_/, "")}`

/**
 * The record of a renewal's line: what was sold (P20), without a period, which was that of the first order. Other rooms'
 * sections stay behind, but for what the line counts as in its package.
 */
export function renewedRecord(sold: LineRecord, line: RenewedLine): LineRecord {
  const { orderId, orderLineId, packageLineId, key, productId, variantId } = line
  const id = renewedRecordId(orderLineId)
  const parentId = packageLineId === null ? null : renewedRecordId(packageLineId)
  return {
    id,
    key,
    cartId: orderId,
    lineId: orderLineId,
    room: PACKAGES_ROOM,
    kind: packageLineOf(sold.payload) ? "package" : sold.kind,
    parentId,
    groupKey: parentId ?? id,
    payload: withoutPeriod(sold.payload),
    productId,
    variantId,
  }
}

function withoutPeriod({ cart, ...payload }: LinePayload): LinePayload {
  const share = cart === undefined ? {} : { cart }
  const own = packageLineOf(payload)
  const content = contentLineOf(payload)
  if (own) {
    return { ...share, ...packagePayload({ ...own, selection: { ...own.selection, period: null } }) }
  }
  return content ? { ...share, ...packagePayload({ ...content, period: null }) } : share
}
