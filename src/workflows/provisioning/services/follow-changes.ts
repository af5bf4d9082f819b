import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { advanceSweep, askAgainOfOrder, sweepPosition } from "../../../modules/core"
import { PROVISIONING_MODULE, type ProvisioningModuleService } from "../../../modules/provisioning"
import type { CivilDate } from "../../../rules/calendar"
import { soldServices } from "../../ports/sold-services"
import { oneLine } from "../../../rules/text"
import { followEachOrder } from "./follow-orders"

const CURSOR = "provisioning-changes"

/**
 * Follows all that has changed of what was sold since the last look: no event is needed, so none can be lost. The position moves
 * once all of it is followed; a crash before that looks again. An order that cannot be followed is left to the intake of orders,
 * which tries it again, and stops no other. Returns how many calls are new.
 */
export async function followChanges(container: MedusaContainer, asOf: CivilDate): Promise<number> {
  const { knex } = container.resolve<ProvisioningModuleService>(PROVISIONING_MODULE).db
  const { orderIds, until } = await soldServices.get().changedSince(container, await sweepPosition(knex, CURSOR))
  const { calls, failed } = await followEachOrder(container, orderIds, asOf)
  for (const [orderId, { message }] of failed) {
    await askAgainOfOrder(knex, { orderId, room: "provisioning", error: message })
    container
      .resolve(ContainerRegistrationKeys.LOGGER)
      .error(`Provisioning: order ${orderId} could not be followed and will be tried again: ${oneLine(message)}`)
  }
  await advanceSweep(knex, CURSOR, until)
  return calls
}
