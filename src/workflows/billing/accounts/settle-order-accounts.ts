import {
  lockAccounts,
  lockOrderInvoices,
  readOrderInvoices,
  recordInvoiceEntries,
  returnedByBanks,
  type BankReturns,
  type InvoiceOfOrder,
  type OrderInvoices,
  type StoredAccount,
} from "../../../modules/billing"
import type { Database } from "../../../modules/core"
import type { BillingOptions } from "../../../options"
import { givenBackOf, orderEntries, type EntryOrigin, type OrderMoney } from "../../../rules/billing"
import type { CivilDate } from "../../../rules/calendar"
import { add, isNegative, negate, round, subtract, sum, type Decimal } from "../../../rules/money"
import type { OrderFacts } from "../../orders/order-facts"
import { correctOrder } from "../credit-notes/correct-order"
import { orderMoney } from "../orders/order-payment"

export interface OrderChangeToSettle {
  options: BillingOptions
  order: OrderFacts
  /** The kind of order change, and Medusa's record of it. */
  cause: string
  sourceId: string
  asOf: CivilDate
}

/** The order's own invoice, with what was newly given back of it. */
export interface SettledAccounts {
  own: InvoiceOfOrder
  invoices: InvoiceOfOrder[]
  accounts: Map<string, StoredAccount>
  newlyRefunded: Decimal
}

/**
 * Brings the invoices of an order to what the order is now, in one transaction: the corrections that they need with the
 * credit notes and invoices that make them, and what was received and given back. All of it follows from the order, so a
 * second run changes nothing. Null: the order has no invoice.
 */
export async function settleOrderAccounts(trx: Database, change: OrderChangeToSettle): Promise<SettledAccounts | null> {
  const { order } = change
  await lockOrderInvoices(trx, order.id)
  const before = await readOrderInvoices(trx, order.id)
  if (!before.invoices.length || order.isDraft) {
    return null
  }
  const loaded = await loadAccounts(trx, before)
  const { accounts, returned } = loaded
  const refundedBefore = ownRefunds(before, accounts, returned)
  const money = moneyWithBalance(orderMoney(order), loaded)
  const isCorrected = await correctOrder(trx, { ...change, money, ...before })
  const after = isCorrected ? await readOrderInvoices(trx, order.id) : before
  const current = isCorrected ? (await loadAccounts(trx, after)).accounts : accounts
  await recordInvoiceEntries(trx, entriesOf(change, { ...after, ...loaded, accounts: current }))
  const settled = (await loadAccounts(trx, after)).accounts
  const [own] = after.invoices
  const newlyRefunded = subtract(ownRefunds(after, settled, returned), refundedBefore)
  return own
    ? {
        own,
        invoices: after.invoices,
        accounts: settled,
        newlyRefunded: isNegative(newlyRefunded) ? "0" : newlyRefunded,
      }
    : null
}

interface LoadedAccounts extends BankReturns {
  accounts: Map<string, StoredAccount>
}

async function loadAccounts(trx: Database, { invoices }: OrderInvoices): Promise<LoadedAccounts> {
  const ids = invoices.map(({ id }) => id)
  return { accounts: await lockAccounts(trx, ids), ...(await returnedByBanks(trx, ids)) }
}

/** What banks took back was not received; what the customer's balance paid was. */
function moneyWithBalance(money: OrderMoney, { accounts, returned, reinstated }: LoadedAccounts): OrderMoney {
  const balance = sum([...accounts.values()].map(({ account }) => subtract(account.balanceUsed, account.balanceMoved)))
  return { ...money, captured: subtract(add(money.captured, balance), subtract(returned, reinstated)) }
}

function entriesOf(
  { order, asOf }: OrderChangeToSettle,
  { invoices, accounts, returned, reinstated }: OrderInvoices & LoadedAccounts,
): ReturnType<typeof orderEntries> {
  const { captured, refunded, currencyCode } = orderMoney(order)
  const origin: EntryOrigin = { source: "order", sourceId: order.id, asOf }
  return orderEntries(
    invoices.flatMap(({ id }) => accounts.get(id) ?? []),
    { captured, refunded, returned, reinstated, currencyCode, rounding: roundingOf(invoices[0], currencyCode) },
    origin,
  )
}

/** What the own invoice and its order differ by, as one is rounded to what the provider takes. */
function roundingOf(own: InvoiceOfOrder | undefined, currencyCode: string): Decimal {
  if (!own) {
    return "0"
  }
  const difference = subtract(own.total, round(own.document.order.total, currencyCode))
  return isNegative(difference) ? negate(difference) : difference
}

function ownRefunds({ invoices }: OrderInvoices, accounts: Map<string, StoredAccount>, returned: Decimal): Decimal {
  const own = accounts.get(invoices[0]?.id ?? "")
  return own ? givenBackOf(own.account, returned) : "0"
}
