import type { ActivateOn, FirstPayment } from "../types"

/** Whether a first payment is sufficient to start the subscription (B20). */
export function isPaidEnough(payment: FirstPayment, activateOn: ActivateOn): boolean {
  return payment === "none_due" || payment === "captured" || (payment === "authorized" && activateOn === "authorized")
}
