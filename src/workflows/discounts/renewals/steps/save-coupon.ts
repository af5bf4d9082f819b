import { generateEntityId } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { DISCOUNTS_MODULE, type DiscountsModuleService, writeCoupon } from "../../../../modules/discounts"
import { checkCoupon, type CouponTerms } from "../../../../rules/discounts"
import { invalidFields } from "../../../errors/invalid-fields"
import { changedMeanwhile } from "../../../errors/to-conflict-error"
import { requirePromotion } from "../require-promotion"

export interface SaveCouponInput extends CouponTerms {
  promotion_id: string
  version?: number | undefined
}

/** Says on which bills a promotion is given, in one transaction, so the step needs no compensation. */
export const saveCouponStep = createStep("discounts-save-coupon", async (input: SaveCouponInput, { container }) => {
  const { type, targets } = await requirePromotion(container, input.promotion_id)
  const problems = checkCoupon(input, { isStandard: type === "standard", targets })
  if (problems.length) {
    throw invalidFields("The promotion was not saved", problems)
  }
  const { knex } = container.resolve<DiscountsModuleService>(DISCOUNTS_MODULE).db
  const { promotion_id, renewals, renewal_cycles, version: expected } = input
  const id = generateEntityId(undefined, "dcpn")
  if (!(await writeCoupon(knex, { id, promotion_id, renewals, renewal_cycles, expected }))) {
    throw changedMeanwhile()
  }
  return new StepResponse({ promotion_id })
})
