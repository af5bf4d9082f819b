import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import {
  BILLING_MODULE,
  type BillingModuleService,
  insertInvoiceCorrection,
  type InvoiceOfOrder,
  lockOrderInvoices,
  markInvoicesVoid,
  readOrderInvoices,
  stopCollectingOrder,
} from "../../../../modules/billing"
import { addOutboxEvents, type Database, inTransaction, type OrderChangeKind } from "../../../../modules/core"
import { changedInvoiceStatus, invoiceCorrection, owedForOrder } from "../../../../rules/billing"
import type { CivilDate } from "../../../../rules/calendar"
import { loadOrder } from "../../../orders/load-orders"
import { payInvoices } from "../../accounts/pay-invoices"
import { orderMoney } from "../order-payment"

export interface CorrectInvoicesInput {
  order_id: string
  /** The change after which the invoices are looked at. */
  cause: OrderChangeKind
  /** Medusa's record of it. */
  source_id: string
  as_of: CivilDate
}

/**
 * Records what the invoices of a changed order have to be corrected by (decision 0024), and settles them by what the
 * order comes to now. What is due follows from the order as it is, so a second run records nothing.
 */
export const correctInvoicesStep = createStep(
  "billing-correct-invoices",
  async (input: CorrectInvoicesInput, { container }) => {
    const { knex } = container.resolve<BillingModuleService>(BILLING_MODULE).db
    await inTransaction(knex, async (trx) => {
      await lockOrderInvoices(trx, input.order_id)
      const order = await loadOrder(container, input.order_id)
      const { invoices, corrections } = await readOrderInvoices(trx, input.order_id)
      const [own] = invoices
      if (!own || order.isDraft) {
        return
      }
      const money = orderMoney(order)
      const amount = invoiceCorrection(money, { invoices: invoices.map(({ total }) => total), corrections })
      if (amount !== null) {
        await record(trx, { input, own, amount, currencyCode: order.currencyCode })
      }
      // A renewal's invoice is settled with its charge.
      const isChanged = amount !== null || corrections.length > 0 || invoices.length > 1
      const status = isChanged && own.renewal_id === null && changedInvoiceStatus(owedForOrder(money), money.captured)
      const ids = invoices.map(({ id }) => id)
      if (status === "paid") {
        await payInvoices(trx, ids, { source: "order", sourceId: input.order_id, asOf: input.as_of })
      } else if (status === "void") {
        await markInvoicesVoid(trx, ids)
      }
    })
    return new StepResponse(undefined)
  },
)

interface Recording {
  input: CorrectInvoicesInput
  own: InvoiceOfOrder
  amount: string
  currencyCode: string
}

async function record(trx: Database, { input, own, amount, currencyCode }: Recording): Promise<void> {
  const { order_id, cause, source_id, as_of } = input
  const id = `bcor_${cause}_${source_id}`
  const correction = { id, invoice_id: own.id, order_id, cause, source_id, as_of, currency_code: currencyCode, amount }
  if (!(await insertInvoiceCorrection(trx, correction))) {
    return
  }
  await stopCollectingOrder(trx, order_id)
  const { as_of: _date, source_id: _source, ...data } = correction
  await addOutboxEvents(trx, [{ name: "billing.invoice.correction_due", data }])
}
