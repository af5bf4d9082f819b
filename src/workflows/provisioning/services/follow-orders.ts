import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { inTransaction, type Database } from "../../../modules/core"
import {
  lockOrderOfServices,
  ordersWithServices,
  PROVISIONING_MODULE,
  type ProvisioningModuleService,
} from "../../../modules/provisioning"
import type { CivilDate } from "../../../rules/calendar"
import { toError } from "../../errors/to-error"
import { saleHolds } from "../../ports/sale-holds"
import { soldServices } from "../../ports/sold-services"
import { settleServices } from "./settle-services"
import { writeUnits, type OrderOfUnits } from "./write-units"

/** Orders of which is asked in one go whether they concern the room. */
const LOOKED_AT_TOGETHER = 200

export interface Followed {
  /** How many calls are new. */
  calls: number
  /** Orders that could not be followed, and why. */
  failed: Map<string, Error>
}

/**
 * Brings the services of these orders in line with what was sold (S6): one for each unit. It looks at how things stand, so a
 * second time, or another process at the same time, changes nothing. Returns how many calls are new.
 */
export async function followOrders(
  container: MedusaContainer,
  orderIds: readonly string[],
  asOf: CivilDate,
): Promise<number> {
  const { calls, failed } = await followEachOrder(container, orderIds, asOf)
  for (const error of failed.values()) {
    throw error
  }
  return calls
}

/** The same; an order that cannot be followed stops no other. */
export async function followEachOrder(
  container: MedusaContainer,
  orderIds: readonly string[],
  asOf: CivilDate,
): Promise<Followed> {
  const followed: Followed = { calls: 0, failed: new Map() }
  for (let from = 0; from < orderIds.length; from += LOOKED_AT_TOGETHER) {
    const concerned = await ordersToDeliver(container, orderIds.slice(from, from + LOOKED_AT_TOGETHER), asOf)
    for (const orderId of concerned) {
      try {
        followed.calls += await followOrder(container, orderId, asOf)
      } catch (error) {
        followed.failed.set(orderId, toError(error))
      }
    }
  }
  return followed
}

/** Orders with services, and those of which something is sold that is delivered. */
async function ordersToDeliver(
  container: MedusaContainer,
  orderIds: readonly string[],
  asOf: CivilDate,
): Promise<Set<string>> {
  const { knex } = container.resolve<ProvisioningModuleService>(PROVISIONING_MODULE).db
  const concerned = await ordersWithServices(knex, orderIds)
  if (await soldServices.get().isAnySold(container)) {
    const others = orderIds.filter((id) => !concerned.has(id))
    for (const orderId of others.length ? await deliveredAmong(container, others, asOf) : []) {
      concerned.add(orderId)
    }
  }
  return concerned
}

/** Where one of them cannot be read, each is looked at by itself. */
async function deliveredAmong(
  container: MedusaContainer,
  orderIds: readonly string[],
  asOf: CivilDate,
): Promise<readonly string[]> {
  try {
    const sold = await soldServices.get().ofOrders(container, orderIds, asOf)
    return sold.flatMap(({ orderId, providerId }) => (providerId === null ? [] : orderId))
  } catch (error) {
    const { message } = toError(error)
    container
      .resolve(ContainerRegistrationKeys.LOGGER)
      .warn(`Provisioning: orders are looked at one by one: ${message}`)
    return orderIds
  }
}

const followOrder = (container: MedusaContainer, orderId: string, asOf: CivilDate): Promise<number> =>
  withOrder(container, { orderId, asOf }, async (trx, order) => {
    await writeUnits(trx, order)
    return settleServices(trx, { orderId }, { asOf, actor: "system" })
  })

/** Does work with what was sold of an order, under the lock of its services. */
export const withOrder = <Result>(
  container: MedusaContainer,
  { orderId, asOf }: { orderId: string; asOf: CivilDate },
  work: (trx: Database, order: OrderOfUnits) => Promise<Result>,
): Promise<Result> =>
  oneAtATime(() =>
    inTransaction(container.resolve<ProvisioningModuleService>(PROVISIONING_MODULE).db.knex, async (trx) => {
      await lockOrderOfServices(trx, orderId)
      // Asked under the lock, so that nobody writes what was so before.
      const sold = await soldServices.get().ofOrders(container, [orderId], asOf)
      const isOnHold = (await saleHolds.get()(container, [orderId])).has(orderId)
      return work(trx, { orderId, sold, isOnHold })
    }),
  )

/**
 * One in this process, then the next: what was sold is asked over another connection than the one that holds the lock, and many
 * at once would wait for connections that they hold themselves.
 */
const oneAtATime = serially()

function serially(): <Result>(work: () => Promise<Result>) => Promise<Result> {
  let last: Promise<unknown> = Promise.resolve()
  return (work) => {
    const next = last.then(work, work)
    last = next.catch(() => undefined)
    return next
  }
}
