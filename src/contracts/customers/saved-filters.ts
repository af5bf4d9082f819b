import { z } from "@medusajs/framework/zod"
import { PROFILE_STATUSES, TEMPERATURES } from "../../rules/customers/states"
import { shownText, text } from "../text"

const query = z.strictObject({
  q: text(200).default(""),
  status: z.array(z.enum(PROFILE_STATUSES)).max(PROFILE_STATUSES.length).default([]),
  temperature: z.array(z.enum(TEMPERATURES)).max(TEMPERATURES.length).default([]),
  stale: z.boolean().default(false),
})
export type SavedQuery = z.output<typeof query>

/** A filter of the same name is replaced; each user has their own. */
export const saveFilterSchema = z.strictObject({ name: shownText(60).min(1), query })
export type SaveFilter = z.output<typeof saveFilterSchema>

export const savedFilterAnswerSchema = z.object({ id: z.string(), name: z.string(), query })
export type SavedFilterAnswer = z.infer<typeof savedFilterAnswerSchema>
