import type { MedusaContainer } from "@medusajs/framework/types"
import { generateEntityId } from "@medusajs/framework/utils"
import {
  DISCOUNTS_MODULE,
  type DiscountsModuleService,
  nextOrderDiscountPosition,
  type OrderDiscountChange,
  type StoredOrderDiscount,
} from "../../../modules/discounts"
import {
  mergeOrderDiscount,
  toOrderDiscountDraft,
  usageProblems,
  validateOrderDiscount,
  changedDiscountFields,
  type OrderDiscountBody,
} from "../../../rules/discounts"
import { checkCurrencies } from "../../../rules/money"
import { versionProblems } from "../../../rules/versions"
import { storeCurrencies } from "../../store/store-currencies"
import { invalidFields } from "../../errors/invalid-fields"
import { knownGroups } from "./known-groups"

/** The order discount after the request. Throws with all problems. A new one goes last. */
export async function planOrderDiscount(
  container: MedusaContainer,
  before: StoredOrderDiscount | null,
  { version, ...body }: OrderDiscountBody & { version?: number | undefined },
): Promise<OrderDiscountChange> {
  const { knex } = container.resolve<DiscountsModuleService>(DISCOUNTS_MODULE).db
  const after = mergeOrderDiscount(before, body, {
    newId: (prefix) => generateEntityId(undefined, prefix),
    lastPosition: before?.discount.position ?? (await nextOrderDiscountPosition(knex)),
  })
  const groups = await knownGroups(container, after.discount.groups, before?.discount.groups ?? [])
  const isChanged = !before || changedDiscountFields(before, after).length > 0
  const problems = [
    ...(isChanged ? versionProblems(version, before?.discount ?? null) : []),
    ...validateOrderDiscount(toOrderDiscountDraft(after, groups)),
    ...usageProblems(after.discount),
    ...checkCurrencies(currenciesOf(after), [
      ...(await storeCurrencies(container)),
      ...(before?.ranges ?? []).map((range) => range.currency_code),
    ]),
  ]
  if (problems.length) {
    throw invalidFields("The order discount was not saved", problems)
  }
  return { before, after, expected: version }
}

const currenciesOf = ({ ranges }: StoredOrderDiscount) =>
  ranges.map(({ currency_code }, index) => ({ field: `ranges.${index}.currency_code`, currencyCode: currency_code }))
