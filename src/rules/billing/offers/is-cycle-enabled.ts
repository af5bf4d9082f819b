import { isPositive, type Decimal } from "../../money"
import type { PaymentType } from "../states"

/**
 * Whether a cycle can be bought in a currency (B6), by the variant's base price there. A free offer's cycle always can:
 * its price is empty or zero by rule.
 */
export function isCycleEnabled(paymentType: PaymentType, basePrice: Decimal | null): boolean {
  return paymentType === "free" || (basePrice !== null && isPositive(basePrice))
}
