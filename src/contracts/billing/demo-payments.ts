import { z } from "@medusajs/framework/zod"
import { amountAnswerSchema } from "../amount"
import { text } from "../text"

/**
 * How the demo payment provider answers, set for one saved method or for all (`*`):
 * `ok`; `decline`: not enough funds, may work later; `hard_decline`: the card was stolen;
 * `action_required`: the customer has to confirm; `processing`: a direct debit, whose bank answers days later;
 * `timeout_after_capture`: takes the money and never answers, until it is asked again under the same key;
 * `slow`: takes the money at once and answers after `delay_ms`.
 */
export const DEMO_BEHAVIOURS = [
  "ok",
  "decline",
  "hard_decline",
  "action_required",
  "processing",
  "timeout_after_capture",
  "slow",
] as const
export type DemoBehaviour = (typeof DEMO_BEHAVIOURS)[number]

/** The scope of a switch that holds for every saved method without one of its own. */
export const EVERY_METHOD = "*"

/** Sets how the demo payment provider answers from now on: for one saved method, or for all (`*`). */
export const switchSchema = z.strictObject({
  scope: text(200).min(1).default(EVERY_METHOD),
  behaviour: z.enum(DEMO_BEHAVIOURS),
  delay_ms: z.number().int().min(0).max(60_000).default(0),
})
export type SwitchBody = z.output<typeof switchSchema>

export const DEMO_CHARGE_STATUSES = [
  "captured",
  "authorized",
  "declined",
  "canceled",
  "requires_action",
  "processing",
  "returned",
  "disputed",
] as const
export type DemoChargeStatus = (typeof DEMO_CHARGE_STATUSES)[number]

/** What the demo provider was asked to charge, and what came of it. */
export const demoChargeAnswerSchema = z.object({
  id: z.string(),
  idempotency_key: z.string(),
  session_id: z.string().nullable(),
  account_holder_id: z.string().nullable(),
  payment_method_id: z.string().nullable(),
  amount: amountAnswerSchema,
  currency_code: z.string(),
  status: z.enum(DEMO_CHARGE_STATUSES),
  decline_code: z.string().nullable(),
  behaviour: z.enum(DEMO_BEHAVIOURS),
  /** How often it was asked under the same key. */
  times_asked: z.number(),
  created_at: z.string(),
})
export type DemoChargeAnswer = z.infer<typeof demoChargeAnswerSchema>

/**
 * What the bank says of a charge later: of one that is processing, `settled` or `failed`; of one that was paid, `returned` or
 * `disputed`; of one that was taken back, `reinstated`.
 */
export const DEMO_LATE_OUTCOMES = ["settled", "failed", "returned", "disputed", "reinstated"] as const
export type DemoLateOutcome = (typeof DEMO_LATE_OUTCOMES)[number]

/** Has the demo provider's bank say what came of a charge. */
export const lateOutcomeSchema = z.strictObject({ outcome: z.enum(DEMO_LATE_OUTCOMES) })
export type LateOutcomeBody = z.output<typeof lateOutcomeSchema>

/** The demo provider's switches, and its latest charges, the newest first. */
export const demoPaymentsAnswerSchema = z.object({
  switches: z.array(z.object({ scope: z.string(), behaviour: z.enum(DEMO_BEHAVIOURS), delay_ms: z.number() })),
  charges: z.array(demoChargeAnswerSchema),
})
export type DemoPaymentsAnswer = z.infer<typeof demoPaymentsAnswerSchema>
