import { generateEntityId } from "@medusajs/framework/utils"
import {
  createStep,
  createWorkflow,
  StepResponse,
  transform,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import {
  BILLING_MODULE,
  type BillingModuleService,
  claimToCollectNow,
  loadCollectibleRenewals,
  releaseClaims,
} from "../../../modules/billing"
import type { CivilDate } from "../../../rules/calendar"
import type { Collecting } from "../renewals/batch-input"
import { collectClaimed } from "./collect-claimed"

export interface CollectNowInput {
  renewal_ids: string[]
  as_of: CivilDate
}

interface ClaimedNow {
  worker: string
  ids: string[]
}

const claimToCollectNowStep = createStep(
  "billing-claim-to-collect-now",
  async ({ renewal_ids, as_of }: CollectNowInput, { container }) => {
    const {
      db: { knex },
      options,
    } = container.resolve<BillingModuleService>(BILLING_MODULE)
    const worker = `now:${generateEntityId()}`
    const ids = await claimToCollectNow(knex, { ids: renewal_ids, asOf: as_of, worker, seconds: options.claimSeconds })
    const held: ClaimedNow = { worker, ids }
    return new StepResponse({ worker, ids, renewals: await loadCollectibleRenewals(knex, ids) }, held)
  },
  async (held, { container }) => {
    if (held?.ids.length) {
      const { knex } = container.resolve<BillingModuleService>(BILLING_MODULE).db
      await releaseClaims(knex, "billing_renewal", held)
    }
  },
)

/** Gives back what another process is charging just now. */
const releaseClaimsStep = createStep("billing-release-claims", async (held: ClaimedNow, { container }) => {
  const { knex } = container.resolve<BillingModuleService>(BILLING_MODULE).db
  await releaseClaims(knex, "billing_renewal", held)
  return new StepResponse(held.ids.length)
})

/**
 * Charges some renewals at once, outside of a run, or asks about their open attempts: what a run would do with them, under
 * the same keys and locks. Answers what came of each; one that a worker has claimed is left to it.
 */
export const collectNowWorkflow = createWorkflow("billing-collect-now", (input: CollectNowInput) => {
  const claimed = claimToCollectNowStep(input)
  const batch = transform({ input, claimed }, ({ input, claimed }): Collecting => ({
    run_id: null,
    as_of: input.as_of,
    worker: claimed.worker,
  }))
  const renewals = transform(claimed, (claimed) => claimed.renewals)
  const charged = collectClaimed(renewals, batch)
  releaseClaimsStep(transform(claimed, ({ worker, ids }) => ({ worker, ids })))
  return new WorkflowResponse(
    transform(charged, (charged) =>
      charged.map(({ renewal, outcome, order }) => ({
        renewal_id: renewal.id,
        status: order.isPaid ? ("paid" as const) : (outcome?.status ?? null),
        reason: outcome?.reason ?? null,
      })),
    ),
  )
})
