import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, generateEntityId } from "@medusajs/framework/utils"
import { hostname } from "node:os"
import {
  BILLING_MODULE,
  type BillingModuleService,
  completeRun,
  enterRun,
  extendClaims,
} from "../../../modules/billing"
import { toError } from "../../errors/to-error"
import type { BatchInput } from "../renewals/batch-input"
import { collectAllRenewals } from "../charges/collect-all-renewals"
import { dispatchOutbox } from "../../events/dispatch-outbox"
import { issueAllRenewals } from "../renewals/issue-all-renewals"

/**
 * Works on a billing run until nothing is left for this worker: first every renewal is issued, then every one is
 * collected. Any number of workers in any number of processes may run at once; another worker takes over from one that
 * crashes. Returns true for the worker that completed the run.
 */
export async function processRun(container: MedusaContainer, runId: string): Promise<boolean> {
  const billing = container.resolve<BillingModuleService>(BILLING_MODULE)
  const run = await enterRun(billing.db.knex, runId)
  if (!run) {
    return false
  }
  const batch: BatchInput = { run_id: run.id, as_of: run.as_of, worker: newWorker() }
  const stopRenewingClaims = renewClaims(billing, batch.worker)
  try {
    // What was issued is collected, whatever keeps the rest from being issued.
    const [issuing] = await Promise.allSettled([issueAllRenewals(container, batch)])
    await collectAllRenewals(container, batch)
    if (issuing.status === "rejected") {
      throw issuing.reason
    }
    const completed = await completeRun(billing.db.knex, run)
    await dispatchOutbox(container)
    return completed
  } finally {
    stopRenewingClaims()
  }
}

/** Readable in the run's shares: which machine, which process. The rest makes it unique to this loop. */
function newWorker(): string {
  return `${hostname()}:${process.pid}:${generateEntityId().slice(-6)}`
}

/**
 * Extends the worker's claims every third of the lease, so that they survive a slow payment provider. Returns a stop
 * function.
 */
function renewClaims(billing: BillingModuleService, worker: string): () => void {
  const {
    db: { knex },
    options,
  } = billing
  const timer = setInterval(
    () => {
      // The next extension makes up for a failed one; if all fail, the lease runs out as intended.
      extendClaims(knex, worker, options.claimSeconds).catch(() => undefined)
    },
    (options.claimSeconds * 1000) / 3,
  )
  return () => clearInterval(timer)
}

/** Processes a run and logs its failure. The run stays open, and the next tick resumes it. */
export async function processRunSafely(container: MedusaContainer, runId: string): Promise<void> {
  try {
    await processRun(container, runId)
  } catch (error) {
    const logger = container.resolve(ContainerRegistrationKeys.LOGGER)
    logger.error(`Billing run ${runId} was interrupted and will go on with the next tick`, toError(error))
  }
}
