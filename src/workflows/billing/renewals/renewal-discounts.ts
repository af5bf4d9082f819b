import type { NewApplied } from "../../../modules/discounts"
import type { SubscriptionItemRow } from "../../../modules/billing"
import type { CivilDate } from "../../../rules/calendar"
import { discountsOnRenewal } from "../../../rules/discounts/renewals/discounts-on-renewal"
import type { LineDiscount } from "../../../rules/discounts/types"
import { multiply, type Decimal } from "../../../rules/money"
import { DISCOUNT_PROVIDER } from "../../discounts/cart/discount-provider"
import type { BilledSubscription } from "./billed-subscription"
import { renewalIds, renewalLineId } from "./renewal-ids"

/** A discount on a renewal's line, as Medusa's order takes it; without a code, as it is no promotion. */
export interface RenewalAdjustment {
  amount: Decimal
  description: string
  provider_id: string
  is_tax_inclusive: boolean
}

interface Billing {
  cycle: number
  currencyCode: string
}

/** What the discounts of its sale take off an item in a billing cycle (B28). Most have none, and cost nothing. */
function discountsOf(item: SubscriptionItemRow, { cycle, currencyCode }: Billing): LineDiscount[] {
  if (!item.discounts.length) {
    return []
  }
  const { id, quantity, discounts: granted } = item
  const line = { id, unitPrice: item.unit_price, quantity, granted, articleKey: id }
  const orderDiscountBase = granted[0]?.base ?? "price"
  return discountsOnRenewal({ lines: [line], cycle, currencyCode, orderDiscountBase }).flatMap(
    ({ discounts }) => discounts,
  )
}

export const adjustmentsOfRenewal = (item: SubscriptionItemRow, billing: Billing): RenewalAdjustment[] =>
  discountsOf(item, billing).map(({ name, amount }) => ({
    amount,
    description: name,
    provider_id: DISCOUNT_PROVIDER,
    is_tax_inclusive: item.is_tax_inclusive,
  }))

/** What a renewal's discounts took off, for the report on discounts. */
export function appliedOnRenewal(subscription: BilledSubscription, cycle: number, appliedOn: CivilDate): NewApplied[] {
  const currencyCode = subscription.currency_code
  return subscription.items.flatMap((item) =>
    discountsOf(item, { cycle, currencyCode }).map(({ discountId, source, name, amount }) => ({
      order_id: renewalIds(subscription.id, cycle).order,
      order_line_id: renewalLineId(item.id, cycle),
      version: 1,
      discount_id: discountId,
      source,
      name,
      amount,
      line_price: multiply(item.unit_price, item.quantity),
      quantity: item.quantity,
      currency_code: currencyCode,
      applied_on: appliedOn,
      kind: "renewal" as const,
    })),
  )
}
