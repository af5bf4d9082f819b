import { MedusaError } from "@medusajs/framework/utils"
import type { ProvisioningModuleService, ShownRow } from "../../../modules/provisioning"
import { recordStaffEnd } from "../delivery/record-end"
import { configurationOf } from "../products/configuration-of"
import type { Settling } from "./settle-services"

export interface DoneByHand {
  id: string
  /** What the customer is shown; left out: as it is. */
  shown?: ShownRow[] | undefined
  /** How it was done. */
  note?: string | undefined
  /** The try that was read of; left out: the last one. */
  attempt?: number | undefined
}

/**
 * A person has done what a call asked for: one that waits for staff, or one that was given up. What no provider has created cannot
 * be said to be: it would not be found again.
 */
export async function finishByHand(
  module: ProvisioningModuleService,
  { id, shown, note, attempt }: DoneByHand,
  settling: Settling,
): Promise<void> {
  const [service] = await module.listServices({ id })
  if (!service) {
    throw new MedusaError(MedusaError.Types.NOT_FOUND, `Service with id: ${id} was not found`)
  }
  const [call] = await module.listCalls({ service_id: id, status: ["awaiting_staff", "failed"] })
  const isGivenUp = call?.status === "failed"
  if (isGivenUp && call.action !== "create" && !note) {
    throw new MedusaError(MedusaError.Types.INVALID_DATA, "note: say how it was done")
  }
  if (call && attempt !== undefined && call.attempts !== attempt) {
    throw new MedusaError(MedusaError.Types.NOT_ALLOWED, "It was asked for anew since: see what is to be done now")
  }
  const row = call && { ...call, ended_at: null, next_try_at: null, request: null }
  const isMade = call?.action === "create" || call?.action === "change_package"
  const configuration = isMade ? await configurationOf(module, service) : service.configuration
  const done =
    row !== undefined &&
    !(isGivenUp && call?.action === "create") &&
    (await recordStaffEnd(module.db.knex, row, { answer: shown ? { shown } : {}, configuration, note }, settling))
  if (!done) {
    throw new MedusaError(MedusaError.Types.NOT_ALLOWED, "The service does not wait for staff")
  }
}
