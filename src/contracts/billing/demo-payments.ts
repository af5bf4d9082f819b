import { z } from "@medusajs/framework/zod"

/**
 * How the demo payment provider answers, set for one saved method or for all (`*`):
 * `ok`; `decline`: not enough funds, may work later; `hard_decline`: the card was stolen;
 * `timeout_after_capture`: takes the money and never answers, until it is asked again under the same key;
 * `slow`: takes the money at once and answers after `delay_ms`.
 */
export const DEMO_BEHAVIOURS = ["ok", "decline", "hard_decline", "timeout_after_capture", "slow"] as const
export type DemoBehaviour = (typeof DEMO_BEHAVIOURS)[number]

/** The scope of a switch that holds for every saved method without one of its own. */
export const EVERY_METHOD = "*"

/** What the admin reads of the demo provider's switches. */
export const demoPaymentsAnswerSchema = z.object({
  switches: z.array(z.object({ scope: z.string(), behaviour: z.enum(DEMO_BEHAVIOURS), delay_ms: z.number() })),
})
export type DemoPaymentsAnswer = z.infer<typeof demoPaymentsAnswerSchema>
