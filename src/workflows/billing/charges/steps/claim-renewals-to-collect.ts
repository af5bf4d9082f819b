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
    return new StepResponse(await loadCollectibleRenewals(knex, ids), { worker: input.worker, ids })
  },
  async (held, { container }) => {
    if (held?.ids.length) {
      const { knex } = container.resolve<BillingModuleService>(BILLING_MODULE).db
      await releaseClaims(knex, "billing_renewal", held)
    }
  },
)
