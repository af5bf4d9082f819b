import { z } from "@medusajs/framework/zod"
import { id } from "../../id"
import { storeOfferProductAnswerSchema } from "../offers"

/** A product that is sold with what is in a cart (B15), as the visitor may buy it. */
export const crossSellAnswerSchema = z.object({
  product_id: z.string(),
  title: z.string(),
  handle: z.string(),
  thumbnail: z.string().nullable(),
  /** The product in the cart that names it. */
  with_product_id: z.string(),
  /** The line whose place it takes; null: it comes beside. */
  replaces_line_id: z.string().nullable(),
  /** Its cycles at the visitor's prices; null: goods without an offer. */
  product: storeOfferProductAnswerSchema.nullable(),
})
export type CrossSellAnswer = z.infer<typeof crossSellAnswerSchema>

export const takeCrossSellSchema = z.strictObject({
  /** A cycle or a variant of a product that is sold with the cart. One that replaces takes the line's units over. */
  variant_id: id,
})
export type TakeCrossSell = z.output<typeof takeCrossSellSchema>
