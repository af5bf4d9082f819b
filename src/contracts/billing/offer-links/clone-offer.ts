import { z } from "@medusajs/framework/zod"
import { shownText } from "../../text"

/** The title of the clone; another product's own is refused, as its handle is taken. */
export const cloneOfferSchema = z.strictObject({ title: shownText(200).min(1) })
export type CloneOffer = z.output<typeof cloneOfferSchema>
