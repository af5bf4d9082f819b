import type { MedusaContainer } from "@medusajs/framework/types"
import { MedusaError } from "@medusajs/framework/utils"
import type { CallDetailAnswer, ServiceDetailAnswer } from "../../../../contracts/provisioning/services"
import { timelineOf } from "../../../../modules/core"
import {
  callsOfService,
  findServer,
  findService,
  isCustomerNeverSuspended,
  PROVISIONING_MODULE,
  type AttemptRow,
  type CallRow,
  type ProvisioningModuleService,
} from "../../../../modules/provisioning"
import { waitOf } from "../../../../workflows/provisioning/services/wait-of"
import { canSignOn } from "../../../../workflows/provisioning/services/sign-on"
import { presentCall, presentService } from "./present-service"

/** A service with its calls and its time line. */
export async function serviceDetail(container: MedusaContainer, id: string): Promise<ServiceDetailAnswer> {
  const { db, room } = container.resolve<ProvisioningModuleService>(PROVISIONING_MODULE)
  const { knex } = db
  const service = await findService(knex, id)
  if (!service) {
    throw new MedusaError(MedusaError.Types.NOT_FOUND, `Service with id: ${id} was not found`)
  }
  const { calls, attempts } = await callsOfService(knex, id)
  const events = await timelineOf(knex, { subject: "service", id })
  const server = service.server_id === null ? null : await findServer(knex, service.server_id)
  const { customer_id } = service
  const customer_never_suspend = customer_id !== null && (await isCustomerNeverSuspended(knex, customer_id))
  return {
    ...presentService(service),
    shown: service.shown,
    can_sign_on: canSignOn(room, service),
    adopted_key: service.adopted_key,
    server_name: server?.name ?? null,
    customer_never_suspend,
    waits_for: waitOf({ ...service, customer_never_suspend }, calls),
    instructions: instructionsOf(calls),
    can_deliver_anew: service.remote === "terminated" && service.is_ended,
    replaced_by: otherServiceIn(events, "admin_deliver_anew"),
    replaces: otherServiceIn(events, "made_anew"),
    calls: calls.map((call) => presentCallDetail(call, attempts)),
    events: events.map(({ created_at, ...event }) => ({ ...event, created_at: created_at.toISOString() })),
  }
}

/** What a provider says to staff of what is to be done now. */
function instructionsOf([call]: readonly CallRow[]): string | null {
  const { configuration } = (call?.request ?? {}) as { configuration?: { instructions?: unknown } }
  const text = call?.status === "awaiting_staff" ? configuration?.instructions : null
  return typeof text === "string" && text ? text : null
}

/** The service that an event names beside its own. */
function otherServiceIn(
  events: readonly { type: string; data: Record<string, unknown> }[],
  type: string,
): string | null {
  const id = events.find((event) => event.type === type)?.data.service_id
  return typeof id === "string" ? id : null
}

const presentCallDetail = (call: CallRow, attempts: readonly AttemptRow[]): CallDetailAnswer => ({
  ...presentCall(call),
  request: call.request,
  tries: attempts
    .filter(({ call_id }) => call_id === call.id)
    .map(({ number, outcome, reason, answer, milliseconds, created_at }) => ({
      ...{ number, outcome, reason, answer, milliseconds },
      created_at: created_at.toISOString(),
    })),
})
