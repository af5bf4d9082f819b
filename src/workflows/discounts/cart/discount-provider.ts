import { providerOfStage } from "../../../rules/cart"

/** The provider id of this room's adjustments. They have no code, so Medusa leaves them alone. */
export const DISCOUNT_PROVIDER = providerOfStage("discounts")
