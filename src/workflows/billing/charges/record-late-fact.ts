import { Modules } from "@medusajs/framework/utils"
import {
  createStep,
  createWorkflow,
  StepResponse,
  transform,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import type { LateFact } from "../../../collectors"
import {
  BILLING_MODULE,
  type BillingModuleService,
  findPaymentOfReference,
  stateOfReturn,
} from "../../../modules/billing"
import { inTransaction } from "../../../modules/core"
import { paymentReturnOf, returnTransactions, type PaymentReturnFacts } from "../../../rules/billing"
import type { CivilDate } from "../../../rules/calendar"
import { readStandingSettings } from "../dunning/read-dunning-settings"
import { writeLateFact } from "./write-late-fact"

export interface RecordLateFactInput {
  /** Of the payment provider, `pp_…`. */
  provider_id: string
  fact: LateFact
  as_of: CivilDate
}

const findReturnedPaymentStep = createStep(
  "billing-find-returned-payment",
  async ({ provider_id, fact, as_of }: RecordLateFactInput, { container }) => {
    const { knex } = container.resolve<BillingModuleService>(BILLING_MODULE).db
    const payment = await findPaymentOfReference(knex, {
      providerId: provider_id,
      reference: fact.payment,
      of: fact.reference,
    })
    return new StepResponse(payment ? paymentReturnOf(payment, fact, as_of) : null)
  },
)

/** One transaction; a second run finds the return and writes nothing, so there is no compensation. */
const writeLateFactStep = createStep(
  "billing-write-late-fact",
  async ({ found, as_of }: { found: PaymentReturnFacts | null; as_of: CivilDate }, { container }) => {
    if (!found) {
      return new StepResponse(false)
    }
    const { knex } = container.resolve<BillingModuleService>(BILLING_MODULE).db
    const settings = await readStandingSettings(container)
    return new StepResponse(await inTransaction(knex, (trx) => writeLateFact(trx, { found, settings, asOf: as_of })))
  },
)

/**
 * Writes a return into the order's books, under ids of its own, so that the order asks for the money again. By what is
 * recorded, not by the message: the same one again finishes what a crash has left.
 */
const addReturnTransactionsStep = createStep(
  "billing-add-return-transactions",
  async ({ found }: { found: PaymentReturnFacts | null; isNews: boolean }, { container }) => {
    const { knex } = container.resolve<BillingModuleService>(BILLING_MODULE).db
    const state = found && (await stateOfReturn(knex, found.id))
    if (!found || !state) {
      return new StepResponse(null)
    }
    const orderModule = container.resolve(Modules.ORDER)
    const known = new Set((await orderModule.listOrderTransactions({ order_id: found.order_id })).map(({ id }) => id))
    const missing = returnTransactions(found, state).filter(({ id }) => !known.has(id))
    if (missing.length) {
      await orderModule.addOrderTransactions(missing)
    }
    return new StepResponse(missing.map(({ id }) => id))
  },
)

/**
 * Records that a payment failed after it was settled: the bank returned it, or the payer disputes it. Its invoice is open
 * again, its renewal owes, and the subscription is past due, once, however often and in whatever order the provider says so.
 * A dispute that was won pays it again. Answers whether it was news; of a payment that is not this store's, false.
 */
export const recordLateFactWorkflow = createWorkflow("billing-record-late-fact", (input: RecordLateFactInput) => {
  const found = findReturnedPaymentStep(input)
  const isNews = writeLateFactStep(transform({ input, found }, ({ input, found }) => ({ found, as_of: input.as_of })))
  addReturnTransactionsStep({ found, isNews })
  return new WorkflowResponse(isNews)
})
