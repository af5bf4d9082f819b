import type { MedusaContainer } from "@medusajs/framework/types"
import { MedusaError } from "@medusajs/framework/utils"
import {
  addTimelineEntries,
  BILLING_MODULE,
  type BillingModuleService,
  type InvoiceRecord,
  readInvoices,
  subscriptionsBilledOn,
  withInvoiceAction,
} from "../../../modules/billing"
import type { Actor, Database } from "../../../modules/core"
import type { CivilDate } from "../../../rules/calendar"
import { checkAmount, compare, type Decimal } from "../../../rules/money"
import { invalidFields } from "../../errors/invalid-fields"

/** Who acts on an invoice, and when. */
export interface InvoiceActionContext {
  invoice_id: string
  as_of: CivilDate
  actor: Actor
}

/**
 * Runs an action on an invoice, one at a time for its order. Throws NOT_FOUND without the invoice, NOT_ALLOWED on a credit
 * note, which has no account.
 */
export async function onInvoice<Result>(
  container: MedusaContainer,
  { invoice_id, as_of }: InvoiceActionContext,
  work: (invoice: InvoiceRecord) => Promise<Result>,
): Promise<Result> {
  const { knex } = container.resolve<BillingModuleService>(BILLING_MODULE).db
  const invoice = await readInvoice(knex, invoice_id, as_of)
  return withInvoiceAction(knex, invoice.order_id, async () => work(await readInvoice(knex, invoice_id, as_of)))
}

async function readInvoice(knex: Database, id: string, asOf: CivilDate): Promise<InvoiceRecord> {
  const [invoice] = await readInvoices(knex, [id], asOf)
  if (!invoice) {
    throw new MedusaError(MedusaError.Types.NOT_FOUND, `Invoice with id: ${id} was not found`)
  }
  if (!invoice.payment) {
    throw new MedusaError(MedusaError.Types.NOT_ALLOWED, "A credit note has no account: act on its invoice")
  }
  return invoice
}

/** Throws NOT_ALLOWED where an amount is not what the admin saw: somebody, or a second click, was faster. */
export function requireSeen(seen: Decimal | undefined, now: Decimal): void {
  if (seen !== undefined && compare(seen, now) !== 0) {
    throw new MedusaError(MedusaError.Types.NOT_ALLOWED, "The invoice was changed meanwhile")
  }
}

/** An amount in whole units of its currency, as a provider moves it. Throws INVALID_DATA where it is finer. */
export function requireAmount(amount: Decimal, currency: string): Decimal {
  const checked = checkAmount(amount, currency)
  if (!checked.ok) {
    throw invalidFields("The invoice was not changed", [{ field: "amount", reason: checked.reason }])
  }
  return checked.amount
}

/** Tells the time lines of the invoice's subscriptions, if it has any. */
export async function tellSubscription(
  trx: Database,
  { invoice, type, data }: { invoice: InvoiceRecord; type: string; data: Record<string, unknown> },
  { as_of, actor }: InvoiceActionContext,
): Promise<void> {
  const told = { number: invoice.number, currency_code: invoice.currency_code, ...data }
  await addTimelineEntries(
    trx,
    (await subscriptionsBilledOn(trx, invoice)).map((subscription_id) => ({
      subscription_id,
      type,
      as_of,
      actor,
      data: told,
    })),
  )
}
