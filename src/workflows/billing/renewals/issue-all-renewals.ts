import type { MedusaContainer } from "@medusajs/framework/types"
import {
  BILLING_MODULE,
  type BillingModuleService,
  isRunning,
  leaveToNextRun,
  releaseAllClaims,
} from "../../../modules/billing"
import { largerBatch, smallerBatch } from "../../../rules/billing/runs/batch-size"
import { toError } from "../../errors/to-error"
import { recordRunProblems } from "../runs/record-run-problems"
import type { BatchInput } from "./batch-input"
import { isOneInvoiceADay } from "./is-one-invoice-a-day"
import { issueRenewalsWorkflow } from "./issue-renewals"

/** One subscription may fail for its own reasons. After this many failures in a row, from both ends of what is due, the run itself fails. */
const MOST_IN_A_ROW = 10

/**
 * Issues batch after batch, until nothing is left for this worker or the run is stopped. A subscription that cannot be
 * billed (a currency that is no longer known, a tax provider that refuses its address) does not block the others:
 * batches get smaller until it is alone, the run records the error and continues without it, and the next run retries
 * it.
 */
export async function issueAllRenewals(container: MedusaContainer, batch: BatchInput): Promise<void> {
  const {
    db: { knex },
    options,
  } = container.resolve<BillingModuleService>(BILLING_MODULE)
  const isTogether = await isOneInvoiceADay(container)
  let limit = options.batchSize
  let inARow = 0
  // One customer's subscriptions, where they fail together, are tried one by one.
  let isAlone = false
  let isFromEnd = false
  while (await isRunning(knex, batch.run_id)) {
    try {
      const together = isTogether && !isAlone
      const { result: handled } = await issueRenewalsWorkflow(container).run({
        input: { ...batch, limit, together, isFromEnd },
      })
      if (handled === 0) {
        return
      }
      inARow = 0
      limit = isAlone ? 1 : largerBatch(limit, options.batchSize)
      isAlone = false
    } catch (error) {
      inARow += limit === 1 ? 1 : 0
      if (inARow > MOST_IN_A_ROW) {
        if (isFromEnd) {
          throw error
        }
        isFromEnd = true
        inARow = 0
      }
      const isFirstOfCustomer: boolean = isTogether && limit === 1 && !isAlone
      if (isFirstOfCustomer) {
        await giveBack(container, batch)
      } else if (limit === 1) {
        await leaveBehind(container, batch, toError(error))
      }
      isAlone = isFirstOfCustomer
      limit = smallerBatch(limit)
    }
  }
}

/** What failed together is claimed one by one. */
async function giveBack(container: MedusaContainer, { worker }: BatchInput): Promise<void> {
  const { knex } = container.resolve<BillingModuleService>(BILLING_MODULE).db
  await releaseAllClaims(knex, worker)
}

async function leaveBehind(container: MedusaContainer, { worker, run_id }: BatchInput, error: Error): Promise<void> {
  const { knex } = container.resolve<BillingModuleService>(BILLING_MODULE).db
  const left = await leaveToNextRun(knex, { worker, runId: run_id })
  await recordRunProblems(container, { runId: run_id, problems: left.map((id) => ({ id, reason: error.message })) })
}
