import type { DemoBehaviour } from "../../contracts/billing/demo-payments"

export {
  DEMO_BEHAVIOURS,
  EVERY_METHOD,
  type DemoBehaviour,
  type DemoChargeStatus,
} from "../../contracts/billing/demo-payments"

/** What the provider says when it declines; the words are Stripe's. */
export const DEMO_DECLINE_CODES: Partial<Record<DemoBehaviour, string>> = {
  decline: "insufficient_funds",
  hard_decline: "stolen_card",
}
