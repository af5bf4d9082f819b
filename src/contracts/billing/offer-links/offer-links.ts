import { z } from "@medusajs/framework/zod"

/** The links by which an offer's cycles are bought from anywhere: a mail, an advertisement, another site. */
export const offerLinksAnswerSchema = z.object({
  /** The option without which they do not work; null: they do. */
  missing: z.enum(["pages.url", "pages.storefrontUrl"]).nullable(),
  cycles: z.array(
    z.object({
      cycle_id: z.string(),
      /** Puts it into the visitor's cart. */
      add_to_cart: z.string(),
      /** Opens the checkout for it. */
      checkout: z.string(),
    }),
  ),
})
export type OfferLinksAnswer = z.infer<typeof offerLinksAnswerSchema>
