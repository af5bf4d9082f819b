import { z } from "@medusajs/framework/zod"
import {
  ATTEMPT_OUTCOMES,
  CALL_STATUSES,
  CURRENT_CALL_STATUSES,
  HOLDS,
  SERVICE_ACTIONS,
  SERVICE_STATUSES,
  SERVICE_SUSPENSION_REASONS,
} from "../../rules/provisioning/states"
import { STANDINGS } from "../../rules/provisioning/services/entitlement"
import { id } from "../id"
import { oneOrMore } from "../one-or-more"
import { pageAnswerSchema, pageQuery } from "../page"
import { shownText, word } from "../text"

/** Why nothing is asked of a provider now. */
const WAITS = ["unpaid", "on_hold", "held", "admin", "never_suspend"] as const

const MOST_NOTE = 500
const MOST_SHOWN = 20

export const listServicesSchema = z.object({
  status: oneOrMore(z.enum(SERVICE_STATUSES)),
  provider_id: oneOrMore(word(40)),
  order_id: id.optional(),
  subscription_id: id.optional(),
  customer_id: id.optional(),
  product_id: id.optional(),
  server_id: id.optional(),
  /** A part of the title or of the e-mail address. */
  q: word(100).optional(),
  ...pageQuery({ most: 100, standard: 20 }),
})

const shownSchema = z.object({ label: z.string(), value: z.string() })

export const serviceAnswerSchema = z.object({
  id: z.string(),
  title: z.string(),
  unit: z.number(),
  status: z.enum(SERVICE_STATUSES),
  order_id: z.string(),
  subscription_id: z.string().nullable(),
  product_id: z.string(),
  customer_id: z.string().nullable(),
  email: z.string().nullable(),
  provider_id: z.string(),
  server_id: z.string().nullable(),
  /** The first day that is not paid; null: for good. */
  expires_on: z.string().nullable(),
  suspended_for: z.enum(SERVICE_SUSPENSION_REASONS).nullable(),
  /** Held suspended by an admin: no payment lifts it. */
  hold: z.enum(HOLDS).nullable(),
  hold_note: z.string().nullable(),
  never_suspend: z.boolean(),
  /** False: it waits for an admin to have it created. */
  is_wanted: z.boolean(),
  /** How its sale stands. */
  standing: z.enum(STANDINGS),
  /** Why it is not as it is to be. */
  problem: z.string().nullable(),
  created_at: z.string(),
})
export type ServiceAnswer = z.infer<typeof serviceAnswerSchema>

export const serviceListAnswerSchema = pageAnswerSchema.extend({ services: z.array(serviceAnswerSchema) })
export type ServiceListAnswer = z.infer<typeof serviceListAnswerSchema>

const attemptAnswerSchema = z.object({
  number: z.number(),
  outcome: z.enum(ATTEMPT_OUTCOMES),
  reason: z.string().nullable(),
  /** What the provider has answered, without secrets. */
  answer: z.record(z.string(), z.unknown()).nullable(),
  milliseconds: z.number(),
  created_at: z.string(),
})

export const callAnswerSchema = z.object({
  id: z.string(),
  service_id: z.string(),
  action: z.enum(SERVICE_ACTIONS),
  status: z.enum(CALL_STATUSES),
  reason: z.string().nullable(),
  attempts: z.number(),
  next_try_at: z.string().nullable(),
  asked_by: z.string(),
  created_at: z.string(),
  ended_at: z.string().nullable(),
})
export type CallAnswer = z.infer<typeof callAnswerSchema>

export const callDetailAnswerSchema = callAnswerSchema.extend({
  /** What was asked last, without secrets. */
  request: z.record(z.string(), z.unknown()).nullable(),
  tries: z.array(attemptAnswerSchema),
})
export type CallDetailAnswer = z.infer<typeof callDetailAnswerSchema>

export const serviceDetailAnswerSchema = serviceAnswerSchema.extend({
  /** What the customer is shown. */
  shown: z.array(shownSchema),
  /** Whether its provider gives an address that logs in. */
  can_sign_on: z.boolean(),
  /** What exists outside and is taken over instead of being created; null: it is created. */
  adopted_key: z.string().nullable(),
  server_name: z.string().nullable(),
  customer_never_suspend: z.boolean(),
  /**
   * Why it is not made, or not ended: it is not paid, its sale is on hold, an admin holds it or has to have it made, or it is never
   * suspended for what it owes. null: it waits for nothing.
   */
  waits_for: z.enum(WAITS).nullable(),
  /** What staff is told of the current call. */
  instructions: z.string().nullable(),
  /** Terminated by an admin, and not delivered anew yet. */
  can_deliver_anew: z.boolean(),
  /** The service that was made in its place; null: none. */
  replaced_by: z.string().nullable(),
  /** The service in whose place it was made; null: none. */
  replaces: z.string().nullable(),
  calls: z.array(callDetailAnswerSchema),
  events: z.array(
    z.object({
      id: z.string(),
      type: z.string(),
      as_of: z.string(),
      actor: z.string(),
      data: z.record(z.string(), z.unknown()),
      created_at: z.string(),
    }),
  ),
})
export type ServiceDetailAnswer = z.infer<typeof serviceDetailAnswerSchema>

/** Good once and for a short time. */
export const signOnAnswerSchema = z.object({ sign_on: z.object({ url: z.string() }) })
export type SignOnAnswer = z.infer<typeof signOnAnswerSchema>

/** What an admin does with a service. */
export const changeServiceSchema = z.discriminatedUnion("action", [
  /** Makes a call again that was given up; has a service created that waits for an admin. */
  z.strictObject({ action: z.literal("deliver") }),
  /** A person has done what a call asked for: one that waits for staff, or one that was given up, then with a note. */
  z.strictObject({
    action: z.literal("done"),
    /** The try that staff has read of: refused where something else has been asked for since. Left out: whatever is asked for. */
    attempt: z.number().int().min(1).max(2_000_000_000).optional(),
    note: shownText(MOST_NOTE).min(1).optional(),
    shown: z
      .array(z.strictObject({ label: shownText(200).min(1), value: shownText(2000).min(1) }))
      .max(MOST_SHOWN)
      .optional(),
  }),
  z.strictObject({ action: z.literal("suspend"), reason: z.enum(HOLDS), note: shownText(MOST_NOTE).min(1) }),
  z.strictObject({ action: z.literal("resume"), note: shownText(MOST_NOTE).min(1) }),
  z.strictObject({ action: z.literal("terminate"), note: shownText(MOST_NOTE).min(1) }),
  /** Makes a new service in place of one that an admin has terminated, where its sale goes on. */
  z.strictObject({ action: z.literal("deliver_anew"), note: shownText(MOST_NOTE).min(1) }),
  /** Takes over what exists on a server, by its provider's key; without a key, it is created after all. */
  z.strictObject({ action: z.literal("adopt"), server_id: id, key: word(200).min(1).nullable() }),
  z.strictObject({ action: z.literal("never_suspend"), never_suspend: z.boolean() }),
])
export type ChangeService = z.output<typeof changeServiceSchema>

export const listQueueSchema = z.object({
  status: oneOrMore(z.enum(CURRENT_CALL_STATUSES)),
  action: oneOrMore(z.enum(SERVICE_ACTIONS)),
  ...pageQuery({ most: 100, standard: 20 }),
})

const queuedCallSchema = callAnswerSchema.extend({
  title: z.string(),
  provider_id: z.string(),
  email: z.string().nullable(),
  order_id: z.string(),
})
export type QueuedCallAnswer = z.infer<typeof queuedCallSchema>

export const queueAnswerSchema = pageAnswerSchema.extend({ calls: z.array(queuedCallSchema) })
export type QueueAnswer = z.infer<typeof queueAnswerSchema>

export const customerMarkSchema = z.strictObject({ never_suspend: z.boolean() })
export type CustomerMark = z.output<typeof customerMarkSchema>

/** A customer's own service. */
export const ownServiceAnswerSchema = z.object({
  id: z.string(),
  title: z.string(),
  unit: z.number(),
  status: z.enum(SERVICE_STATUSES),
  order_id: z.string(),
  subscription_id: z.string().nullable(),
  product_id: z.string(),
  expires_on: z.string().nullable(),
  suspended_for: z.enum(SERVICE_SUSPENSION_REASONS).nullable(),
  /** Whether its provider gives an address that logs in. */
  can_sign_on: z.boolean(),
  shown: z.array(shownSchema),
  created_at: z.string(),
})
export type OwnServiceAnswer = z.infer<typeof ownServiceAnswerSchema>

export const listOwnServicesSchema = z.object({
  status: oneOrMore(z.enum(SERVICE_STATUSES)),
  subscription_id: id.optional(),
  ...pageQuery({ most: 100, standard: 20 }),
})
export const ownServiceListAnswerSchema = pageAnswerSchema.extend({ services: z.array(ownServiceAnswerSchema) })
