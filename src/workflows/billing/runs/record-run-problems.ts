import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { oneLine } from "../../../rules/text"
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
  const said = problems.map(({ id, reason }) => `Subscription ${id} could not be billed: ${reason}`)
  const last = said.at(-1)
  if (last !== undefined) {
    await recordRunError(knex, runId, last)
  }
  const logger = container.resolve(ContainerRegistrationKeys.LOGGER)
  said.forEach((problem) => logger.error(`Billing run ${runId}: ${oneLine(problem)}`))
}
