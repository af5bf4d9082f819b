import type { MedusaContainer } from "@medusajs/framework/types"
import { advanceSweep, CORE_MODULE, type CoreModuleService, sweepPosition } from "../../../modules/core"
import { customersAfter } from "../../../modules/customers"
import { adoptCustomersWorkflow } from "./adopt-customers"
import { customersDatabase, type Editing } from "./editing"

const SWEEP = "customers-without-profile"
const PAGE = 500
/** Customers that are younger may still be written by a transaction that has not ended. */
const YOUNGEST_MS = 10 * 60 * 1000

/**
 * Gives the next customers a profile whose event was lost, or who were there before the plugin. It goes on where the
 * last sweep ended.
 */
export async function sweepCustomers(container: MedusaContainer, editing: Editing, now: Date): Promise<void> {
  const core = container.resolve<CoreModuleService>(CORE_MODULE).db.knex
  for (;;) {
    const after = (await sweepPosition(core, SWEEP)) ?? ""
    const until = new Date(now.getTime() - YOUNGEST_MS)
    const { last, withoutProfile } = await customersAfter(customersDatabase(container), { after, until, limit: PAGE })
    if (last === null) {
      return
    }
    if (withoutProfile.length) {
      await adoptCustomersWorkflow(container).run({ input: { customer_ids: withoutProfile, editing } })
    }
    await advanceSweep(core, SWEEP, last)
  }
}
