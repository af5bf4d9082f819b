import { type OrderOfCharge, ordersOfCharges } from "../../../modules/billing"
import type { Database } from "../../../modules/core"
import {
  amountsToReturn,
  isSettledByMoney,
  type ChargedRenewal,
  type OrderPayment,
  type OrderStanding,
  type RenewalCharge,
} from "../../../rules/billing"
import { subtract, sum } from "../../../rules/money"
import type { ChargeSessions } from "./charge-sessions"

const movedBy = ({ moved }: OrderOfCharge["payments"][number], reference: "capture" | "refund") =>
  sum(moved.filter((one) => one.reference === reference).map(({ amount }) => amount))

const paymentsOf = (order: OrderOfCharge): OrderPayment[] =>
  order.payments.map((payment) => ({
    id: payment.id,
    isCharge: payment.is_charge,
    captured: subtract(movedBy(payment, "capture"), payment.taken_back),
    refunded: movedBy(payment, "refund"),
  }))

/** What an order says of its renewal. A charge without an order, or an order without its invoice, says nothing. */
export function standingOf(order: OrderOfCharge | undefined): OrderStanding | undefined {
  return (
    order && {
      isCanceled: order.is_canceled,
      isPaid:
        order.invoice_total !== null &&
        isSettledByMoney({
          payments: paymentsOf(order),
          creditedTotal: order.credited_total,
          currencyCode: order.currency_code,
          invoiceTotal: order.invoice_total,
          issuedTotal: order.issued_total,
        }),
    }
  )
}

function unowedOf(order: OrderOfCharge | undefined): { payment_id: string; amount: string }[] {
  return order && order.order_total !== null
    ? amountsToReturn({
        isCanceled: order.is_canceled,
        orderTotal: order.order_total,
        invoiceTotal: order.invoice_total ?? order.order_total,
        issuedTotal: order.issued_total,
        currencyCode: order.currency_code,
        payments: paymentsOf(order),
      })
    : []
}

/**
 * Gives back what charges have taken though their orders do not owe it, and answers how each order then stands. A refund
 * that the provider refuses is tried again by a later run. The caller holds the renewals' locks.
 */
export async function returnUnowed(
  { knex, sessions }: { knex: Database; sessions: ChargeSessions },
  charges: RenewalCharge[],
): Promise<Map<string, Pick<ChargedRenewal, "order" | "moved" | "keeps">>> {
  const found = await ordersOfCharges(knex, charges)
  const refused = new Set<string>()
  const changed: RenewalCharge[] = []
  for (const charge of charges) {
    for (const unowed of unowedOf(found.get(charge.renewal_id))) {
      changed.push(charge)
      await sessions.giveBack(unowed).catch(() => refused.add(charge.renewal_id))
    }
  }
  const now = new Map([...found, ...(await ordersOfCharges(knex, changed))])
  return new Map(
    charges.flatMap(({ renewal_id }) => {
      const order = now.get(renewal_id)
      const standing = standingOf(order)
      const moved = order?.payments.flatMap((payment) => (payment.is_charge ? payment.moved : [])) ?? []
      return standing ? [[renewal_id, { order: standing, moved, keeps: refused.has(renewal_id) }] as const] : []
    }),
  )
}
