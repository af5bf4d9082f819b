import type { ActivateOn, FirstPayment } from "../types"

/** Whether a first payment is far enough to start what was bought (B20). */
export function isPaidEnough(payment: FirstPayment, activateOn: ActivateOn): boolean {
  return payment === "none_due" || payment === "captured" || (payment === "authorized" && activateOn === "authorized")
}
