import { z } from "@medusajs/framework/zod"
import { NOTE_PRIORITIES } from "../../rules/customers/states"
import { pageAnswerSchema, pageQuery } from "../page"
import { text, word } from "../text"
import { version } from "./profiles"

/** The HTTP surface of notes. Text is text: nobody who shows it takes it for HTML (C5). */

/** Longer than a note may be, so that the rule says how long that is. */
const MOST_SENT = 40_000

const fields = {
  priority: z.enum(NOTE_PRIORITIES).optional(),
  /** When to come back to it (C8). */
  follow_up_on: word(20).nullable().optional(),
}

export const writeNoteSchema = z.strictObject({
  text: text(MOST_SENT),
  ...fields,
  /** The same key is the same note: sent twice, it is written once. */
  key: word(64).min(8).optional(),
})
export type WriteNote = z.output<typeof writeNoteSchema>

/** What is left out stays. */
export const changeNoteSchema = z.strictObject({ text: text(MOST_SENT).optional(), ...fields, version })
export type ChangeNote = z.output<typeof changeNoteSchema>

export const noteAnswerSchema = z.object({
  id: z.string(),
  profile_id: z.string(),
  text: z.string(),
  priority: z.enum(NOTE_PRIORITIES),
  follow_up_on: z.string().nullable(),
  followed_up_at: z.string().nullable(),
  /** Null: an import, or a user who is no more. */
  author_name: z.string().nullable(),
  version: z.number(),
  created_at: z.string(),
})
export type NoteAnswer = z.infer<typeof noteAnswerSchema>

export const noteRevisionAnswerSchema = z.object({
  version: z.number(),
  text: z.string(),
  priority: z.enum(NOTE_PRIORITIES),
  follow_up_on: z.string().nullable(),
  /** Who wrote something else in its place, and when. */
  editor_name: z.string().nullable(),
  created_at: z.string(),
})
export type NoteRevisionAnswer = z.infer<typeof noteRevisionAnswerSchema>

export const listFollowUpsSchema = z.object(pageQuery({ most: 100, standard: 20 }))

export const followUpAnswerSchema = z.object({
  id: z.string(),
  profile_id: z.string(),
  name: z.string(),
  text: z.string(),
  priority: z.enum(NOTE_PRIORITIES),
  follow_up_on: z.string(),
  created_at: z.string(),
})
export type FollowUpAnswer = z.infer<typeof followUpAnswerSchema>

export const followUpListAnswerSchema = pageAnswerSchema.extend({
  as_of: z.string(),
  follow_ups: z.array(followUpAnswerSchema),
})
export type FollowUpListAnswer = z.infer<typeof followUpListAnswerSchema>
