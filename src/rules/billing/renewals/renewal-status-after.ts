import type { RenewalStatus } from "../states"
import type { SettlingFact } from "../charges/settling-fact"

/**
 * The status of a renewal after what settled it. An unknown outcome changes nothing and is reconciled later; nor does one that
 * the bank is processing, or an attempt that was withdrawn.
 */
export function renewalStatusAfter(
  fact: SettlingFact,
): Extract<RenewalStatus, "paid" | "failed" | "issued" | "canceled"> {
  switch (fact.status) {
    case "paid":
      return "paid"
    case "order_canceled":
      return "canceled"
    case "unknown":
    case "processing":
    case "withdrawn":
      return "issued"
    case "soft_declined":
    case "hard_declined":
    case "requires_action":
      return "failed"
  }
}

/** What one that was settled may still become: a failed one is paid later, and any order may be canceled. */
const FOLLOWS: Partial<Record<RenewalStatus, readonly RenewalStatus[]>> = {
  issued: ["paid", "failed", "canceled"],
  failed: ["paid", "canceled"],
  paid: ["canceled"],
}

/** Whether a renewal can become settled in this way now. What it is already, it does not become again. */
export const canSettle = (from: RenewalStatus, to: RenewalStatus): boolean => FOLLOWS[from]?.includes(to) ?? false
