import {
  capturedFor,
  invoicesWithBalance,
  lockAccounts,
  lockOrderInvoices,
  readInvoiceEntries,
  readOrderInvoices,
  recordInvoiceEntries,
  returnedByBanks,
  type BankReturns,
  type InvoiceOfOrder,
  type OrderInvoices,
  type StoredAccount,
} from "../../../modules/billing"
import type { Database } from "../../../modules/core"
import {
  givenBackOf,
  movedInUnits,
  moveToBalance,
  orderEntries,
  type BalanceMove,
  type EntryOrigin,
  type OrderMoney,
} from "../../../rules/billing"
import type { CivilDate } from "../../../rules/calendar"
import { add, isNegative, isPositive, min, negate, round, subtract, sum, type Decimal } from "../../../rules/money"
import { recordBalanceMoves } from "../balance/record-balance-moves"
import { correctOrder } from "../credit-notes/correct-order"
import { orderMoney, paymentsOf } from "../orders/order-payment"
import type { OrderChangeToSettle } from "./order-change-to-settle"

export interface SettledAccounts {
  /** What was newly given back of the order's own invoice. */
  newlyRefunded: Decimal
  /** Invoices whose account has entries of a balance. */
  withBalance: string[]
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
  const refunds = entriesOf(change, {
    ...{ ...before, ...loaded },
    captureOf: await capturedForEach(trx, order.id, before),
  }).filter(({ kind }) => kind === "refund")
  const given = sum(refunds.map((entry) => entry.amount))
  const isCorrected = await correctOrder(trx, { ...change, money, ...before, accounts, given })
  const after = isCorrected ? await readOrderInvoices(trx, order.id) : before
  const current = isCorrected ? (await loadAccounts(trx, after)).accounts : accounts
  const captureOf = await capturedForEach(trx, order.id, after)
  await recordInvoiceEntries(trx, entriesOf(change, { ...after, ...loaded, accounts: current, captureOf }))
  await giveBalanceBack(trx, (await loadAccounts(trx, after)).accounts, change.asOf)
  const settled = (await loadAccounts(trx, after)).accounts
  const [own] = after.invoices
  const newlyRefunded = subtract(ownRefunds(after, settled, returned), refundedBefore)
  if (!own) {
    return null
  }
  const withBalance = await invoicesWithBalance(
    trx,
    after.invoices.map(({ id }) => id),
  )
  return { newlyRefunded: isNegative(newlyRefunded) ? "0" : newlyRefunded, withBalance }
}

interface LoadedAccounts extends BankReturns {
  accounts: Map<string, StoredAccount>
}

async function loadAccounts(trx: Database, { invoices }: OrderInvoices): Promise<LoadedAccounts> {
  const ids = invoices.map(({ id }) => id)
  return { accounts: await lockAccounts(trx, ids), ...(await returnedByBanks(trx, ids)) }
}

/** Of several invoices each is paid by what was paid for it. */
const capturedForEach = async (
  trx: Database,
  orderId: string,
  { invoices }: OrderInvoices,
): Promise<ReadonlyMap<string, Decimal>> => (invoices.length > 1 ? capturedFor(trx, orderId) : new Map())

/** What an invoice has too much goes back to the balance as far as the balance had paid it: no provider can give it back. */
async function giveBalanceBack(trx: Database, accounts: Map<string, StoredAccount>, asOf: CivilDate): Promise<void> {
  const moves: BalanceMove[] = []
  for (const of of accounts.values()) {
    const { open, balanceUsed, balanceMoved } = of.account
    const amount = min(negate(open), subtract(balanceUsed, balanceMoved))
    if (isPositive(amount) && of.customerId !== null) {
      const key = String((await readInvoiceEntries(trx, of.invoiceId)).length)
      moves.push(moveToBalance({ of, customerId: of.customerId, asOf }, amount, key))
    }
  }
  await recordBalanceMoves(trx, moves)
}

/** What banks took back was not received; what the customer's balance paid was. */
function moneyWithBalance(money: OrderMoney, { accounts, returned, reinstated }: LoadedAccounts): OrderMoney {
  const balance = sum([...accounts.values()].map(({ account }) => subtract(account.balanceUsed, account.balanceMoved)))
  return { ...money, captured: subtract(add(money.captured, balance), subtract(returned, reinstated)) }
}

function entriesOf(
  { order, asOf }: OrderChangeToSettle,
  {
    invoices,
    accounts,
    returned,
    reinstated,
    captureOf,
  }: OrderInvoices & LoadedAccounts & { captureOf: ReadonlyMap<string, Decimal> },
): ReturnType<typeof orderEntries> {
  const { currencyCode } = order
  const { captured, refunded } = movedInUnits(paymentsOf(order), order)
  const origin: EntryOrigin = { source: "order", sourceId: order.id, asOf }
  return orderEntries(
    invoices.flatMap(({ id }) => accounts.get(id) ?? []),
    {
      captured,
      refunded,
      returned,
      reinstated,
      currencyCode,
      rounding: roundingOf(invoices[0], currencyCode),
      captureOf,
      refund: latestRefund(order),
    },
    origin,
  )
}

/** What Medusa knows of the latest refund, whoever made it and wherever. */
function latestRefund({ paymentCollections }: OrderChangeToSettle["order"]): Pick<EntryOrigin, "reason" | "actor"> {
  const refunds = paymentCollections.flatMap(({ payments }) => payments.flatMap((payment) => payment.refunds))
  const [latest] = refunds.sort((a, b) => b.at.localeCompare(a.at))
  return { reason: latest?.note ?? null, actor: latest?.userId ? `user:${latest.userId}` : null }
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
