import { z } from "@medusajs/framework/zod"
import { noteAnswerSchema, noteRevisionAnswerSchema } from "./notes"
import { profileDetailAnswerSchema } from "./profiles"

/** All that the store keeps of a person, to be handed to them (C9). */
export const personalDataAnswerSchema = z.object({
  made_at: z.string(),
  profile: profileDetailAnswerSchema,
  notes: z.array(noteAnswerSchema.extend({ revisions: z.array(noteRevisionAnswerSchema) })),
  /** Medusa's own records, with their addresses. */
  customers: z.array(z.looseObject({ id: z.string() })),
  orders: z.array(z.looseObject({ id: z.string() })),
  /** What was written with orders by a quick-order link, sent or not. */
  quick_orders: z.array(
    z.object({
      order_id: z.string().nullable(),
      placed_at: z.string().nullable(),
      details: z.record(z.string(), z.unknown()),
    }),
  ),
})
export type PersonalDataAnswer = z.infer<typeof personalDataAnswerSchema>

/** `name` is the customer's, typed again: an erasure cannot be undone. */
export const eraseCustomerSchema = z.strictObject({ name: z.string().max(400) })
export type EraseCustomerBody = z.output<typeof eraseCustomerSchema>

export const erasedAnswerSchema = z.object({
  id: z.string(),
  object: z.literal("customers_profile"),
  deleted: z.literal(true),
  /** For how many years issued invoices are kept. */
  keep_invoices_years: z.number(),
})
