import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import {
  BILLING_MODULE,
  type BillingModuleService,
  claimRenewalsToCollect,
  loadCollectibleRenewals,
  releaseClaims,
} from "../../../../modules/billing"
import type { BatchInput } from "../../renewals/batch-input"
import { claimOf } from "../claim-of-batch"

/** Claims a batch of issued renewals to collect; compensation releases them, unless the caller has claimed them. */
export const claimRenewalsToCollectStep = createStep(
  "billing-claim-renewals-to-collect",
  async (input: BatchInput, { container }) => {
    const {
      db: { knex },
      options,
    } = container.resolve<BillingModuleService>(BILLING_MODULE)
    const ids = input.claimed ?? (await claimRenewalsToCollect(knex, claimOf(input, options)))
    const renewals = await loadCollectibleRenewals(knex, ids)
    // One that is to be collected no more, since a moment ago, is given back at once.
    const gone = ids.filter((id) => !renewals.some((renewal) => renewal.id === id))
    await releaseClaims(knex, "billing_renewal", { worker: input.worker, ids: gone })
    return new StepResponse(renewals, { worker: input.worker, ids: input.claimed ? [] : ids })
  },
  async (held, { container }) => {
    if (held?.ids.length) {
      const { knex } = container.resolve<BillingModuleService>(BILLING_MODULE).db
      await releaseClaims(knex, "billing_renewal", held)
    }
  },
)
