import type { DemoLateOutcome } from "../../contracts/billing/demo-payments"
import type { DemoChargeStatus } from "./behaviours"

interface LateOutcome {
  from: readonly DemoChargeStatus[]
  to: DemoChargeStatus
}

/** What a bank may say of a charge later, and of which ones. */
export const LATE_OUTCOMES: Record<DemoLateOutcome, LateOutcome> = {
  settled: { from: ["processing"], to: "captured" },
  failed: { from: ["processing"], to: "declined" },
  returned: { from: ["captured"], to: "returned" },
  disputed: { from: ["captured"], to: "disputed" },
  reinstated: { from: ["returned", "disputed"], to: "captured" },
}

/** What the bank says when a debit fails; the word is Stripe's. */
export const FAILED_CODE = "insufficient_funds"

/** What the provider tells the store: the message of its webhook. Only the charge's id in it is believed. */
export interface DemoMessage {
  type: `charge.${DemoLateOutcome}`
  charge: string
}

/** Reads a message; null: it is none. */
export function readMessage(data: unknown): { outcome: DemoLateOutcome; charge: string } | null {
  const { type, charge } = (data ?? {}) as { type?: unknown; charge?: unknown }
  const outcomes = Object.keys(LATE_OUTCOMES) as DemoLateOutcome[]
  const outcome = outcomes.find((one) => type === `charge.${one}`)
  return outcome && typeof charge === "string" ? { outcome, charge } : null
}
