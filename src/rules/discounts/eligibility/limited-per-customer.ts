import type { DiscountFacts } from "../types"

/** Ids of the discounts that a customer may use so often only. */
export const limitedPerCustomer = ({ discounts, orderDiscounts }: DiscountFacts): string[] =>
  [...discounts, ...orderDiscounts].filter(({ usage }) => usage.limitPerCustomer !== null).map(({ id }) => id)
