import { add, isPositive, type Decimal } from "../../money"
import type { RenewalDraft } from "./draft-renewal-invoice"

export interface CountedSum {
  count: number
  total: Decimal
}

/** What a run issues in one currency, and how it is to be paid. */
export interface DraftSums {
  currencyCode: string
  /** All invoices, those of zero included. */
  invoices: CountedSum
  /** Charged in the same run. */
  charged: CountedSum
  /** Wait for the customer. */
  sent: CountedSum
}

const NONE: CountedSum = { count: 0, total: "0" }
const plus = ({ count, total }: CountedSum, amount: Decimal): CountedSum => ({
  count: count + 1,
  total: add(total, amount),
})

type Summed = Pick<RenewalDraft, "payable" | "collect_on"> & { collection: { currency_code: string } }

/** The sums of renewals that are about to be issued, by currency in the order of their codes. */
export function sumsOfDrafts(drafts: readonly Summed[]): DraftSums[] {
  const sums = new Map<string, DraftSums>()
  for (const { payable, collect_on, collection } of drafts) {
    const currencyCode = collection.currency_code
    const sum = sums.get(currencyCode) ?? { currencyCode, invoices: NONE, charged: NONE, sent: NONE }
    const way = collect_on === null ? "sent" : "charged"
    sums.set(currencyCode, {
      ...sum,
      invoices: plus(sum.invoices, payable),
      ...(isPositive(payable) ? { [way]: plus(sum[way], payable) } : {}),
    })
  }
  return [...sums.values()].sort((a, b) => (a.currencyCode < b.currencyCode ? -1 : 1))
}
