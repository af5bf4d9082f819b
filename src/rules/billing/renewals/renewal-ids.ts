/** The ids of everything a renewal creates. They are derived, so a second insert is refused. */
export interface RenewalIds {
  renewal: string
  order: string
  paymentCollection: string
  transaction: string
  invoice: string
}

/** The ids of the nth renewal of a subscription, from both alone (decision 0003). */
export function renewalIds(subscriptionId: string, cycle: number): RenewalIds {
  return idsOfRenewal(`bren_${subscriptionId.replace(/^bsub_/, "")}_${cycle}`)
}

/** The same from the renewal's own id. */
export function idsOfRenewal(renewalId: string): RenewalIds {
  const key = renewalId.replace(/^bren_/, "")
  return {
    renewal: renewalId,
    order: `order_${key}`,
    paymentCollection: `pay_col_${key}`,
    transaction: `ordtrx_${key}`,
    invoice: `binv_${key}`,
  }
}

/** The id of the order line that a subscription's item becomes in its nth renewal. */
export const renewalLineId = (itemId: string, cycle: number): string => `ordli_${itemId.replace(/^bsi_/, "")}_${cycle}`

/** The key by which the record of a renewal's line is known, where it has one. */
export const renewalLineKey = renewalLineId
