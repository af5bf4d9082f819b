import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { DISCOUNTS_MODULE, type DiscountsModuleService } from "../../../modules/discounts"
import { writeOrderDiscount, type OrderDiscountChange } from "../../../modules/discounts/queries/order-discounts"
import { asRefusal, changedMeanwhile } from "../as-refusal"

/** Stores an order discount as it is to be, in one transaction; undone, it is as it was. Result: its id. */
export const writeOrderDiscountStep = createStep(
  "discounts-write-order-discount",
  async (change: OrderDiscountChange, { container }) => {
    const { knex } = container.resolve<DiscountsModuleService>(DISCOUNTS_MODULE).db
    const isWritten = await writeOrderDiscount(knex, change).catch((error: unknown) => {
      throw asRefusal(error)
    })
    if (!isWritten) {
      throw changedMeanwhile()
    }
    return new StepResponse((change.after ?? change.before)?.discount.id ?? "", change)
  },
  async (change, { container }) => {
    if (change) {
      const { knex } = container.resolve<DiscountsModuleService>(DISCOUNTS_MODULE).db
      await writeOrderDiscount(knex, { before: change.after, after: change.before })
    }
  },
)
