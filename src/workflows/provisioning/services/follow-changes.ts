import type { MedusaContainer } from "@medusajs/framework/types"
import { advanceSweep, sweepPosition } from "../../../modules/core"
import { PROVISIONING_MODULE, type ProvisioningModuleService } from "../../../modules/provisioning"
import type { CivilDate } from "../../../rules/calendar"
import { soldServices } from "../../ports/sold-services"
import { followOrders } from "./follow-orders"

const CURSOR = "provisioning-changes"

/**
 * Follows all that has changed of what was sold since the last look: no event is needed, so none can be lost. The position moves
 * once all of it is followed; a crash before that looks again. Returns how many calls are new.
 */
export async function followChanges(container: MedusaContainer, asOf: CivilDate): Promise<number> {
  const { knex } = container.resolve<ProvisioningModuleService>(PROVISIONING_MODULE).db
  const { orderIds, until } = await soldServices.get().changedSince(container, await sweepPosition(knex, CURSOR))
  const calls = await followOrders(container, orderIds, asOf)
  await advanceSweep(knex, CURSOR, until)
  return calls
}
