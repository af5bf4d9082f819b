import type { MedusaContainer } from "@medusajs/framework/types"
import { generateEntityId } from "@medusajs/framework/utils"
import type { RangeBody } from "../../../contracts/discounts/order-discounts"
import {
  DISCOUNTS_MODULE,
  type DiscountsModuleService,
  nextOrderDiscountPosition,
  type OrderDiscountChange,
  type StoredOrderDiscount,
} from "../../../modules/discounts"
import { validateOrderDiscount, type OrderDiscountDraft } from "../../../rules/discounts"
import { invalidFields } from "../../errors/invalid-fields"
import { knownGroups } from "./known-groups"
import {
  mergePeriod,
  mergeTerms,
  toBounds,
  toTermsDraft,
  usageProblems,
  type PeriodBody,
  type TermsBody,
} from "./merge-terms"

/** What is asked of an order discount; what is left out stays as it is. */
export interface OrderDiscountBody extends TermsBody, PeriodBody {
  ranges?: RangeBody[] | undefined
}

/** What an order discount is to become. Where something is wrong with it, it is refused whole. A new one goes last. */
export async function planOrderDiscount(
  container: MedusaContainer,
  before: StoredOrderDiscount | null,
  body: OrderDiscountBody,
): Promise<OrderDiscountChange> {
  const { knex } = container.resolve<DiscountsModuleService>(DISCOUNTS_MODULE).db
  const after: StoredOrderDiscount = {
    discount: {
      ...mergeTerms(before?.discount.id ?? generateEntityId(undefined, "dord"), body, before?.discount ?? null),
      ...mergePeriod(body, before?.discount ?? null),
      position: before?.discount.position ?? (await nextOrderDiscountPosition(knex)),
    },
    ranges: body.ranges ? toRanges(body.ranges, before?.ranges ?? []) : (before?.ranges ?? []),
  }
  const groups = await knownGroups(container, after.discount.groups, before?.discount.groups ?? [])
  const problems = [...validateOrderDiscount(toDraft(after, groups)), ...usageProblems(after.discount)]
  if (problems.length) {
    throw invalidFields("The order discount was not saved", problems)
  }
  return { before, after }
}

/** A range keeps its id where it is one of the set's own. */
function toRanges(wanted: RangeBody[], before: StoredOrderDiscount["ranges"]): StoredOrderDiscount["ranges"] {
  const free = new Set(before.map((range) => range.id))
  return wanted.map(({ id, currency_code, min, max, percent }) => ({
    id: id !== undefined && free.delete(id) ? id : generateEntityId(undefined, "drng"),
    currency_code,
    min,
    max,
    percent,
  }))
}

const toDraft = ({ discount, ranges }: StoredOrderDiscount, groups: string[]): OrderDiscountDraft => ({
  ...toTermsDraft(discount, groups),
  period: toBounds(discount),
  ranges: ranges.map(({ currency_code, ...range }) => ({ ...range, currencyCode: currency_code })),
})
