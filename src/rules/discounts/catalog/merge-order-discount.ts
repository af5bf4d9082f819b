import type { OrderDiscountDraft } from "../drafts/discount-draft"
import type { RangeColumns, StoredOrderDiscount } from "./discount-columns"
import { mergePeriod, mergeTerms, toBounds, toTermsDraft, type PeriodBody, type TermsBody } from "./merge-terms"

export interface RangeBody extends Omit<RangeColumns, "id"> {
  id?: string | undefined
}

/** A request to save an order discount; fields left out stay as they are. */
export interface OrderDiscountBody extends TermsBody, PeriodBody {
  ranges?: RangeBody[] | undefined
}

interface NewOnes {
  /** Gives a new id with this prefix. */
  newId: (prefix: "dord" | "drng") => string
  /** The position of a new one: the last. */
  lastPosition: number
}

/** The order discount after the request: its own ranges keep their ids, and it keeps its position. */
export function mergeOrderDiscount(
  before: StoredOrderDiscount | null,
  body: OrderDiscountBody,
  { newId, lastPosition }: NewOnes,
): StoredOrderDiscount {
  const ranges = before?.ranges ?? []
  return {
    discount: {
      ...mergeTerms(before?.discount.id ?? newId("dord"), body, before?.discount ?? null),
      ...mergePeriod(body, before?.discount ?? null),
      position: before?.discount.position ?? lastPosition,
    },
    ranges: body.ranges ? mergeRanges(body.ranges, ranges, newId) : ranges,
  }
}

/** A range keeps its id if it belongs to the set; of two with the same id, the first keeps it. */
function mergeRanges(
  wanted: readonly RangeBody[],
  before: readonly RangeColumns[],
  newId: NewOnes["newId"],
): RangeColumns[] {
  const free = new Set(before.map((range) => range.id))
  return wanted.map(({ id, currency_code, min, max, percent }) => ({
    id: id !== undefined && free.delete(id) ? id : newId("drng"),
    currency_code,
    min,
    max,
    percent,
  }))
}

export const toOrderDiscountDraft = (
  { discount, ranges }: StoredOrderDiscount,
  knownGroups: string[],
): OrderDiscountDraft => ({
  ...toTermsDraft(discount, knownGroups),
  period: toBounds(discount),
  ranges: ranges.map(({ currency_code, ...range }) => ({ ...range, currencyCode: currency_code })),
})
