import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import {
  claimCalls,
  findServiceOfCall,
  PROVISIONING_MODULE,
  recordRequest,
  releaseCall,
  type CallRow,
  type ProvisioningModuleService,
  type ServiceRow,
} from "../../../modules/provisioning"
import { toProvisioningError } from "../../../provisioning-providers"
import type { CivilDate } from "../../../rules/calendar"
import { maskSecrets, secretsIn } from "../../../rules/provisioning"
import { toError } from "../../errors/to-error"
import { saleHolds } from "../../ports/sale-holds"
import { followOrders } from "../services/follow-orders"
import { callProvider, type CallEnd } from "./call-provider"
import { inTurn } from "./in-turn"
import { Places } from "./places"
import { prepareCall, type CallOfService, type PreparedCall } from "./prepare-call"
import { recordEnd, type EndedCall, type ToldService } from "./record-end"

/** More than a call takes with its questions: after it, another worker takes a call over. */
const LEASE_OF_TIMEOUTS = 2
const LEASE_EXTRA_SECONDS = 30
/** For each call that is asked, so many more are written down meanwhile. */
const BESIDE = 0.5
/** In one go; the next tick goes on. A provider that hangs is not to keep what was sold from being followed. */
const MOST_CALLS = 20_000
const MOST_SECONDS = 45

/**
 * Delivers what waits: any number of processes share the work, and each has so many calls under way at once. What happens to one
 * service stops no other. None is begun after so many seconds. Returns how many calls were made.
 */
export async function deliverCalls(
  container: MedusaContainer,
  asOf: CivilDate,
  { mostSeconds = MOST_SECONDS }: { mostSeconds?: number } = {},
): Promise<number> {
  const begun = performance.now()
  const isTimeOver = () => performance.now() - begun > mostSeconds * 1000
  const module = container.resolve<ProvisioningModuleService>(PROVISIONING_MODULE)
  const { concurrency, timeoutSeconds } = module.room.options
  const places = new Places(concurrency)
  const seconds = timeoutSeconds * LEASE_OF_TIMEOUTS + LEASE_EXTRA_SECONDS
  let made = 0
  let isEmpty = false
  const queue: CallRow[] = []
  let claiming: Promise<void> | null = null
  const claim = async () => {
    const claimed = await claimCalls(module.db.knex, { limit: concurrency, seconds })
    isEmpty = claimed.length === 0
    queue.push(...claimed)
  }
  const next = async (): Promise<CallRow | null> => {
    while (!queue.length) {
      if (isEmpty || made >= MOST_CALLS || isTimeOver()) {
        return null
      }
      claiming ??= claim().finally(() => {
        claiming = null
      })
      await claiming
    }
    return queue.shift() ?? null
  }
  const work = async () => {
    for (let row = await next(); row; row = await next()) {
      made += 1
      await deliverSafely(container, row, { asOf, places, isTimeOver })
      isEmpty = false
    }
  }
  await Promise.all(Array.from({ length: concurrency + Math.ceil(concurrency * BESIDE) }, work))
  return made
}

/** The same, for whoever may ask while it is done in this process: what the option `concurrency` allows is never exceeded. */
export const deliverInTurn = inTurn((container: MedusaContainer, asOf: CivilDate) => deliverCalls(container, asOf))

interface Delivery {
  asOf: CivilDate
  /** As many as may be asked at once. */
  places: Places
  isTimeOver: () => boolean
}

/**
 * An error of our own leaves the call claimed: its lease ends, and it is asked about before it is made again. How a call ended is
 * written down after its place is given up, so that the next one is asked meanwhile.
 */
async function deliverSafely(container: MedusaContainer, row: CallRow, delivery: Delivery): Promise<void> {
  const module = container.resolve<ProvisioningModuleService>(PROVISIONING_MODULE)
  try {
    const ended = await delivery.places.at(() => askInTime(container, row, delivery))
    if (ended) {
      await writeEnd(module, ended, delivery.asOf)
    }
  } catch (error) {
    container
      .resolve(ContainerRegistrationKeys.LOGGER)
      .error(`Provisioning: call ${row.id} of service ${row.service_id} could not be recorded`, toError(error))
  }
}

/** How a call ended; null: it is not made now. */
async function askInTime(
  container: MedusaContainer,
  row: CallRow,
  { asOf, isTimeOver }: Delivery,
): Promise<EndedCall | null> {
  const module = container.resolve<ProvisioningModuleService>(PROVISIONING_MODULE)
  if (isTimeOver()) {
    await releaseCall(module.db.knex, row, new Date())
    return null
  }
  const service = await findServiceOfCall(module.db.knex, row)
  if (row.action === "create" && service && (await isKeptBack(container, { row, service }, asOf))) {
    return null
  }
  return ask(module, { row, service })
}

/**
 * Whether a service is not to be made now, as its sale is on hold: asked at the last moment, because what was said of the hold may
 * have been lost with a process.
 */
async function isKeptBack(
  container: MedusaContainer,
  { row, service: { order_id } }: { row: CallRow; service: ServiceRow },
  asOf: CivilDate,
): Promise<boolean> {
  if (!(await saleHolds.get()(container, [order_id])).has(order_id)) {
    return false
  }
  await releaseCall(container.resolve<ProvisioningModuleService>(PROVISIONING_MODULE).db.knex, row)
  await followOrders(container, [order_id], asOf)
  return true
}

async function ask(module: ProvisioningModuleService, { row, service }: CallOfService): Promise<EndedCall | null> {
  const begun = performance.now()
  let prepared: PreparedCall | null = null
  let end: CallEnd
  try {
    prepared = await prepareCall(module, { row, service })
    if (prepared.restsUntil) {
      await releaseCall(module.db.knex, row, prepared.restsUntil)
      return null
    }
    await recordRequest(module.db.knex, row, requestToKeep(prepared))
    end = await callProvider(prepared.provider, prepared.call, module.room.options)
  } catch (error) {
    const { kind, message, retryAfter } = toProvisioningError(error)
    end = { outcome: kind === "unknown" ? "temporary" : kind, reason: message, retryAfter, answer: null }
  }
  const milliseconds = Math.ceil(performance.now() - begun)
  return { row, end, told: prepared && toldOf(prepared), secrets: secretsOf(prepared), milliseconds }
}

async function writeEnd(module: ProvisioningModuleService, ended: EndedCall, asOf: CivilDate): Promise<void> {
  const settling = { asOf, actor: "system" as const }
  await recordEnd(module.db.knex, ended, settling).catch((error: unknown) =>
    recordEnd(module.db.knex, { ...ended, end: notRecorded(error) }, settling),
  )
}

/** What the provider has answered cannot be kept: an admin is told, and the call is not asked about for ever. */
const notRecorded = (error: unknown): CallEnd => ({
  outcome: "unknown",
  reason: `The answer could not be recorded: ${toError(error).message}`,
  retryAfter: null,
  answer: null,
})

const toldOf = ({ call: { request }, service, reason }: PreparedCall): ToldService => ({
  suspendedFor: reason,
  configuration: request.configuration,
  expiresOn: request.service.expires_on,
  packageKey: service.wanted_package_key,
})

const secretsOf = (prepared: PreparedCall | null): string[] => secretsIn(prepared?.call.request.server?.credentials)

function requestToKeep(prepared: PreparedCall): unknown {
  const { key, service, configuration, options, server, data } = prepared.call.request
  return maskSecrets(
    { key, service, configuration, options, server: server && { id: server.id, name: server.name }, data },
    secretsOf(prepared),
  )
}
