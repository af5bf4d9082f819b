import { z } from "@medusajs/framework/zod"
import { EXIT_REASONS } from "../../../rules/billing/exits/decide-exit"
import { EXIT_KINDS, EXIT_LANGUAGES, EXIT_MAIL_STATUSES, EXIT_STATUSES } from "../../../rules/billing/states"
import { id } from "../../id"
import { oneOrMore } from "../../one-or-more"
import { pageAnswerSchema, pageQuery } from "../../page"
import { shownText } from "../../text"

const MOST_DAYS = 400
const MOST_REGIONS = 200

const regionSchema = z.strictObject({
  cancel: z.boolean(),
  withdraw: z.boolean(),
  /** Whether a cancellation that names one subscription is carried out at once, for the end of its period. */
  automatic: z.boolean(),
  /** The days of the withdrawal period, the day of the contract not counted. */
  withdrawal_days: z.number().int().min(1).max(MOST_DAYS),
})

/** Regions that are left out stay as they are. */
export const saveExitSettingsSchema = z.strictObject({
  regions: z
    .array(regionSchema.extend({ region_id: id }))
    .min(1)
    .max(MOST_REGIONS),
  version: z.number().int().min(0).max(2_000_000_000).optional(),
})
export type SaveExitSettings = z.output<typeof saveExitSettingsSchema>

export const exitSettingsAnswerSchema = z.object({
  /** Each region of the store. */
  regions: z.array(
    regionSchema.extend({
      region_id: z.string(),
      name: z.string(),
      /** The addresses of its pages, for the storefront's footer; null: the store has no public address (`pages.url`). */
      urls: z.object({ cancel: z.string(), withdraw: z.string() }).nullable(),
    }),
  ),
  /** Medusa's notification provider for e-mails; null: there is none, and nothing is acknowledged. */
  email_provider: z.string().nullable(),
  /** Of the room's settings; 0 while none were saved. */
  version: z.number(),
})
export type ExitSettingsAnswer = z.infer<typeof exitSettingsAnswerSchema>

export const listExitsSchema = z.object({
  status: oneOrMore(z.enum(EXIT_STATUSES)),
  kind: oneOrMore(z.enum(EXIT_KINDS)),
  ...pageQuery({ most: 100, standard: 20 }),
})

export const exitAnswerSchema = z.object({
  id: z.string(),
  kind: z.enum(EXIT_KINDS),
  status: z.enum(EXIT_STATUSES),
  region_id: z.string(),
  language: z.enum(EXIT_LANGUAGES),
  /** As they were typed. */
  name: z.string(),
  contract: z.string(),
  email: z.string(),
  reason: z.string().nullable(),
  is_for_cause: z.boolean(),
  wished_on: z.string().nullable(),
  received_at: z.string(),
  as_of: z.string(),
  /** The subscription that is meant; null: nobody has said yet. */
  subscription_id: z.string().nullable(),
  subscription_number: z.number().nullable(),
  /** Why an admin decides; null: the plugin carries it out. */
  left_for: z.enum(EXIT_REASONS).nullable(),
  note: z.string().nullable(),
  handled_by: z.string().nullable(),
  handled_on: z.string().nullable(),
  ends_on: z.string().nullable(),
  mail_status: z.enum(EXIT_MAIL_STATUSES),
  /** Why the acknowledgement was not sent, in the provider's own words. */
  mail_reason: z.string().nullable(),
  mail_sent_at: z.string().nullable(),
})
export type ExitAnswer = z.infer<typeof exitAnswerSchema>

export const exitListAnswerSchema = pageAnswerSchema.extend({ exits: z.array(exitAnswerSchema) })
export type ExitListAnswer = z.infer<typeof exitListAnswerSchema>

export const assignExitSchema = z.strictObject({ subscription_id: id })
export type AssignExit = z.output<typeof assignExitSchema>

export const carryOutExitSchema = z.strictObject({
  /** `done`: nothing is to be canceled any more. */
  when: z.enum(["now", "period_end", "done"]),
  note: shownText(1000).optional(),
})
export type CarryOutExit = z.output<typeof carryOutExitSchema>

export const refuseExitSchema = z.strictObject({ reason: shownText(1000).min(1) })
export type RefuseExit = z.output<typeof refuseExitSchema>

/** Takes nothing: what is sent once more is what was declared. */
export const mailExitSchema = z.strictObject({})
