import type { MedusaContainer } from "@medusajs/framework/types"
import type { ChangeCredit, LockedSubscription } from "../../../../modules/billing"
import { creditElsewhere, lineCredit, paidElsewhere } from "../../../../rules/billing"
import type { CivilDate } from "../../../../rules/calendar"
import type { Decimal } from "../../../../rules/money"
import { taxLinesForRenewals } from "../../renewals/renewal-taxes"
import { loadPaidLine, type PaidInvoice } from "./load-paid-line"

type Item = LockedSubscription["items"][number]

/** What was paid for the billed period, and how a part of it is credited. */
export interface PaidPeriod {
  net: Decimal
  /** With tax. */
  gross: Decimal
  /** Of the line that paid for it; null: it was paid before the subscription was moved in (B62). */
  invoice: PaidInvoice | null
  /** `credit` has tax in it where the price has. null: nothing is left to credit. */
  creditOf: (credit: Decimal, on: CivilDate) => ChangeCredit | null
}

/** null: nothing says what was paid. */
export async function loadPaidPeriod(
  container: MedusaContainer,
  { row, root, options }: Pick<LockedSubscription, "row"> & { root: Item; options: readonly Item[] },
): Promise<PaidPeriod | null> {
  const invoice = await loadPaidLine(container, { row, root, options })
  return invoice ? byInvoice(invoice, root) : elsewhere(container, row, root)
}

const byInvoice = (invoice: PaidInvoice, { is_tax_inclusive: isTaxInclusive }: Item): PaidPeriod => ({
  net: invoice.net,
  gross: invoice.gross,
  invoice,
  creditOf: (credit, on) => {
    const credited = lineCredit(invoice, { credit, isTaxInclusive, on })
    return (
      credited && {
        ...{ invoice_id: invoice.id, order_id: invoice.orderId, credited_total: invoice.creditedTotal },
        ...credited,
      }
    )
  },
})

/** The other system has issued its invoice: the credit goes to the balance, with the tax that the service has here. */
async function elsewhere(
  container: MedusaContainer,
  row: LockedSubscription["row"],
  root: Item,
): Promise<PaidPeriod | null> {
  const { moved_in_price: unitPrice = null, customer_id, currency_code } = row
  if (unitPrice === null || customer_id === null) {
    return null
  }
  const subscription = { ...row, items: [root] }
  const taxes = await taxLinesForRenewals(container, [{ subscription, shipping: null }])
  const { quantity, is_tax_inclusive: isTaxInclusive } = root
  const rates = (taxes.get(root.id) ?? []).map(({ rate }) => rate)
  const price = { isTaxInclusive, rates, currencyCode: currency_code }
  return {
    ...paidElsewhere({ unitPrice, quantity }, price),
    invoice: null,
    creditOf: (credit) => ({
      ...{ invoice_id: null, customer_id, currency_code },
      amount: creditElsewhere(credit, price),
    }),
  }
}
