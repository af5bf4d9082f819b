import type { MedusaContainer } from "@medusajs/framework/types"
import { PROVISIONING_MODULE, sweepServiceHolds, type ProvisioningModuleService } from "../../../modules/provisioning"
import type { CivilDate } from "../../../rules/calendar"
import { dispatchOutbox } from "../../events/dispatch-outbox"
import { rotateCredentials } from "../servers/rotate-credentials"
import { followChanges } from "../services/follow-changes"
import { deliverInTurn } from "./deliver-calls"

/** One tick of the schedule: follows what was sold, and delivers what waits. A few index look-ups when nothing is due. */
export async function provisioningTick(container: MedusaContainer, asOf: CivilDate): Promise<void> {
  await followChanges(container, asOf)
  await rotateCredentials(container)
  await sweepServiceHolds(container.resolve<ProvisioningModuleService>(PROVISIONING_MODULE).db.knex)
  if (await deliverInTurn(container, asOf)) {
    await dispatchOutbox(container)
  }
}
