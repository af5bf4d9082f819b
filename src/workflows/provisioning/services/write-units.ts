import { newId, type Database } from "../../../modules/core"
import {
  changeService,
  insertServices,
  lockServices,
  retryCall,
  type LockedService,
  type NewService,
  type ServiceChange,
} from "../../../modules/provisioning"
import { assignUnits, lastUnitOf, packageKey } from "../../../rules/provisioning"
import type { SoldUnits } from "../../ports/sold-services"

export interface OrderOfUnits {
  orderId: string
  sold: readonly SoldUnits[]
  isOnHold: boolean
}

/** Writes a service for each unit of an order that was sold; its transaction holds the order's lock. */
export async function writeUnits(trx: Database, { orderId, sold, isOnHold }: OrderOfUnits): Promise<void> {
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
  const left = services.filter((service) => isLeft(service, byItem.get(service.item_id)))
  const plan = assignUnits(
    family.map(({ itemId, quantity }) => ({ itemId, quantity })),
    services
      .filter((service) => (isOver(service) ? service.is_ended : !left.includes(service)))
      .map((service) => ({ id: service.id, unit: service.unit, itemId: service.item_id, isEnded: service.is_ended })),
    lastUnitOf(services),
  )
  for (const { id, itemId } of plan.kept) {
    const units = byItem.get(itemId)
    const service = byId.get(id)
    if (units && service) {
      // What is over keeps what it was, and its place among the units.
      const change = isOver(service)
        ? { item_id: itemId }
        : { ...changeBy(units), ...changeOfOwner(service, units), is_on_hold: isOnHold }
      await changeIfOther(trx, service, change)
    }
  }
  for (const service of [...plan.surplus.flatMap((id) => byId.get(id) ?? []), ...left]) {
    if (!isOver(service)) {
      await changeIfOther(trx, service, { standing: "ended" })
    }
  }
  const added = plan.added.flatMap(({ unit, itemId }) => {
    const units = byItem.get(itemId)
    return units && isAdded(units) ? [{ ...newService(units, unit), is_on_hold: isOnHold }] : []
  })
  await insertServices(trx, added)
}

const isOver = ({ remote }: LockedService): boolean => remote === "terminated"

/** Its unit is another product now, which another provider delivers: it ends, and that one makes its own. */
const isLeft = (service: LockedService, units: SoldUnits | undefined): boolean =>
  units !== undefined && units.productId !== service.product_id && units.providerId !== service.provider_id

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
  wanted_package_key: packageKey(units),
  options: units.options,
})

/** What was transferred to another customer is said to its provider, as another package is. */
const changeOfOwner = (service: LockedService, units: SoldUnits): ServiceChange =>
  units.customerId !== null && ![null, units.customerId].includes(service.customer_id) && service.remote !== "none"
    ? { package_key: `${service.package_key}@${service.customer_id}` }
    : {}

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
  package_key: packageKey(units),
  wanted_package_key: packageKey(units),
  options: units.options,
})

async function changeIfOther(trx: Database, service: LockedService, change: ServiceChange): Promise<void> {
  // What is chosen is in the key of the package, too.
  const { options: _options, ...columns } = change
  const isOther = Object.entries(columns).some(([column, value]) => service[column as keyof LockedService] !== value)
  if (!isOther) {
    return
  }
  await changeService(trx, service.id, change)
  if (service.call_id !== null && isAskedAsBefore(service) && isAnotherWish(service, change)) {
    await retryCall(trx, service.call_id, "system")
    await changeService(trx, service.id, { problem: null })
  }
}

/** Its call was given up, or waits for a person, as it was asked for then: paid on, or changed, it is asked for anew. */
const isAskedAsBefore = ({ call_status, call_action }: LockedService): boolean =>
  call_status === "failed" ||
  (call_status === "awaiting_staff" && (call_action === "create" || call_action === "change_package"))

const WISHES = ["paid_until", "wanted_package_key", "customer_id"] as const

/** Whether a provider is to be asked for something else than before. */
const isAnotherWish = (service: LockedService, change: ServiceChange): boolean =>
  WISHES.some((column) => change[column] !== undefined && change[column] !== service[column])
