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
  /** Whether it is delivered as services. */
  isProvisioned?: boolean
}

/**
 * A period makes a booking, a billing cycle a subscription; services that are delivered, or a product type that the store
 * names, make a service. What is left is a simple product where it is shipped, else a digital one.
 */
export function lineTypeOf(line: LineToType, serviceTypes: readonly string[]): SaleType {
  if (line.isBooked) {
    return "booking"
  }
  if (line.isRecurring) {
    return "subscription"
  }
  if (line.isProvisioned) {
    return "service"
  }
  const type = line.productType?.trim().toLowerCase()
  if (type !== undefined && serviceTypes.some((one) => one.trim().toLowerCase() === type)) {
    return "service"
  }
  return line.requiresShipping ? "simple" : "digital"
}
