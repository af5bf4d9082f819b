import { z } from "@medusajs/framework/zod"
import { LINK_STATES, SELLING_PROBLEMS } from "../../rules/customers"
import { id } from "../id"

/** A quick-order link, as it is kept: its token is known to nobody but who has the link. */
export const quickOrderLinkAnswerSchema = z.object({
  id: z.string(),
  profile_id: z.string(),
  state: z.enum(LINK_STATES),
  created_at: z.string(),
  created_by: z.string().nullable(),
  expires_at: z.string(),
  revoked_at: z.string().nullable(),
  replaced_at: z.string().nullable(),
  /** In how many sessions something was put into the basket, asked for or ordered; opening it is none. */
  uses: z.number(),
  last_used_at: z.string().nullable(),
  orders: z.number(),
})
export type QuickOrderLinkAnswer = z.infer<typeof quickOrderLinkAnswerSchema>

/** Of a profile, or of the profile of a Medusa customer. */
export const listQuickOrderLinksSchema = z
  .strictObject({ profile_id: id.optional(), customer_id: id.optional() })
  .refine(
    ({ profile_id, customer_id }) => (profile_id === undefined) !== (customer_id === undefined),
    "takes either profile_id or customer_id",
  )

export const quickOrderLinkListAnswerSchema = z.object({
  /** Null: the Medusa customer has no profile. */
  profile_id: z.string().nullable(),
  quick_order_links: z.array(quickOrderLinkAnswerSchema),
  /** In which currency a link's page shows its prices, and why it does not sell as it should; null: there is no profile. */
  selling: z.object({ currency_code: z.string().nullable(), problem: z.enum(SELLING_PROBLEMS).nullable() }).nullable(),
})
export type QuickOrderLinkListAnswer = z.infer<typeof quickOrderLinkListAnswerSchema>

/** A new link takes the place of the one before it. */
export const createQuickOrderLinkSchema = z.strictObject({ profile_id: id })
export type CreateQuickOrderLinkBody = z.output<typeof createQuickOrderLinkSchema>

/** `url` is answered this once. */
export const newQuickOrderLinkAnswerSchema = z.object({
  quick_order_link: z.object({ id: z.string(), url: z.string(), expires_at: z.string() }),
})
export type NewQuickOrderLinkAnswer = z.infer<typeof newQuickOrderLinkAnswerSchema>

export const revokeQuickOrderLinkSchema = z.strictObject({})
