import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { BILLING_MODULE, type BillingModuleService, insertRunProblems, recordRunError } from "../../../modules/billing"

export interface RunProblems {
  runId: string
  /** Ids of subscriptions, each with what keeps it from being billed. */
  problems: { id: string; reason: string }[]
}

/** Has a run name what it could not bill and why. */
export async function recordRunProblems(container: MedusaContainer, { runId, problems }: RunProblems): Promise<void> {
  const { knex } = container.resolve<BillingModuleService>(BILLING_MODULE).db
  await insertRunProblems(knex, runId, problems)
  const logger = container.resolve(ContainerRegistrationKeys.LOGGER)
  for (const { id, reason } of problems) {
    const problem = `Subscription ${id} could not be billed: ${reason}`
    await recordRunError(knex, runId, problem)
    logger.error(`Billing run ${runId}: ${problem}`)
  }
}
