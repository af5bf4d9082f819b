import type { MedusaContainer } from "@medusajs/framework/types"
import {
  BILLING_MODULE,
  type BillingModuleService,
  isBeingCharged,
  type LockedSubscription,
} from "../../../../modules/billing"
import {
  atOnceProblem,
  billedAhead,
  billingDayOf,
  choiceKey,
  cycleStart,
  decideChange,
  isRoot,
  isSameInterval,
  itemsAfter,
  optionsOf,
  toSubscriptionFacts,
  wholePrice,
  wholeStart,
  type BilledItem,
  type ChangeDecision,
  type ChangeTerms,
  type ChangeTime,
  type ItemTerms,
} from "../../../../rules/billing"
import type { Period } from "../../../../rules/calendar"
import { sum } from "../../../../rules/money"
import { renewalDiscounts } from "../../renewals/renewal-discounts"
import { intervalOf, type Planning } from "./planning"

/** Asks the rule about a change of a subscription (B25). */
export async function decideTermsChange(
  container: MedusaContainer,
  { subscription: { row, items }, root, to, paid, asOf }: Planning,
  when: ChangeTime,
): Promise<ChangeDecision> {
  const { knex } = container.resolve<BillingModuleService>(BILLING_MODULE).db
  const nextOn = cycleStart(toSubscriptionFacts(row), row.next_cycle)
  const billed = billedAhead(periodOf(row), nextOn, { asOf, when })
  if (billed.kind === "refuse" && row.payment_type === "recurring") {
    return billed
  }
  // What is free was billed for nothing.
  const stretch = billed.kind === "running" && row.payment_type === "recurring" ? billed.period : null
  const isPartNext = Boolean(row.part_from)
  const period = stretch && { start: wholeStart(row) ?? stretch.start, end: stretch.end }
  const isPart = period !== null && !isPartNext && isSameInterval(intervalOf(row), to.interval)
  const terms = priceOf({ ...row, items: [root, ...optionsOf(items)], next: row.next_cycle - 1 })
  const decision = decideChange(
    {
      status: row.status,
      terms: { ...terms, paymentType: row.payment_type, interval: intervalOf(row) },
      period,
      paid: stretch && paid ? { ...stretch, amount: root.is_tax_inclusive ? paid.gross : paid.net } : null,
      cancelOn: row.cancel_on,
      expiresOn: row.expires_on,
      nextOn,
      isPartNext,
      isCharging: await isBeingCharged(knex, row.id),
    },
    {
      to: {
        ...priceOf({ ...row, items: itemsAfter(items, to), next: row.next_cycle - (isPart ? 1 : 0) }),
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

interface PricedTerms {
  /** The product's, then those of its options. */
  items: readonly PricedItem[]
  currency_code: string
  part_bills?: number
  next: number
}

type PricedItem = Pick<BilledItem, "id" | "kind" | "parent_id" | "snapshot"> &
  Pick<ItemTerms, "variant_id" | "quantity" | "unit_price" | "is_tax_inclusive" | "discounts"> & { cycle_id?: string }

/** The price of a whole period with its options, net of the discounts that go on. */
function priceOf({
  items,
  currency_code,
  part_bills = 0,
  next,
}: PricedTerms): Omit<ChangeTerms, "paymentType" | "interval"> {
  const lines = items
    .filter((item) => item.discounts.length)
    .map((item) => ({
      ...{ id: item.id, variantId: item.variant_id, unitPrice: item.unit_price, quantity: item.quantity },
      ...{ isTaxInclusive: item.is_tax_inclusive, terms: item.discounts },
      ...{ cycle: next - part_bills, currencyCode: currency_code },
    }))
  const discounts = lines.length ? renewalDiscounts.get().onRenewal(lines) : new Map()
  const root = items.find(isRoot)
  const [only, ...others] = items.map((item) => wholePrice(item, discounts.get(item.id) ?? []))
  return {
    cycleId: root?.cycle_id ?? "",
    quantity: root?.quantity ?? 0,
    price: others.length ? sum([only ?? "0", ...others]) : (only ?? "0"),
    currency: currency_code,
    choice: root ? choiceKey(root) : "",
  }
}
