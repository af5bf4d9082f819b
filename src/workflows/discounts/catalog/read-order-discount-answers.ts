import type { MedusaContainer } from "@medusajs/framework/types"
import type { OrderDiscountAnswer } from "../../../contracts/discounts/order-discounts"
import { DISCOUNTS_MODULE, type DiscountsModuleService, readOrderDiscounts } from "../../../modules/discounts"
import { orderDiscountWarnings } from "../../../rules/discounts"

/** Order discounts as the Admin API shows them, in the order of the ids; a deleted one is left out. */
export async function readOrderDiscountAnswers(
  container: MedusaContainer,
  ids: string[],
): Promise<OrderDiscountAnswer[]> {
  const { knex } = container.resolve<DiscountsModuleService>(DISCOUNTS_MODULE).db
  const stored = await readOrderDiscounts(knex, ids)
  return stored.map(({ discount: { changed_in: _changed, ...discount }, ranges }) => ({
    ...discount,
    ranges,
    warnings: orderDiscountWarnings({
      ranges: ranges.map(({ currency_code, ...range }) => ({ ...range, currencyCode: currency_code })),
    }),
  }))
}
