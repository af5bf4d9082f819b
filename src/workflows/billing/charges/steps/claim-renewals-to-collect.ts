import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import {
  BILLING_MODULE,
  type BillingModuleService,
  claimRenewalsToCollect,
  loadCollectibleRenewals,
  releaseClaims,
} from "../../../../modules/billing"
import type { BatchInput } from "../../renewals/batch-input"

/** Batches are small, because each charge waits for the provider and other workers should get a share. */
const CHARGES_AT_ONCE = 4

/** Claims a batch of issued renewals to collect; compensation releases them. */
export const claimRenewalsToCollectStep = createStep(
  "billing-claim-renewals-to-collect",
  async (input: BatchInput, { container }) => {
    const {
      db: { knex },
      options,
    } = container.resolve<BillingModuleService>(BILLING_MODULE)
    const ids = await claimRenewalsToCollect(knex, {
      worker: input.worker,
      runId: input.run_id,
      asOf: input.as_of,
      limit: options.chargeConcurrency * CHARGES_AT_ONCE,
      seconds: options.claimSeconds,
    })
    const renewals = await loadCollectibleRenewals(knex, ids)
    // One that is to be collected no more, since a moment ago, is given back at once.
    const gone = ids.filter((id) => !renewals.some((renewal) => renewal.id === id))
    await releaseClaims(knex, "billing_renewal", { worker: input.worker, ids: gone })
    return new StepResponse(renewals, { worker: input.worker, ids })
  },
  async (held, { container }) => {
    if (held?.ids.length) {
      const { knex } = container.resolve<BillingModuleService>(BILLING_MODULE).db
      await releaseClaims(knex, "billing_renewal", held)
    }
  },
)
