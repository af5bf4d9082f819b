import { MedusaError } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { readInvoiceEntries, recordInvoiceEntries, stopCollectingOrder } from "../../../../modules/billing"
import { addOutboxEvents } from "../../../../modules/core"
import { invoiceEntry } from "../../../../rules/billing"
import { isPositive } from "../../../../rules/money"
import { inLockedAccount } from "../in-locked-account"
import { onInvoice, requireSeen, tellSubscription, type InvoiceActionContext } from "../invoice-in-action"

export interface WriteOffInput extends InvoiceActionContext {
  reason: string
  /** What was open when it was decided; left out: whatever is. */
  open_total?: string | undefined
}

/**
 * Writes off all that an invoice still asks for: its payment is not expected any more, and nothing is charged for it by
 * itself. In one transaction, so there is no compensation.
 */
export const writeOffInvoiceStep = createStep(
  "billing-write-off-invoice",
  async (input: WriteOffInput, { container }) => {
    const action = { invoice_id: input.invoice_id, as_of: input.as_of, reason: "written_off" }
    await onInvoice(container, input, (invoice) =>
      inLockedAccount(container, action, async (trx, of) => {
        if (!of || !isPositive(of.account.open)) {
          throw new MedusaError(MedusaError.Types.NOT_ALLOWED, "Nothing of this invoice is open")
        }
        const { open } = of.account
        requireSeen(input.open_total, open)
        const { reason, actor, as_of: asOf } = input
        const key = `${open}_${(await readInvoiceEntries(trx, invoice.id)).length}`
        const origin = { source: "admin", sourceId: actor, asOf, reason, actor } as const
        await recordInvoiceEntries(trx, [invoiceEntry(of, { kind: "written_off", amount: open, key }, origin)])
        await stopCollectingOrder(trx, invoice.order_id)
        await tellSubscription(trx, { invoice, type: "invoice_written_off", data: { total: open, reason } }, input)
        const data = {
          id: invoice.id,
          order_id: invoice.order_id,
          amount: open,
          currency_code: of.currencyCode,
          reason,
        }
        await addOutboxEvents(trx, [{ name: "billing.invoice.written_off", data }])
      }),
    )
    return new StepResponse({ id: input.invoice_id })
  },
)
