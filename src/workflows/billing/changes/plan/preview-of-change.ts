import type { MedusaContainer } from "@medusajs/framework/types"
import {
  balancesOf,
  BILLING_MODULE,
  type BillingModuleService,
  type ChangeCredit,
  pendingPrices,
} from "../../../../modules/billing"
import {
  changedColumns,
  changeTotals,
  isOfAnotherPrice,
  itemsAfter,
  keyOfOption,
  optionsOf,
  type BilledItem,
  type ChangeDecision,
  type ChangeKind,
  type ChangeTotals,
  type ItemTerms,
  type UpcomingInvoice,
} from "../../../../rules/billing"
import type { CivilDate, Interval } from "../../../../rules/calendar"
import { isPositive, type Decimal } from "../../../../rules/money"
import { previewUpcoming } from "../../renewals/preview-upcoming"
import { intervalOf, type Planning } from "./planning"

/** Amounts in major units. `…_total` have tax in them; `credit` and `charge` are of the price's own kind (B25). */
export interface ChangePreview {
  kind: ChangeKind
  on: CivilDate
  currency_code: string
  is_tax_inclusive: boolean
  from: ShownTerms
  to: ShownTerms
  credit: Decimal
  charge: Decimal
  credit_total: Decimal
  charge_total: Decimal
  balance_used: Decimal
  due_total: Decimal
  balance_after: Decimal
  /** The invoice that is credited; null: nothing is, or what was paid before it was moved in, which has none here. */
  credited_invoice: { id: string; number: string } | null
  /** The next invoice under the new terms: of this change where it is billed at once. */
  invoice: UpcomingInvoice | null
}

export interface ShownTerms {
  cycle_id: string
  title: string
  quantity: number
  unit_price: Decimal
  interval_unit: Interval["unit"]
  interval_count: number
  /** What is chosen with it and costs something, for one unit. */
  options: { key: string; title: string; unit_price: Decimal }[]
}

/** What a decided change credits, and all that it comes to. */
export async function previewOf(
  container: MedusaContainer,
  { subscription: { row, items }, root, to, paid, asOf }: Planning,
  decision: Exclude<ChangeDecision, { kind: "refuse" }>,
): Promise<{ credit: ChangeCredit | null; preview: ChangePreview }> {
  const { db, options } = container.resolve<BillingModuleService>(BILLING_MODULE)
  const { kind, on } = decision
  const isNow = decision.kind === "prorate" || decision.kind === "restart"
  const isCredited = isNow && paid !== null && isPositive(decision.credit)
  const credit = isCredited ? paid.creditOf(decision.credit, asOf) : null
  const changed = { ...row, ...changedColumns(row, { kind, on, to }, options), items: itemsAfter(items, to) }
  const pending = await pendingPrices(db.knex, isOfAnotherPrice(root, to.item) ? [] : [row.id])
  const invoice = await previewUpcoming(container, { ...changed, pending_price: pending.get(row.id) ?? null })
  const balances = row.customer_id === null ? [] : await balancesOf(db.knex, row.customer_id)
  const totals = changeTotals(
    {
      credit: credit?.amount ?? "0",
      charge: isNow ? (invoice?.total ?? "0") : "0",
      open: paid?.invoice?.open ?? "0",
      balance: balances.find(({ currency_code }) => currency_code === row.currency_code)?.amount ?? "0",
    },
    row.currency_code,
  )
  const credited = credit ? (paid?.invoice ?? null) : null
  return {
    credit,
    preview: {
      ...{ kind, on, currency_code: row.currency_code, is_tax_inclusive: to.item.is_tax_inclusive },
      from: shown(root, optionsOf(items), intervalOf(row)),
      to: shown(to.item, optionsOf(itemsAfter(items, to)), to.interval),
      credit: isNow ? decision.credit : "0",
      charge: isNow ? decision.charge : "0",
      ...totals,
      credited_invoice: credited && { id: credited.id, number: credited.documentNumber },
      // The balance that pays it has the credit by then.
      invoice: invoice && isNow ? { ...invoice, ...paidOf(totals) } : invoice,
    },
  }
}

const paidOf = ({ balance_used, due_total }: ChangeTotals): Pick<ChangeTotals, "balance_used" | "due_total"> => ({
  balance_used,
  due_total,
})

const shown = (
  { cycle_id, title, quantity, unit_price }: Pick<ItemTerms, "cycle_id" | "title" | "quantity" | "unit_price">,
  options: readonly Pick<BilledItem, "snapshot" | "title" | "unit_price">[],
  { unit, count }: Interval,
): ShownTerms => ({
  ...{ cycle_id, title, quantity, unit_price, interval_unit: unit, interval_count: count },
  options: options.map((option) => ({
    key: keyOfOption(option),
    title: option.title,
    unit_price: option.unit_price,
  })),
})
