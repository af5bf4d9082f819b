/** What is sold on a line, as far as its sale's status depends on it (H4). */
export const SALE_TYPES = ["simple", "digital", "service", "subscription", "booking"] as const
export type SaleType = (typeof SALE_TYPES)[number]

export interface LineToType {
  requiresShipping: boolean
  /** Medusa's type of the product, by its name. */
  productType: string | null
  /** Whether a rental period stands on it. */
  isBooked: boolean
  /** Whether it is sold in billing cycles. */
  isRecurring: boolean
}

/**
 * A period makes a booking, a billing cycle a subscription, a product type that the store names a service. What is left is
 * a simple product where it is shipped, else a digital one.
 */
export function lineTypeOf(line: LineToType, serviceTypes: readonly string[]): SaleType {
  if (line.isBooked) {
    return "booking"
  }
  if (line.isRecurring) {
    return "subscription"
  }
  const type = line.productType?.trim().toLowerCase()
  if (type !== undefined && serviceTypes.some((one) => one.trim().toLowerCase() === type)) {
    return "service"
  }
  return line.requiresShipping ? "simple" : "digital"
}
