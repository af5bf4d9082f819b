import type { MedusaContainer } from "@medusajs/framework/types"
import { inTransaction, newId, type Database } from "../../../modules/core"
import {
  changeService,
  insertServices,
  lockOrderOfServices,
  lockServices,
  ordersWithServices,
  PROVISIONING_MODULE,
  type LockedService,
  type NewService,
  type ProvisioningModuleService,
  type ServiceChange,
} from "../../../modules/provisioning"
import type { CivilDate } from "../../../rules/calendar"
import { assignUnits } from "../../../rules/provisioning"
import { saleHolds } from "../../ports/sale-holds"
import { soldServices, type SoldUnits } from "../../ports/sold-services"
import { settleServices } from "./settle-services"

/** Orders of which is asked in one go whether they concern the room. */
const LOOKED_AT_TOGETHER = 200

/**
 * Brings the services of these orders in line with what was sold (S6): one for each unit. It looks at how things stand, so a
 * second time, or another process at the same time, changes nothing. Returns how many calls are new.
 */
export async function followOrders(
  container: MedusaContainer,
  orderIds: readonly string[],
  asOf: CivilDate,
): Promise<number> {
  let calls = 0
  for (let from = 0; from < orderIds.length; from += LOOKED_AT_TOGETHER) {
    const concerned = await ordersToDeliver(container, orderIds.slice(from, from + LOOKED_AT_TOGETHER), asOf)
    calls += await followEach(container, concerned, asOf)
  }
  return calls
}

/** Orders with services, and those of which something is sold that is delivered. */
async function ordersToDeliver(
  container: MedusaContainer,
  orderIds: readonly string[],
  asOf: CivilDate,
): Promise<Set<string>> {
  const { knex } = container.resolve<ProvisioningModuleService>(PROVISIONING_MODULE).db
  const port = soldServices.get()
  const concerned = await ordersWithServices(knex, orderIds)
  if (await port.isAnySold(container)) {
    const others = orderIds.filter((id) => !concerned.has(id))
    for (const { orderId, providerId } of others.length ? await port.ofOrders(container, others, asOf) : []) {
      if (providerId !== null) {
        concerned.add(orderId)
      }
    }
  }
  return concerned
}

async function followEach(container: MedusaContainer, orderIds: ReadonlySet<string>, asOf: CivilDate): Promise<number> {
  const { knex } = container.resolve<ProvisioningModuleService>(PROVISIONING_MODULE).db
  const port = soldServices.get()
  let calls = 0
  for (const orderId of orderIds) {
    calls += await oneAtATime(() =>
      inTransaction(knex, async (trx) => {
        await lockOrderOfServices(trx, orderId)
        // Asked under the lock, so that nobody writes what was so before.
        const sold = await port.ofOrders(container, [orderId], asOf)
        const isOnHold = (await saleHolds.get()(container, [orderId])).has(orderId)
        await writeUnits(trx, { orderId, sold, isOnHold })
        return settleServices(trx, { orderId }, { asOf, actor: "system" })
      }),
    )
  }
  return calls
}

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

interface OrderOfUnits {
  orderId: string
  sold: readonly SoldUnits[]
  isOnHold: boolean
}

async function writeUnits(trx: Database, { orderId, sold, isOnHold }: OrderOfUnits): Promise<void> {
  const rows = await lockServices(trx, { orderId })
  const sources = new Set([...sold.map(({ sourceId }) => sourceId), ...rows.map(({ source_id }) => source_id)])
  for (const source of sources) {
    const family = sold.filter(({ sourceId }) => sourceId === source)
    const services = rows.filter(({ source_id }) => source_id === source)
    if (services.length || family.some(({ providerId }) => providerId !== null)) {
      await writeFamily(trx, { family, services, isOnHold })
    }
  }
}

interface Family {
  family: readonly SoldUnits[]
  services: LockedService[]
  isOnHold: boolean
}

async function writeFamily(trx: Database, { family, services, isOnHold }: Family): Promise<void> {
  const byItem = new Map(family.map((units) => [units.itemId, units]))
  const byId = new Map(services.map((service) => [service.id, service]))
  const plan = assignUnits(
    family.map(({ itemId, quantity }) => ({ itemId, quantity })),
    services
      .filter(({ remote }) => remote !== "terminated")
      .map(({ id, unit, item_id }) => ({ id, unit, itemId: item_id })),
    Math.max(0, ...services.map(({ unit }) => unit)),
  )
  for (const { id, itemId } of plan.kept) {
    const units = byItem.get(itemId)
    const service = byId.get(id)
    if (units && service) {
      await changeIfOther(trx, service, { ...changeBy(units), is_on_hold: isOnHold })
    }
  }
  for (const id of plan.surplus) {
    const service = byId.get(id)
    if (service) {
      await changeIfOther(trx, service, { standing: "ended" })
    }
  }
  const added = plan.added.flatMap(({ unit, itemId }) => {
    const units = byItem.get(itemId)
    return units && isAdded(units) ? [{ ...newService(units, unit), is_on_hold: isOnHold }] : []
  })
  await insertServices(trx, added)
}

/** What is over, or was sold before anybody kept count, gets no service any more. */
const isAdded = ({ providerId, isCounted, standing }: SoldUnits): boolean =>
  providerId !== null && isCounted && standing !== "ended" && standing !== "ended_overdue"

const changeBy = (units: SoldUnits): ServiceChange => ({
  item_id: units.itemId,
  subscription_id: units.subscriptionId,
  product_id: units.productId,
  variant_id: units.variantId,
  title: units.title,
  customer_id: units.customerId,
  email: units.email,
  standing: units.standing,
  has_overdue_invoice: units.hasOverdueInvoice,
  paid_until: units.paidUntil,
  wanted_package_key: units.productId,
})

const newService = (units: SoldUnits, unit: number): Omit<NewService, "is_on_hold"> => ({
  id: newId("psvc"),
  source_id: units.sourceId,
  unit,
  item_id: units.itemId,
  order_id: units.orderId,
  subscription_id: units.subscriptionId,
  product_id: units.productId,
  variant_id: units.variantId,
  title: units.title,
  customer_id: units.customerId,
  email: units.email,
  provider_id: units.providerId ?? "",
  is_wanted: units.isAutomatic,
  standing: units.standing,
  has_overdue_invoice: units.hasOverdueInvoice,
  paid_until: units.paidUntil,
  package_key: units.productId,
  wanted_package_key: units.productId,
})

async function changeIfOther(trx: Database, service: LockedService, change: ServiceChange): Promise<void> {
  const isOther = Object.entries(change).some(([column, value]) => service[column as keyof LockedService] !== value)
  if (isOther) {
    await changeService(trx, service.id, change)
  }
}
