import type { Claim } from "../../../modules/billing"
import type { BillingOptions } from "../../../options"
import type { BatchInput } from "../renewals/batch-input"

/** Batches are small, because each charge waits for the provider and other workers should get a share. */
const CHARGES_AT_ONCE = 4

/** The most renewals that are collected at once. */
export const mostToCollect = ({ chargeConcurrency }: Pick<BillingOptions, "chargeConcurrency">): number =>
  chargeConcurrency * CHARGES_AT_ONCE

/** What a batch claims of the renewals that are to be collected. */
export const claimOf = (
  { worker, run_id: runId, as_of: asOf, limit, isFromEnd = false }: BatchInput,
  options: Pick<BillingOptions, "chargeConcurrency" | "claimSeconds">,
): Claim => ({ worker, runId, asOf, limit: limit ?? mostToCollect(options), seconds: options.claimSeconds, isFromEnd })
