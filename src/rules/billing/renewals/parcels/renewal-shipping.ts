import type { Decimal } from "../../../money"
import type { RenewalTaxLine } from "../renewal-tax-line"

/** What a renewal of goods costs to ship: a setting. `current`: what the option costs on the day of issue. */
export const RENEWAL_SHIPPING = ["current", "as_sold", "free"] as const
export type RenewalShippingSetting = (typeof RENEWAL_SHIPPING)[number]

/** A shipping method of the first order. */
export interface SoldShipping {
  optionId: string | null
  name: string
  amount: Decimal
  isTaxInclusive: boolean
  data: Record<string, unknown> | null
}

/** What a shipping option offers today for an address. */
export interface OfferedShipping {
  name: string
  /** Null: its price depends on the parcel, and the one that was sold is repeated. */
  price: { amount: Decimal; isTaxInclusive: boolean } | null
}

/** The shipping method of one renewal. */
export interface RenewalShippingMethod {
  shipping_option_id: string | undefined
  name: string
  amount: Decimal
  is_tax_inclusive: boolean
  data: Record<string, unknown> | undefined
  tax_lines: RenewalTaxLine[]
}

export type RenewalShipping =
  | { kind: "none" }
  | { kind: "ship"; method: RenewalShippingMethod }
  /** The renewal waits; the run names the reason. */
  | { kind: "wait"; reason: string }

/**
 * How a renewal of goods is shipped (B31): by the option of its first order, at today's price or as the setting says. An
 * option that is not offered any more is no reason to send goods for nothing: the renewal waits.
 */
export function renewalShipping(
  sold: SoldShipping | null,
  offered: OfferedShipping | null,
  setting: RenewalShippingSetting,
): RenewalShipping {
  if (!sold) {
    return { kind: "none" }
  }
  if (sold.optionId !== null && !offered) {
    return { kind: "wait", reason: `its shipping option "${sold.name}" is not offered any more` }
  }
  const price = setting === "current" && offered?.price ? offered.price : sold
  return {
    kind: "ship",
    method: {
      shipping_option_id: sold.optionId ?? undefined,
      name: offered?.name ?? sold.name,
      amount: setting === "free" ? "0" : price.amount,
      is_tax_inclusive: price.isTaxInclusive,
      data: sold.data ?? undefined,
      tax_lines: [],
    },
  }
}
