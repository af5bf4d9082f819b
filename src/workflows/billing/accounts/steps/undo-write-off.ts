import { MedusaError } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import {
  attemptsOfRenewal,
  findRenewalOfOrder,
  planTry,
  readInvoiceEntries,
  recordInvoiceEntries,
} from "../../../../modules/billing"
import { addOutboxEvents, type Database } from "../../../../modules/core"
import { invoiceEntry, nextTry, type DunningSettings } from "../../../../rules/billing"
import type { CivilDate } from "../../../../rules/calendar"
import { isPositive } from "../../../../rules/money"
import { readStandingSettings } from "../../dunning/read-dunning-settings"
import { inLockedAccount } from "../in-locked-account"
import { onInvoice, tellSubscription, type InvoiceActionContext } from "../invoice-in-action"

export interface UndoWriteOffInput extends InvoiceActionContext {
  reason: string
}

/**
 * Takes a write-off back: the invoice asks for it again, and its charge is tried on what is left of the schedule. In one
 * transaction, so there is no compensation.
 */
export const undoWriteOffStep = createStep(
  "billing-undo-write-off",
  async (input: UndoWriteOffInput, { container }) => {
    const { dunning } = await readStandingSettings(container)
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
        await tryAgain(trx, { orderId: invoice.order_id, dunning, asOf })
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

/** What was declined for good, or waits for its customer, is not tried again by itself. */
async function tryAgain(
  trx: Database,
  { orderId, dunning, asOf }: { orderId: string; dunning: DunningSettings; asOf: CivilDate },
): Promise<void> {
  const renewal = await findRenewalOfOrder(trx, orderId)
  const last = renewal && (await attemptsOfRenewal(trx, renewal.id)).at(-1)
  const on =
    last && nextTry({ from: renewal.dunning_from, asOf, outcome: last.status, triedOn: renewal.tried_on }, dunning)
  if (on) {
    await planTry(trx, { id: renewal.id, on })
  }
}
