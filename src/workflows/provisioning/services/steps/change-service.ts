import { MedusaError, Modules } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import type { ChangeService } from "../../../../contracts/provisioning/services"
import { addTimeline, inTransaction, type Actor, type Database } from "../../../../modules/core"
import {
  changeService,
  findServer,
  leaveServer,
  lockServices,
  PROVISIONING_MODULE,
  retryCall,
  type LockedService,
  type ProvisioningModuleService,
} from "../../../../modules/provisioning"
import type { CivilDate } from "../../../../rules/calendar"
import { deliverAnew } from "../deliver-anew"
import { finishByHand } from "../finish-by-hand"
import { settleServices } from "../settle-services"
import { DELIVERY_REQUESTED } from "../provisioning-orders"

export interface ChangeServiceInput {
  id: string
  change: ChangeService
  as_of: CivilDate
  actor: Actor
}

const refused = (reason: string): MedusaError => new MedusaError(MedusaError.Types.NOT_ALLOWED, reason)

/** One transaction, so the step needs no compensation. */
export const changeServiceStep = createStep(
  "provisioning-change-service",
  async ({ id, change, as_of, actor }: ChangeServiceInput, { container }) => {
    const module = container.resolve<ProvisioningModuleService>(PROVISIONING_MODULE)
    const { knex } = module.db
    const settling = { asOf: as_of, actor }
    if (change.action === "done") {
      await finishByHand(module, { ...change, id }, settling)
    } else if (change.action === "deliver_anew") {
      await deliverAnew(container, { id, note: change.note }, settling)
    } else {
      await inTransaction(knex, async (trx) => {
        const [service] = await lockServices(trx, { ids: [id] })
        if (!service) {
          throw notFound(id)
        }
        await write(trx, service, { change, actor }).catch((error: unknown) => {
          throw isTaken(error) ? refused("key: another service has taken it over") : error
        })
        const { action, ...data } = change
        const entry = { room: "provisioning", subject: "service", subject_id: id, type: `admin_${action}` }
        await addTimeline(trx, [{ ...entry, as_of, actor, data }])
        await settleServices(trx, { ids: [id] }, settling)
      })
    }
    await container.resolve(Modules.EVENT_BUS).emit({ name: DELIVERY_REQUESTED, data: { service_id: id } })
    return new StepResponse(id)
  },
)

const notFound = (id: string): MedusaError =>
  new MedusaError(MedusaError.Types.NOT_FOUND, `Service with id: ${id} was not found`)

type Writing = { change: Exclude<ChangeService, { action: "done" | "deliver_anew" }>; actor: Actor }

async function write(trx: Database, service: LockedService, { change, actor }: Writing): Promise<void> {
  if (service.remote === "terminated" && change.action !== "never_suspend") {
    throw refused("The service is terminated: nothing is done with it any more")
  }
  switch (change.action) {
    case "deliver":
      return deliverAgain(trx, service, actor)
    case "suspend":
      return changeService(trx, service.id, { hold: change.reason, hold_note: change.note })
    case "resume":
      if (!service.hold) {
        throw refused("The service is not held: what it owes, or its subscription, is why it is suspended")
      }
      return changeService(trx, service.id, { hold: null, hold_note: null })
    case "terminate":
      return changeService(trx, service.id, { is_ended: true })
    case "adopt":
      return adopt(trx, service, { ...change, actor })
    case "never_suspend":
      return changeService(trx, service.id, { never_suspend: change.never_suspend })
  }
}

const TAKEN = "IDX_provisioning_service_adopted_key"
const isTaken = (error: unknown): boolean =>
  typeof error === "object" && error !== null && "constraint" in error && error.constraint === TAKEN

/** From now on its creation takes over what exists. */
async function adopt(
  trx: Database,
  service: LockedService,
  { server_id, key, actor }: { server_id: string; key: string | null; actor: Actor },
): Promise<void> {
  if (service.remote !== "none") {
    throw refused("The service exists already: it takes over nothing else")
  }
  if (service.call_status === "running" || service.call_status === "awaiting_staff") {
    throw refused("The service is being delivered")
  }
  const server = await findServer(trx, server_id)
  if (server?.provider_id !== service.provider_id) {
    throw refused("server_id: the service's provider has no such server")
  }
  await changeService(trx, service.id, { adopted_key: key, server_id, is_wanted: true, problem: null })
  if (service.call_id !== null) {
    await retryCall(trx, service.call_id, actor)
  }
}

async function deliverAgain(trx: Database, service: LockedService, actor: Actor): Promise<void> {
  if (service.call_status === "failed" || service.call_status === "waiting") {
    await leaveServer(trx, service.id)
    await retryCall(trx, service.call_id ?? "", actor)
    await changeService(trx, service.id, { problem: null })
    return
  }
  if (service.call_status === "running") {
    throw refused("The service is being delivered")
  }
  if (service.call_status === "awaiting_staff") {
    throw refused("The service waits for staff: say that it is done")
  }
  if (service.is_wanted || service.remote !== "none") {
    throw refused("There is nothing to deliver")
  }
  await changeService(trx, service.id, { is_wanted: true })
}
