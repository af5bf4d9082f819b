import { providerOfStage } from "../../../rules/cart"

/** Marks the adjustments that are this room's: found again by it, and left alone by Medusa, because they have no code. */
export const DISCOUNT_PROVIDER = providerOfStage("discounts")
