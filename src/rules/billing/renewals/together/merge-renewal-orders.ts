import type { RenewalOrder } from "../renewal-order"
import { idsOfRenewal } from "../renewal-ids"

/**
 * One order of the orders that renewals would have each, with all of their lines and shipping methods; of one alone, that
 * order. What else an order has, they have in common.
 */
export function mergeRenewalOrders(
  leadId: string,
  [first, ...others]: readonly [RenewalOrder, ...RenewalOrder[]],
): RenewalOrder {
  const orders = [first, ...others]
  const { order: id } = idsOfRenewal(leadId)
  const lead = orders.find((order) => order.id === id)
  if (!lead) {
    throw new RangeError(`The renewal ${leadId} is not among those of its order`)
  }
  if (!others.length) {
    return lead
  }
  return {
    ...lead,
    items: orders.flatMap(({ items }) => items),
    shipping_methods: orders.flatMap(({ shipping_methods }) => shipping_methods),
    metadata: {
      ...commonMetadata(lead, orders),
      billing_renewals: orders.map(({ metadata }) => metadata.billing_renewal_id),
    },
  }
}

/** An invoice has one number of the customer's: where their orders had others, it has none. */
function commonMetadata({ metadata }: RenewalOrder, orders: readonly RenewalOrder[]): RenewalOrder["metadata"] {
  const { purchase_order_number: number, ...others } = metadata
  const isCommon = number !== undefined && orders.every((one) => one.metadata.purchase_order_number === number)
  return isCommon ? metadata : others
}
