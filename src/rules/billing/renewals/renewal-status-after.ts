import type { RenewalStatus } from "../states"
import type { ChargeOutcome } from "../types"

/** How a renewal stands after a charge: what nobody knows yet changes nothing, and is asked about again. */
export function renewalStatusAfter(outcome: ChargeOutcome): Extract<RenewalStatus, "paid" | "failed" | "issued"> {
  if (outcome.status === "paid") {
    return "paid"
  }
  return outcome.status === "unknown" ? "issued" : "failed"
}
