/**
 * How the demo provider answers, set for one saved method or for all (`*`):
 * `ok`; `decline`: not enough funds, may work later; `hard_decline`: the card was stolen;
 * `timeout_after_capture`: takes the money and never answers, until it is asked again under the same key;
 * `slow`: takes the money at once and answers after `delay_ms`.
 */
export const DEMO_BEHAVIOURS = ["ok", "decline", "hard_decline", "timeout_after_capture", "slow"] as const
export type DemoBehaviour = (typeof DEMO_BEHAVIOURS)[number]

/** What the provider says when it declines; the words are Stripe's. */
export const DEMO_DECLINE_CODES: Partial<Record<DemoBehaviour, string>> = {
  decline: "insufficient_funds",
  hard_decline: "stolen_card",
}

/** The scope of a switch that holds for every saved method without one of its own. */
export const EVERY_METHOD = "*"
