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
  claimSubscriptionsNow,
  releaseClaims,
} from "../../../modules/billing"
import type { BatchInput } from "./batch-input"
import { issueClaimed } from "./issue-claimed"

export interface IssueNowInput {
  ids: string[]
  batch: BatchInput
}

const claimSubscriptionsNowStep = createStep(
  "billing-claim-subscriptions-now",
  async ({ ids, batch }: IssueNowInput, { container }) => {
    const {
      db: { knex },
      options: { claimSeconds: seconds },
    } = container.resolve<BillingModuleService>(BILLING_MODULE)
    const claim = { ids, worker: batch.worker, asOf: batch.as_of, seconds }
    const claimed = await claimSubscriptionsNow(knex, claim)
    return new StepResponse(claimed, { worker: batch.worker, ids: claimed })
  },
  async (held, { container }) => {
    if (held?.ids.length) {
      await releaseClaims(container.resolve<BillingModuleService>(BILLING_MODULE).db.knex, "billing_subscription", held)
    }
  },
)

/**
 * Issues what is due of some subscriptions at once, outside of a run: what a run would do, under the same claims and ids.
 * Returns the renewals that are charged by themselves; what a worker has claimed is left to it.
 */
export const issueNowWorkflow = createWorkflow("billing-issue-now", (input: IssueNowInput) => {
  const ids = claimSubscriptionsNowStep(input)
  const batch = transform(input, ({ batch }) => batch)
  const { drafts } = issueClaimed(ids, batch)
  return new WorkflowResponse(
    transform(drafts, (drafts) =>
      drafts.flatMap(({ renewal_id, collect_on }) => (collect_on === null ? [] : [renewal_id])),
    ),
  )
})
