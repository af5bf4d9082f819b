import type { MedusaContainer } from "@medusajs/framework/types"
import { advanceSweep, CORE_MODULE, type CoreModuleService, sweepPosition } from "../../../modules/core"
import { customersAfter } from "../../../modules/customers"
import { logFailure } from "../../errors/log-failure"
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
      await adopt(container, withoutProfile, editing)
    }
    await advanceSweep(core, SWEEP, last)
  }
}

/**
 * All at once; where that fails, one by one, and one that cannot get a profile is logged and holds up no other. Where none of them
 * can, the trouble is not theirs: the next sweep tries again.
 */
async function adopt(container: MedusaContainer, ids: string[], editing: Editing): Promise<void> {
  try {
    await adoptCustomersWorkflow(container).run({ input: { customer_ids: ids, editing } })
  } catch (error) {
    let adopted = 0
    for (const id of ids) {
      const alone = () => adoptCustomersWorkflow(container).run({ input: { customer_ids: [id], editing } })
      adopted += (await logFailure(container, `customers: customer ${id} could not get a profile`, alone)) ? 1 : 0
    }
    if (!adopted) {
      throw error
    }
  }
}
