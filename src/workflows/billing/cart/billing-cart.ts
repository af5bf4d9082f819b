import { billingLineSchema } from "../../../contracts/billing/billing-line"
import { HAS_OFFER } from "../../../modules/billing"
import { BILLING_ROOM } from "../../../rules/billing/cart/billing-line"
import { firstPeriodStage } from "../../../rules/billing/cart/first-period-stage"
import { trialStage } from "../../../rules/billing/cart/trial-stage"
import type { CartRoom } from "../../cart/cart-stage"
import { feesStage } from "./fees-stage"
import { releaseTrialsOfCart } from "./reserve-trials"

/** Billing's stages for carts: terms and set-up fees of offers, then trials, and after discounts first periods that are parts. */
export const billingCart: CartRoom = {
  room: BILLING_ROOM,
  condition: () => HAS_OFFER,
  payload: billingLineSchema,
  stages: [
    feesStage,
    { name: "trial", run: async (_container, { plan }) => ({ plan: trialStage(plan) }) },
    { name: "first_period", run: async (_container, { plan }) => ({ plan: firstPeriodStage(plan) }) },
  ],
  dependentRefusal: "A set-up fee or an option follows its product: change or remove that line instead",
  release: releaseTrialsOfCart,
}
