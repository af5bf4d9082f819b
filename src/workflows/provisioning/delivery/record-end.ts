import { addOutboxEvents, addTimeline, askAgainOfOrder, inTransaction, type Database } from "../../../modules/core"
import {
  changeService,
  closeStaffCall,
  lockServices,
  restServer,
  settleAttempt,
  stopServer,
  type CallRow,
  type LockedService,
  type ServiceChange,
} from "../../../modules/provisioning"
import type { ProvisioningAnswer } from "../../../provisioning-providers"
import {
  afterAttempt,
  type CallAfter,
  maskSecrets,
  maskText,
  remoteAfter,
  suspensionOf,
  type ProvisioningEventName,
  type ServiceAction,
} from "../../../rules/provisioning"
import { entitlementOf, factsOf, settleAfterCall, settleServices, type Settling } from "../services/settle-services"
import type { CallEnd } from "./call-provider"
import { isInDoubt } from "./is-in-doubt"
import { toldBefore, type ToldService } from "./told-service"

export type { ToldService } from "./told-service"

export interface EndedCall {
  row: CallRow
  end: CallEnd
  /** null: it was never made. */
  told: ToldService | null
  /** Masked wherever they stand. */
  secrets: readonly string[]
  milliseconds: number
}

/**
 * Writes how a call ended, what has become of its service, and what is to be done next, in one transaction. A call that another
 * worker has taken over is that worker's.
 */
export async function recordEnd(knex: Database, ended: EndedCall, settling: Settling): Promise<void> {
  const { row, end, secrets, milliseconds } = ended
  const reason = end.reason === null ? null : maskText(end.reason, secrets)
  const after = afterAttempt({ failures: row.failures, isInDoubt: isInDoubt(row) }, end, Math.random())
  await inTransaction(knex, async (trx) => {
    const [service] = await lockServices(trx, { ids: [row.service_id] })
    const answer = maskedAnswer(end.answer, secrets)
    const isOurs = await settleAttempt(trx, row, { after, outcome: end.outcome, reason, answer, milliseconds })
    if (!service || !isOurs) {
      return
    }
    if (end.retryAfter && service.server_id) {
      await restServer(trx, service.server_id, end.retryAfter)
    }
    if (end.stopsServer && service.server_id) {
      await stopServer(trx, service.server_id, reason ?? "")
    }
    if (after.status === "succeeded") {
      await recordSuccess(trx, { service, row, ended: { end, told: toldOf(ended, service) } }, settling)
      return
    }
    await changeService(trx, service.id, { ...toldBy(end.answer), ...heldUpBy(ended, service, after), problem: reason })
    if (after.status === "failed") {
      const data = { id: row.id, service_id: service.id, action: row.action, reason }
      await note(trx, { service, type: "call_failed", data: { action: row.action, reason } }, settling)
      await addOutboxEvents(trx, [{ name: "provisioning.call.failed", data }])
    }
    await settleServices(trx, { ids: [service.id] }, settling)
  })
}

/** Another package that was given up, or that staff is at. */
const heldUpBy = ({ row, told }: EndedCall, service: LockedService, { status }: CallAfter): ServiceChange =>
  row.action === "change_package" && status !== "waiting"
    ? { held_up_package_key: told?.packageKey ?? service.wanted_package_key }
    : {}

export interface StaffEnd {
  answer: ProvisioningAnswer
  configuration: Record<string, unknown>
  /** How it was done; left out: as it was asked for. */
  note?: string | undefined
}

/** A person has done what a call asked for: it worked. False where it waits for nobody. */
export async function recordStaffEnd(
  knex: Database,
  row: CallRow,
  { answer, configuration, note: how }: StaffEnd,
  settling: Settling,
): Promise<boolean> {
  return inTransaction(knex, async (trx) => {
    const [service] = await lockServices(trx, { ids: [row.service_id] })
    if (!service || !(await closeStaffCall(trx, row, settling.actor))) {
      return false
    }
    const end: CallEnd = { outcome: "done", reason: null, retryAfter: null, answer }
    const { paid_until: expiresOn, wanted_package_key: packageKey } = service
    const told = { configuration, expiresOn, packageKey, suspendedFor: null }
    if (how) {
      await note(trx, { service, type: "admin_done", data: { action: row.action, note: how } }, settling)
    }
    await recordSuccess(trx, { service, row, ended: { end, told } }, settling)
    return true
  })
}

interface Success {
  service: LockedService
  row: CallRow
  ended: Pick<EndedCall, "end" | "told">
}

async function recordSuccess(trx: Database, { service, row, ended }: Success, settling: Settling): Promise<void> {
  const wanted = suspensionOf(factsOf(service), entitlementOf(service)) ?? service.suspended_for
  const reason = wanted ?? ended.told?.suspendedFor ?? "overdue"
  const change: ServiceChange = {
    ...toldBy(ended.end.answer),
    ...changeAfter(row.action, service, { reason, told: ended.told, isSuspended: ended.end.isSuspended === true }),
    problem: null,
  }
  const { type, event } = NAMES[row.action]
  const said =
    row.action === "suspend" ? { reason } : row.action === "renew" ? { expires_on: change.expires_on ?? null } : {}
  await note(trx, { service, type, data: said }, settling)
  const { id, order_id, product_id, provider_id } = service
  await addOutboxEvents(trx, [{ name: event, data: { id, order_id, product_id, provider_id, ...said } }])
  await settleAfterCall(trx, { service, change }, settling)
  if (row.action === "terminate" && isSoldOn(service)) {
    const error = `Service ${id} is over, and its sale goes on: its order is looked at again`
    await askAgainOfOrder(trx, { orderId: order_id, room: "provisioning", error })
  }
}

/** Its sale was ended, and goes on again since: what is over now is made anew. */
const isSoldOn = ({ is_ended, standing }: LockedService): boolean =>
  !is_ended && standing !== "ended" && standing !== "ended_overdue"

const NAMES: Record<ServiceAction, { type: string; event: ProvisioningEventName }> = {
  create: { type: "created", event: "provisioning.service.created" },
  suspend: { type: "suspended", event: "provisioning.service.suspended" },
  unsuspend: { type: "resumed", event: "provisioning.service.resumed" },
  renew: { type: "renewed", event: "provisioning.service.renewed" },
  change_package: { type: "changed", event: "provisioning.service.changed" },
  terminate: { type: "terminated", event: "provisioning.service.terminated" },
}

interface Change {
  reason: NonNullable<ServiceChange["suspended_for"]>
  told: ToldService | null
  isSuspended: boolean
}

function changeAfter(
  action: ServiceAction,
  service: LockedService,
  { reason, told, isSuspended }: Change,
): ServiceChange {
  const remote = remoteAfter(action, service.remote)
  const status = remote === "terminated" ? ("terminated" as const) : service.status
  const made = told ? { package_key: told.packageKey, configuration: told.configuration } : {}
  const expires_on = told?.expiresOn ?? null
  switch (action) {
    case "create":
      return { remote: isSuspended ? "suspended" : remote, status, ...made, expires_on, may_exist: true }
    case "change_package":
      return made
    case "renew":
      return { expires_on }
    case "suspend":
      return { remote, status, suspended_for: reason }
    case "unsuspend":
    case "terminate":
      return { remote, status, suspended_for: null }
  }
}

const toldBy = (answer: ProvisioningAnswer | null): ServiceChange => ({
  ...(answer?.data !== undefined && { data: answer.data }),
  ...(answer?.shown !== undefined && { shown: answer.shown }),
})

/** What an earlier try has made is as that one asked for it; what is taken over runs as long as it did. */
function toldOf({ row, end, told: now }: EndedCall, service: LockedService): ToldService | null {
  const told = now && end.isFound ? toldBefore(row.request, { service, now }) : now
  return told && row.action === "create" && service.adopted_key !== null ? { ...told, expiresOn: null } : told
}

/** What the customer is shown may be a key: its labels alone are kept with the call. */
function maskedAnswer(answer: ProvisioningAnswer | null, secrets: readonly string[]): unknown {
  return (
    answer &&
    maskSecrets({ ...answer, ...(answer.shown && { shown: answer.shown.map(({ label }) => label) }) }, secrets)
  )
}

async function note(
  trx: Database,
  { service, type, data }: { service: LockedService; type: string; data: Record<string, unknown> },
  { asOf, actor }: Settling,
): Promise<void> {
  await addTimeline(trx, [
    { room: "provisioning", subject: "service", subject_id: service.id, type, as_of: asOf, actor, data },
  ])
}
