import type { RenewalStatus } from "../states"
import type { ChargeOutcome } from "../types"

/** The status of a renewal after a charge. An unknown outcome changes nothing and is reconciled later. */
export function renewalStatusAfter(outcome: ChargeOutcome): Extract<RenewalStatus, "paid" | "failed" | "issued"> {
  if (outcome.status === "paid") {
    return "paid"
  }
  return outcome.status === "unknown" ? "issued" : "failed"
}
