import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { BILLING_MODULE, type BillingModuleService, isDunningDue, lockDueForDunning } from "../../../modules/billing"
import { type Database, inTransaction } from "../../../modules/core"
import type { StandingSettings } from "../../../rules/billing"
import { largerBatch, smallerBatch } from "../../../rules/billing/runs/batch-size"
import type { CivilDate } from "../../../rules/calendar"
import { reasonOf } from "../../errors/log-failure"
import { toError } from "../../errors/to-error"
import { lookAgain } from "./look-again"
import { readStandingSettings } from "./read-dunning-settings"

/** Subscriptions in one transaction: some milliseconds, and no provider is asked in it. */
const BATCH = 250

/** One subscription may fail for its own reasons. After this many in one tick, dunning itself fails. */
const MOST_FAILED = 100

/**
 * Does what is due about subscriptions that owe, in batches: past due, suspended, terminated. Any number of processes share
 * the work; a batch is one transaction, so that a killed one leaves nothing half-done. One that fails is logged, and holds up
 * no other: batches get smaller until it is alone, and the next tick tries it again. Returns how many it looked at.
 */
export async function dunSubscriptions(container: MedusaContainer, asOf: CivilDate): Promise<number> {
  const { knex } = container.resolve<BillingModuleService>(BILLING_MODULE).db
  if (!(await isDunningDue(knex, asOf))) {
    return 0
  }
  const settings = await readStandingSettings(container)
  const failed: string[] = []
  let looked = 0
  let limit = BATCH
  for (;;) {
    const batch = await lookAtBatch(knex, { limit, except: failed, settings, asOf })
    if (!batch.error) {
      looked += batch.ids.length
      if (batch.ids.length < limit) {
        return looked
      }
      limit = largerBatch(limit, BATCH)
      continue
    }
    // An error of no subscription is not one that others have less of.
    if (!batch.ids.length || failed.length >= MOST_FAILED) {
      throw batch.error
    }
    if (batch.ids.length === 1) {
      failed.push(...batch.ids)
      container
        .resolve(ContainerRegistrationKeys.LOGGER)
        .error(`What subscription ${batch.ids[0]} owes could not be looked at: ${reasonOf(batch.error)}`)
    }
    limit = smallerBatch(batch.ids.length)
  }
}

interface BatchToLookAt {
  limit: number
  /** What has failed in this tick. */
  except: string[]
  settings: StandingSettings
  asOf: CivilDate
}

/** The ids of the batch, and the error that has undone it. */
async function lookAtBatch(
  knex: Database,
  { limit, except, settings, asOf }: BatchToLookAt,
): Promise<{ ids: string[]; error: Error | null }> {
  let ids: string[] = []
  try {
    await inTransaction(knex, async (trx) => {
      const rows = await lockDueForDunning(trx, { asOf, limit, except })
      ids = rows.map(({ id }) => id)
      await lookAgain(trx, { rows, settings, asOf })
    })
    return { ids, error: null }
  } catch (error) {
    return { ids, error: toError(error) }
  }
}
