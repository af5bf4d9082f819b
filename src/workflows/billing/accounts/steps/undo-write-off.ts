import { MedusaError } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { readInvoiceEntries, recordInvoiceEntries } from "../../../../modules/billing"
import { addOutboxEvents } from "../../../../modules/core"
import { invoiceEntry } from "../../../../rules/billing"
import { isPositive } from "../../../../rules/money"
import { inLockedAccount } from "../in-locked-account"
import { onInvoice, tellSubscription, type InvoiceActionContext } from "../invoice-in-action"

export interface UndoWriteOffInput extends InvoiceActionContext {
  reason: string
}

/** Takes a write-off back: the invoice asks for it again. In one transaction, so there is no compensation. */
export const undoWriteOffStep = createStep(
  "billing-undo-write-off",
  async (input: UndoWriteOffInput, { container }) => {
    const action = { invoice_id: input.invoice_id, as_of: input.as_of, reason: "write_off_undone" }
    await onInvoice(container, input, (invoice) =>
      inLockedAccount(container, action, async (trx, of) => {
        if (!of || !isPositive(of.account.writtenOff)) {
          throw new MedusaError(MedusaError.Types.NOT_ALLOWED, "Nothing of this invoice is written off")
        }
        const amount = of.account.writtenOff
        const { reason, actor, as_of: asOf } = input
        const count = (await readInvoiceEntries(trx, invoice.id)).length
        const entry = { kind: "written_off_undone", amount, key: `${amount}_${count}` } as const
        const origin = { source: "admin", sourceId: actor, asOf, reason, actor } as const
        await recordInvoiceEntries(trx, [invoiceEntry(of, entry, origin)])
        await tellSubscription(
          trx,
          { invoice, type: "invoice_write_off_undone", data: { total: amount, reason } },
          input,
        )
        const data = { id: invoice.id, order_id: invoice.order_id, amount, currency_code: of.currencyCode, reason }
        await addOutboxEvents(trx, [{ name: "billing.invoice.write_off_undone", data }])
      }),
    )
    return new StepResponse({ id: input.invoice_id })
  },
)
