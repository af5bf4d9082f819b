import type { MedusaContainer } from "@medusajs/framework/types"
import { MedusaError } from "@medusajs/framework/utils"
import {
  BILLING_MODULE,
  type BilledSubscription,
  type BillingModuleService,
  type PreparingRenewals,
  begunAmong,
  groupsOfPreparing,
  lockToGroup,
  recordPreparingRenewals,
} from "../../../modules/billing"
import { type Database, inTransaction } from "../../../modules/core"
import {
  leadsOf,
  renewalIds,
  renewalsIn,
  renewalsToBill,
  type Leads,
  type PlannedSubscription,
} from "../../../rules/billing"
import type { BatchInput } from "./batch-input"

/** The cycles without an order, with those that are put together. */
export interface RecordedCycles extends PreparingRenewals {
  leads: Leads
}

type Planned = PlannedSubscription<BilledSubscription>

/**
 * Records the cycles that a batch bills, and which of them share an order. What a crashed worker has put together stays so,
 * and nothing joins it: its order may exist.
 */
export async function recordCycles(
  container: MedusaContainer,
  prepared: Planned[],
  { run_id: runId, together }: BatchInput,
): Promise<RecordedCycles> {
  const { knex } = container.resolve<BillingModuleService>(BILLING_MODULE).db
  if (together) {
    return inTransaction(knex, (trx) => recordTogether(trx, prepared, runId))
  }
  const waiting = await recordPreparingRenewals(knex, renewalsToBill(prepared, runId))
  return { ...waiting, leads: await storedLeads(knex, waiting, waiting.left) }
}

async function recordTogether(trx: Database, prepared: Planned[], runId: string): Promise<RecordedCycles> {
  // Whoever comes second finds what the first has recorded.
  await lockToGroup(
    trx,
    prepared.map(({ subscription }) => subscription.id),
  )
  const all = renewalsIn(prepared).map((one) => ({
    ...one,
    id: renewalIds(one.subscription.id, one.decision.cycle).renewal,
  }))
  const begun = await begunAmong(
    trx,
    all.map(({ id }) => id),
  )
  const leads = leadsOf(all.filter(({ id }) => !begun.has(id)))
  const waiting = await recordPreparingRenewals(trx, renewalsToBill(prepared, runId, leads))
  return { ...waiting, leads: await storedLeads(trx, waiting, [...waiting.fresh, ...waiting.left]) }
}

/** As they are recorded. Throws where another worker has a part of a group, which it finishes. */
async function storedLeads(knex: Database, { fresh, left }: PreparingRenewals, asked: string[]): Promise<Leads> {
  const groups = await groupsOfPreparing(knex, asked)
  const own = new Set([...fresh, ...left])
  const missing = groups.find(({ id }) => !own.has(id))
  if (missing) {
    throw new MedusaError(
      MedusaError.Types.UNEXPECTED_STATE,
      `Renewal ${missing.id}, which is on the invoice of ${missing.lead_id}, is billed by another worker`,
    )
  }
  return Object.fromEntries(groups.map(({ id, lead_id }) => [id, lead_id]))
}
