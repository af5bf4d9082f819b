import type { MedusaContainer } from "@medusajs/framework/types"
import {
  BILLING_MODULE,
  type BillingModuleService,
  claimRenewalsToCollect,
  isRunning,
  leaveRenewals,
} from "../../../modules/billing"
import { largerBatch, smallerBatch } from "../../../rules/billing/runs/batch-size"
import { toError } from "../../errors/to-error"
import type { BatchInput } from "../renewals/batch-input"
import { recordRunProblems } from "../runs/record-run-problems"
import { claimOf, mostToCollect } from "./claim-of-batch"
import { collectRenewalsWorkflow } from "./collect-renewals"

/** One renewal may fail for its own reasons. After this many failures in a row, from both ends of what is due, the run itself fails. */
const MOST_IN_A_ROW = 10

/**
 * Collects batch after batch, until nothing is left for this worker or the run is stopped. A renewal that cannot be collected
 * (its order is gone, its payment provider is installed no more) does not block the others: batches get smaller until it is
 * alone, the run records the error and continues without it, and the next run retries it.
 */
export async function collectAllRenewals(container: MedusaContainer, batch: BatchInput): Promise<void> {
  const {
    db: { knex },
    options,
  } = container.resolve<BillingModuleService>(BILLING_MODULE)
  const most = mostToCollect(options)
  let limit = most
  let inARow = 0
  let isFromEnd = false
  while (await isRunning(knex, batch.run_id)) {
    const own = { ...batch, limit, isFromEnd }
    // What is tried alone is claimed here: if it fails, it is known which it was.
    const alone = limit === 1 ? await claimRenewalsToCollect(knex, claimOf(own, options)) : null
    if (alone?.length === 0) {
      return
    }
    try {
      const input = alone ? { ...own, claimed: alone } : own
      const { result: claimed } = await collectRenewalsWorkflow(container).run({ input })
      if (!alone && claimed === 0) {
        return
      }
      inARow = 0
      limit = largerBatch(limit, most)
    } catch (error) {
      if (alone) {
        inARow += 1
        await leaveBehind(container, { ...batch, ids: alone }, toError(error))
      }
      if (inARow > MOST_IN_A_ROW) {
        if (isFromEnd) {
          throw error
        }
        isFromEnd = true
        inARow = 0
      }
      limit = smallerBatch(limit)
    }
  }
}

async function leaveBehind(
  container: MedusaContainer,
  { ids, worker, run_id: runId }: BatchInput & { ids: string[] },
  { message: reason }: Error,
): Promise<void> {
  const { knex } = container.resolve<BillingModuleService>(BILLING_MODULE).db
  const left = await leaveRenewals(knex, { ids, worker, runId })
  await recordRunProblems(container, { runId, problems: left.map((id) => ({ id, reason })) })
}
