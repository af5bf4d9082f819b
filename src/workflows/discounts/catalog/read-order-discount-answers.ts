import type { MedusaContainer } from "@medusajs/framework/types"
import type { OrderDiscountAnswer } from "../../../contracts/discounts/order-discounts"
import { DISCOUNTS_MODULE, type DiscountsModuleService, readOrderDiscounts } from "../../../modules/discounts"
import type { CivilDate } from "../../../rules/calendar"
import { discountState, orderDiscountWarnings } from "../../../rules/discounts"
import { existingGroups } from "./existing-groups"

/** Order discounts as the Admin API shows them, in the order of the ids; a deleted one is left out. */
export async function readOrderDiscountAnswers(
  container: MedusaContainer,
  ids: string[],
  asOf: CivilDate,
): Promise<OrderDiscountAnswer[]> {
  const { knex } = container.resolve<DiscountsModuleService>(DISCOUNTS_MODULE).db
  const stored = await readOrderDiscounts(knex, ids)
  const knownGroups = await existingGroups(
    container,
    stored.flatMap(({ discount }) => discount.groups),
  )
  return stored.map(({ discount: { changed_in: _changed, ...discount }, ranges }) => ({
    ...discount,
    state: discountState(
      {
        isActive: discount.is_active,
        isFeatureOff: false,
        groups: discount.groups,
        knownGroups,
        usage: { limit: discount.usage_limit, used: discount.used },
        values: ranges.map(({ percent }) => percent),
        periods: [{ isLimited: discount.limited_duration, startsOn: discount.starts_on, endsOn: discount.ends_on }],
      },
      asOf,
    ),
    ranges,
    warnings: orderDiscountWarnings({
      ranges: ranges.map(({ currency_code, ...range }) => ({ ...range, currencyCode: currency_code })),
    }),
  }))
}
