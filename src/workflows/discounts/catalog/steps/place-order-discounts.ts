import { MedusaError } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import {
  DISCOUNTS_MODULE,
  type DiscountsModuleService,
  orderDiscountIds,
  placeOrderDiscounts,
} from "../../../../modules/discounts"
import { isSameSet } from "../../../../rules/discounts"

/** Sorts all order discounts. Compensation: the order before. */
export const placeOrderDiscountsStep = createStep(
  "discounts-place-order-discounts",
  async ({ ids }: { ids: string[] }, { container }) => {
    const { knex } = container.resolve<DiscountsModuleService>(DISCOUNTS_MODULE).db
    const before = await orderDiscountIds(knex)
    if (!isSameSet(before, ids)) {
      throw new MedusaError(
        MedusaError.Types.INVALID_DATA,
        `ids: must name each of the ${before.length} order discounts once`,
      )
    }
    await placeOrderDiscounts(knex, ids)
    return new StepResponse(ids, before)
  },
  async (before, { container }) => {
    if (before) {
      await placeOrderDiscounts(container.resolve<DiscountsModuleService>(DISCOUNTS_MODULE).db.knex, before)
    }
  },
)
