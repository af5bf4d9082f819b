import type { MedusaContainer } from "@medusajs/framework/types"
import {
  balancesOf,
  BILLING_MODULE,
  type BillingModuleService,
  type ChangeCredit,
  isBeingCharged,
  type LockedSubscription,
  type TermsBefore,
} from "../../../modules/billing"
import {
  atOnceProblem,
  billedAhead,
  billingDayOf,
  changedColumns,
  changeTotals,
  cycleStart,
  decideChange,
  isRoot,
  isSameInterval,
  lineCredit,
  notAllowed,
  toSubscriptionFacts,
  wholeCycleStart,
  wholePeriod,
  wholePrice,
  type ChangeDecision,
  type ChangeKind,
  type ChangeTerms,
  type ChangeTime,
  type ItemTerms,
  type LineCredit,
  type NewTerms,
  type UpcomingInvoice,
} from "../../../rules/billing"
import type { CivilDate, Interval, Period } from "../../../rules/calendar"
import { isPositive, type Decimal } from "../../../rules/money"
import { invalidFields, type FieldProblem } from "../../errors/invalid-fields"
import { serviceStock } from "../../ports/service-stock"
import { previewUpcoming } from "../renewals/preview-upcoming"
import { renewalDiscounts } from "../renewals/renewal-discounts"
import { loadNewTerms, type WantedTerms } from "./load-new-terms"
import { loadPaidLine, type PaidInvoice } from "./load-paid-line"

export interface ChangeWish extends WantedTerms {
  when: ChangeTime
  /** What a customer may not order, they may not change to. */
  isCustomer?: boolean
}

/** A change as it is decided, with all that it does and comes to. The preview shows it, and the change makes it. */
export interface PlannedTermsChange {
  kind: ChangeKind
  on: CivilDate
  itemId: string
  from: TermsBefore & { interval: Interval }
  to: NewTerms
  credit: ChangeCredit | null
  preview: ChangePreview
}

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
  /** The invoice that is credited. */
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
}

interface Planning {
  subscription: LockedSubscription
  root: LockedSubscription["items"][number]
  to: NewTerms
  paid: PaidInvoice | null
  asOf: CivilDate
}

/** Decides a change and says what it comes to. Throws INVALID_DATA that names the field and the reason. */
export async function planChange(
  container: MedusaContainer,
  subscription: LockedSubscription,
  { wish, asOf }: { wish: ChangeWish; asOf: CivilDate },
): Promise<PlannedTermsChange> {
  const { row, items } = subscription
  const root = items.find(isRoot)
  if (!root || items.length > 1) {
    throw refused(row, {
      field: "cycle_id",
      reason: "It is a package: what is in it goes with it, and it is not changed",
    })
  }
  const loaded = await loadNewTerms(container, { row, root }, wish)
  if (!loaded.ok) {
    throw refused(row, loaded.problem)
  }
  const { options } = container.resolve<BillingModuleService>(BILLING_MODULE)
  const forbidden = wish.isCustomer ? notAllowed(root, loaded.to.item, options.customerChanges) : null
  if (forbidden) {
    throw refused(row, forbidden)
  }
  const short = await serviceStock.get()(container, unitsAdded(root, loaded.to.item))
  if (short !== null) {
    throw refused(row, { field: wish.cycle_id === undefined ? "quantity" : "cycle_id", reason: short })
  }
  const paid = row.payment_type === "recurring" ? await loadPaidLine(container, { row, root }) : null
  const planning: Planning = { subscription, root, to: loaded.to, paid, asOf }
  const decision = await decide(container, planning, wish.when)
  if (decision.kind === "refuse") {
    throw refused(row, { field: decision.field ?? "status", reason: decision.reason })
  }
  return plannedOf(container, planning, decision)
}

/** What the new terms ask for beyond what there is. */
const unitsAdded = (root: Pick<ItemTerms, "product_id" | "quantity">, to: ItemTerms): ReadonlyMap<string, number> =>
  new Map([[to.product_id, to.quantity - (to.product_id === root.product_id ? root.quantity : 0)]])

const refused = ({ display_id }: LockedSubscription["row"], problem: FieldProblem) =>
  invalidFields(`Subscription #${display_id} was not changed`, [problem])

async function decide(
  container: MedusaContainer,
  { subscription: { row }, root, to, paid, asOf }: Planning,
  when: ChangeTime,
): Promise<ChangeDecision> {
  const { knex } = container.resolve<BillingModuleService>(BILLING_MODULE).db
  const billed = billedAhead(periodOf(row), cycleStart(toSubscriptionFacts(row), row.next_cycle), { asOf, when })
  if (billed.kind === "refuse" && row.payment_type === "recurring") {
    return billed
  }
  // What is free was billed for nothing.
  const stretch = billed.kind === "running" && row.payment_type === "recurring" ? billed.period : null
  const isPartNext = Boolean(row.part_from)
  const wholeStart = wholeCycleStart(toSubscriptionFacts(row), row.next_cycle - 1)
  const period = stretch && (isPartNext ? stretch : wholePeriod(stretch, wholeStart))
  const isPart = period !== null && !isPartNext && isSameInterval(intervalOf(row), to.interval)
  const terms = priceOf({ ...row, item: root, next: row.next_cycle - 1 })
  const decision = decideChange(
    {
      status: row.status,
      terms: { ...terms, paymentType: row.payment_type, interval: intervalOf(row) },
      period,
      paid: stretch && paid ? { ...stretch, amount: root.is_tax_inclusive ? paid.gross : paid.net } : null,
      cancelOn: row.cancel_on,
      expiresOn: row.end_cycle ? row.expires_on : null,
      isPartNext,
      isCharging: await isBeingCharged(knex, row.id),
    },
    {
      to: {
        ...priceOf({ ...row, item: to.item, next: row.next_cycle - (isPart ? 1 : 0) }),
        paymentType: to.payment_type,
        interval: to.interval,
        billingDay: to.agreed ? to.agreed.billing_day : billingDayOf(row),
      },
      when,
      asOf,
    },
  )
  const problem = atOnceProblem(decision, {
    isGoods: [root.snapshot, to.item.snapshot].some(({ requires_shipping }) => requires_shipping === true),
    isBilled: period !== null,
    hasInvoice: paid !== null,
    isSameTaxKind: root.is_tax_inclusive === to.item.is_tax_inclusive,
  })
  return problem ?? decision
}

const periodOf = ({ period_start: start, period_end: end }: LockedSubscription["row"]): Period | null =>
  start === null || end === null ? null : { start, end }

const intervalOf = ({ interval_unit: unit, interval_count: count }: LockedSubscription["row"]): Interval => ({
  unit,
  count,
})

interface PricedTerms {
  item: Pick<ItemTerms, "cycle_id" | "variant_id" | "quantity" | "unit_price" | "is_tax_inclusive" | "discounts">
  currency_code: string
  part_bills?: number
  next: number
}

/** The price of a whole period, net of the discounts that go on. */
function priceOf({
  item,
  currency_code,
  part_bills = 0,
  next,
}: PricedTerms): Omit<ChangeTerms, "paymentType" | "interval"> {
  const lines = item.discounts.length
    ? [
        {
          ...{ id: "item", variantId: item.variant_id, unitPrice: item.unit_price, quantity: item.quantity },
          ...{ isTaxInclusive: item.is_tax_inclusive, terms: item.discounts },
          ...{ cycle: next - part_bills, currencyCode: currency_code },
        },
      ]
    : []
  const discounts = lines.length ? (renewalDiscounts.get().onRenewal(lines).get("item") ?? []) : []
  return {
    cycleId: item.cycle_id,
    quantity: item.quantity,
    price: wholePrice(item, discounts),
    currency: currency_code,
  }
}

async function plannedOf(
  container: MedusaContainer,
  { subscription: { row }, root, to, paid, asOf }: Planning,
  decision: Exclude<ChangeDecision, { kind: "refuse" }>,
): Promise<PlannedTermsChange> {
  const { db, options } = container.resolve<BillingModuleService>(BILLING_MODULE)
  const { kind, on } = decision
  const isNow = decision.kind === "prorate" || decision.kind === "restart"
  const credited = isNow && paid ? creditOf(paid, { credit: decision.credit, root, asOf }) : null
  const changed = { ...row, ...changedColumns(row, { kind, on, to }, options), items: [{ ...root, ...to.item }] }
  const invoice = await previewUpcoming(container, changed)
  const balances = row.customer_id === null ? [] : await balancesOf(db.knex, row.customer_id)
  const totals = changeTotals(
    {
      credit: credited?.amount ?? "0",
      charge: isNow ? (invoice?.total ?? "0") : "0",
      open: paid?.open ?? "0",
      balance: balances.find(({ currency_code }) => currency_code === row.currency_code)?.amount ?? "0",
    },
    row.currency_code,
  )
  if (isNow && row.customer_id === null && credited) {
    throw refused(row, {
      field: "when",
      reason: "It belongs to no account that could hold a credit: it can be changed at the period's end",
    })
  }
  return {
    ...{ kind, on, itemId: root.id, to },
    from: {
      cycle_id: root.cycle_id,
      quantity: root.quantity,
      title: root.title,
      unit_price: root.unit_price,
      interval: intervalOf(row),
    },
    credit: credited && paid ? asStored(credited, paid) : null,
    preview: {
      ...{ kind, on, currency_code: row.currency_code, is_tax_inclusive: to.item.is_tax_inclusive },
      from: shown(root, intervalOf(row)),
      to: shown(to.item, to.interval),
      credit: isNow ? decision.credit : "0",
      charge: isNow ? decision.charge : "0",
      ...totals,
      credited_invoice: credited && paid ? { id: paid.id, number: paid.documentNumber } : null,
      invoice,
    },
  }
}

const creditOf = (
  paid: PaidInvoice,
  { credit, root, asOf }: { credit: Decimal; root: Planning["root"]; asOf: CivilDate },
): LineCredit | null =>
  isPositive(credit) ? lineCredit(paid, { credit, isTaxInclusive: root.is_tax_inclusive, on: asOf }) : null

const asStored = ({ amount, lines }: LineCredit, paid: PaidInvoice): ChangeCredit => ({
  ...{ invoice_id: paid.id, order_id: paid.orderId, credited_total: paid.creditedTotal },
  ...{ amount, lines },
})

const shown = (
  { cycle_id, title, quantity, unit_price }: Pick<ItemTerms, "cycle_id" | "title" | "quantity" | "unit_price">,
  { unit, count }: Interval,
): ShownTerms => ({ cycle_id, title, quantity, unit_price, interval_unit: unit, interval_count: count })
