import { z } from "@medusajs/framework/zod"
import { DRIFTS } from "../../rules/provisioning/servers/find-drift"
import { REMOTE_STATUSES } from "../../rules/provisioning/states"
import { shownText, text, word } from "../text"

const MOST_CAPACITY = 10_000_000
const version = z.number().int().min(0).max(2_000_000_000).optional()

/** A name that no object has by itself. */
const fieldName = word(100).refine((name) => !(name in Object.prototype), "is no field's name")

/** Fields of the provider's own form; what they may be, its schema says. */
export const formValuesSchema = z.record(fieldName, z.union([text(4000), z.number(), z.boolean()]))

const fields = {
  name: shownText(100).min(1),
  server_group: shownText(60).nullable(),
  capacity: z.number().int().min(0).max(MOST_CAPACITY).nullable(),
  rank: z.number().int().min(0).max(1_000_000),
  is_active: z.boolean(),
}

export const createServerSchema = z.strictObject({
  provider_id: word(40).min(1),
  name: fields.name,
  server_group: fields.server_group.optional(),
  capacity: fields.capacity.optional(),
  rank: fields.rank.optional(),
  is_active: fields.is_active.optional(),
  credentials: formValuesSchema.optional(),
})
export type CreateServer = z.output<typeof createServerSchema>

/** What is left out stays as it is; so do credentials that are left out. */
export const saveServerSchema = z.strictObject({
  name: fields.name.optional(),
  server_group: fields.server_group.optional(),
  capacity: fields.capacity.optional(),
  rank: fields.rank.optional(),
  is_active: fields.is_active.optional(),
  credentials: formValuesSchema.optional(),
  version,
})
export type SaveServer = z.output<typeof saveServerSchema>

export const serverAnswerSchema = z.object({
  id: z.string(),
  provider_id: z.string(),
  name: z.string(),
  server_group: z.string().nullable(),
  /** null: any number. */
  capacity: z.number().nullable(),
  used: z.number(),
  rank: z.number(),
  /** Whether it takes new services. */
  is_active: z.boolean(),
  /** Credentials are never answered. */
  has_credentials: z.boolean(),
  resting_until: z.string().nullable(),
  /** Why nothing more is asked of it; saving it switches it on again. */
  stop_reason: z.string().nullable(),
  /** When it was compared with what is known of it; null: not yet, or its provider does not list what it has. */
  compared_at: z.string().nullable(),
  /** How much differed when it was last read. */
  differences: z.number().nullable(),
  /** Why it could not be read. */
  compare_problem: z.string().nullable(),
  version: z.number(),
})
export type ServerAnswer = z.infer<typeof serverAnswerSchema>

export const testedServerSchema = z.object({ is_reached: z.boolean(), reason: z.string().nullable() })
export type TestedServer = z.infer<typeof testedServerSchema>

export const driftAnswerSchema = z.object({
  /** False: its provider does not list what it has. */
  is_listed: z.boolean(),
  differences: z.array(
    z.object({
      kind: z.enum(DRIFTS),
      /** null: it is no service of ours. */
      service_id: z.string().nullable(),
      name: z.string(),
      outside: z.enum(["active", "suspended", "terminated", "pending"]).nullable(),
      own: z.enum(REMOTE_STATUSES).nullable(),
      /** What it can be adopted by; null: it cannot. */
      key: z.string().nullable(),
    }),
  ),
})
export type DriftAnswer = z.infer<typeof driftAnswerSchema>
