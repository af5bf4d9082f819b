import type { ChargeOutcome } from "../rules/billing/types"

/** What Medusa's own session states mean for a charge, if the provider's `data` has no more detail. */
export function readSessionStatus(status: string): ChargeOutcome {
  switch (status) {
    case "captured":
      return { status: "paid", reason: null }
    case "authorized":
      // Authorized but not captured, although capture was requested: an admin must check.
      return { status: "requires_action", reason: "authorized_not_captured" }
    case "requires_more":
      return { status: "requires_action", reason: "requires_more" }
    case "error":
    case "canceled":
      return { status: "soft_declined", reason: status }
    default:
      return { status: "unknown", reason: status }
  }
}
