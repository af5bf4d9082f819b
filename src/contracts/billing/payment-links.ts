import { z } from "@medusajs/framework/zod"
import { PAYMENT_LINK_PURPOSES } from "../../rules/billing/states"

/** A link of an invoice, as it is kept: its token is known to nobody but who has the link. */
export const paymentLinkAnswerSchema = z.object({
  id: z.string(),
  invoice_id: z.string(),
  made_for: z.enum(PAYMENT_LINK_PURPOSES),
  actor: z.string(),
  created_at: z.string(),
  /** The last day on which it is good. */
  expires_on: z.string(),
  revoked_on: z.string().nullable(),
  revoked_by: z.string().nullable(),
  is_good: z.boolean(),
  /** How often somebody paid, or tried to, by it. */
  uses: z.number(),
  last_used_at: z.string().nullable(),
})
export type PaymentLinkAnswer = z.infer<typeof paymentLinkAnswerSchema>

export const paymentLinkListAnswerSchema = z.object({
  payment_links: z.array(paymentLinkAnswerSchema),
  /** Whether the invoice asks for a payment, so that a link of it makes sense. */
  can_create: z.boolean(),
})
export type PaymentLinkListAnswer = z.infer<typeof paymentLinkListAnswerSchema>

/** A new link takes the place of the one that was made to be copied before. */
export const createPaymentLinkSchema = z.strictObject({
  /** The last day on which it is good; left out: by the option `pages.linkDays`. */
  expires_on: z.iso.date().optional(),
})
export type CreatePaymentLinkBody = z.output<typeof createPaymentLinkSchema>

/** `url` is answered this once. */
export const newPaymentLinkAnswerSchema = z.object({
  payment_link: z.object({ id: z.string(), url: z.string(), expires_on: z.string() }),
})
export type NewPaymentLinkAnswer = z.infer<typeof newPaymentLinkAnswerSchema>

export const revokePaymentLinkSchema = z.strictObject({})
