import { z } from "@medusajs/framework/zod"
import { id } from "../id"
import { pageAnswerSchema, pageQuery } from "../page"
import { linkedCustomerAnswerSchema, profileAnswerSchema, version } from "./profiles"

export const listDuplicatesSchema = z.object(pageQuery({ most: 50, standard: 10 }))

/** Customers with the same e-mail or phone (C9). */
export const duplicateListAnswerSchema = pageAnswerSchema.extend({
  groups: z.array(z.object({ id: z.string(), profiles: z.array(profileAnswerSchema) })),
})
export type DuplicateListAnswer = z.infer<typeof duplicateListAnswerSchema>

export const previewMergeSchema = z.object({ loser_id: id })

export const mergeProfilesSchema = z.strictObject({ loser_id: id, winner_version: version, loser_version: version })
export type MergeProfilesBody = z.output<typeof mergeProfilesSchema>

/** What a merge does, before it is done. */
export const mergePreviewAnswerSchema = z.object({
  winner: profileAnswerSchema,
  loser: profileAnswerSchema,
  /** Fields that the winner lacks and gets. */
  filled: z.array(z.object({ field: z.string(), value: z.string() })),
  /** The winner's stays; the loser's stands in the time line. */
  differing: z.array(z.object({ field: z.string(), kept: z.string(), noted: z.string() })),
  moves: z.object({
    notes: z.number(),
    follow_ups: z.number(),
    temperature_changes: z.number(),
    time_line_entries: z.number(),
  }),
  revoked_links: z.number(),
  /** The Medusa customer who logs in afterwards; null: none. */
  log_in_stays: linkedCustomerAnswerSchema.omit({ is_main: true }).nullable(),
})
export type MergePreviewAnswer = z.infer<typeof mergePreviewAnswerSchema>
