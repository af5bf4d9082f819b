import { MedusaError } from "@medusajs/framework/utils"
import { createStep, createWorkflow, StepResponse, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import {
  addTimelineEntries,
  BILLING_MODULE,
  type BillingModuleService,
  type InvoiceDue,
  lockStandings,
  membersOfRenewals,
  moveInvoiceDue,
  moveRenewalDue,
  readInvoiceDue,
  subscriptionsBeside,
} from "../../../modules/billing"
import { addOutboxEvents, inTransaction, type Actor } from "../../../modules/core"
import { dueDateProblem } from "../../../rules/billing"
import type { CivilDate } from "../../../rules/calendar"
import { lookAgain } from "./look-again"
import { readStandingSettings } from "./read-dunning-settings"

export interface ChangeDueDateInput {
  invoice_id: string
  due_on: CivilDate
  reason: string
  /** The due date that it was decided on; left out: whatever it is. */
  seen_due_on?: CivilDate | undefined
  as_of: CivilDate
  actor: Actor
}

const refuse = (reason: string): MedusaError => new MedusaError(MedusaError.Types.NOT_ALLOWED, reason)

/** One transaction, so it needs no compensation. */
const changeDueDateStep = createStep("billing-change-due-date", async (input: ChangeDueDateInput, { container }) => {
  const { knex } = container.resolve<BillingModuleService>(BILLING_MODULE).db
  const settings = await readStandingSettings(container)
  const seen = await readInvoiceDue(knex, input.invoice_id)
  if (!seen) {
    throw new MedusaError(MedusaError.Types.NOT_FOUND, `Invoice with id: ${input.invoice_id} was not found`)
  }
  await inTransaction(knex, async (trx) => {
    const members = seen.renewal ? await membersOfRenewals(trx, [seen.renewal.id]) : []
    const owners = seen.renewal ? [seen.renewal.subscription_id, ...subscriptionsBeside(members)] : []
    const rows = await lockStandings(trx, owners)
    const invoice = (await readInvoiceDue(trx, input.invoice_id)) ?? seen
    const problem = dueDateProblem(
      {
        issuedOn: invoice.issued_on,
        dueOn: invoice.due_on,
        isOwed: invoice.status === "open" || invoice.status === "partly_paid",
        isUnderWay: invoice.renewal?.is_under_way ?? false,
      },
      input.due_on,
    )
    if (problem) {
      throw refuse(problem)
    }
    const from = input.seen_due_on ?? invoice.due_on
    if (!(await moveInvoiceDue(trx, { id: invoice.id, from, to: input.due_on }))) {
      throw refuse(`The due date of invoice ${invoice.number} was changed by someone else; try again`)
    }
    await moveRenewal(trx, { invoice, to: input.due_on, canBeCharged: rows.some(canBeCharged) })
    const data = { from: invoice.due_on, to: input.due_on, reason: input.reason }
    await addTimelineEntries(
      trx,
      rows.map(({ id }) => ({
        subscription_id: id,
        type: "due_changed",
        as_of: input.as_of,
        actor: input.actor,
        data: { ...data, invoice: invoice.number },
      })),
    )
    const event = { id: invoice.id, order_id: invoice.order_id, ...data }
    await addOutboxEvents(trx, [{ name: "billing.invoice.due_changed", data: event }])
    await lookAgain(trx, { rows, settings, asOf: input.as_of, reason: "due_date_changed" })
  })
  return new StepResponse({ id: input.invoice_id, due_on: input.due_on })
})

type Standing = Awaited<ReturnType<typeof lockStandings>>[number]

const canBeCharged = (row: Standing): boolean =>
  row.collection_method === "charge_automatically" && row.payment_method !== null && !row.is_hard_declined

async function moveRenewal(
  trx: Parameters<typeof moveRenewalDue>[0],
  { invoice: { renewal }, to, canBeCharged }: { invoice: InvoiceDue; to: CivilDate; canBeCharged: boolean },
): Promise<void> {
  if (renewal && (renewal.status === "issued" || renewal.status === "failed")) {
    await moveRenewalDue(trx, { id: renewal.id, to, isCharged: renewal.collect_on !== null || canBeCharged })
  }
}

/**
 * Moves the date by which an invoice is to be paid, with a reason (B38). The printed document stays as it is; dunning counts
 * from the new date, a charge is tried on it, and what was suspended only for this invoice goes on until then.
 */
export const changeDueDateWorkflow = createWorkflow(
  "billing-change-due-date",
  (input: ChangeDueDateInput) => new WorkflowResponse(changeDueDateStep(input)),
)
