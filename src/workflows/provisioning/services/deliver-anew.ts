import type { MedusaContainer } from "@medusajs/framework/types"
import { MedusaError } from "@medusajs/framework/utils"
import { addTimeline, type Database } from "../../../modules/core"
import {
  changeService,
  findService,
  lockServices,
  lockServiceStocks,
  PROVISIONING_MODULE,
  readServiceStocks,
  type LockedService,
  type ProvisioningModuleService,
} from "../../../modules/provisioning"
import { refuse } from "../../errors/refuse"
import { reasonOfShortage } from "../stock/service-shortage"
import { withOrder } from "./follow-orders"
import { settleServices, type Settling } from "./settle-services"
import { writeUnits, type OrderOfUnits } from "./write-units"

export interface AnewInput {
  id: string
  /** Why: both time lines keep it. */
  note: string
}

const refused = (reason: string): MedusaError => new MedusaError(MedusaError.Types.NOT_ALLOWED, reason)

/**
 * Makes a new service in place of one that an admin has terminated, where its sale still goes on. What is terminated stays so: the
 * new one is made from nothing, with a number of its own. Of two admins, one makes it.
 */
export async function deliverAnew(
  container: MedusaContainer,
  { id, note }: AnewInput,
  settling: Settling,
): Promise<void> {
  const found = await findService(container.resolve<ProvisioningModuleService>(PROVISIONING_MODULE).db.knex, id)
  if (!found) {
    throw new MedusaError(MedusaError.Types.NOT_FOUND, `Service with id: ${id} was not found`)
  }
  const { order_id: orderId } = found
  await withOrder(container, { orderId, asOf: settling.asOf }, async (trx, order) => {
    const made = await makeAnew(trx, { id, order })
    await requireStock(container, trx, made.product_id)
    // An admin asks for it, whatever its offer does by itself.
    await changeService(trx, made.id, { is_wanted: true })
    const entry = { room: "provisioning", subject: "service", as_of: settling.asOf, actor: settling.actor }
    await addTimeline(trx, [
      { ...entry, subject_id: id, type: "admin_deliver_anew", data: { note, service_id: made.id } },
      { ...entry, subject_id: made.id, type: "made_anew", data: { note, service_id: id } },
    ])
    await settleServices(trx, { orderId }, settling)
  })
}

/** Lets go of the unit that a terminated service keeps, and gives it to a new one. */
async function makeAnew(trx: Database, { id, order }: { id: string; order: OrderOfUnits }): Promise<LockedService> {
  const before = await lockServices(trx, { orderId: order.orderId })
  const ended = before.find((service) => service.id === id)
  if (ended?.remote !== "terminated" || !ended.is_ended) {
    throw refused("Only what an admin has terminated is delivered anew")
  }
  if (order.isOnHold) {
    throw refused("The sale is on hold, or was stopped: nothing of it is delivered")
  }
  await changeService(trx, id, { is_ended: false })
  await writeUnits(trx, order)
  const known = new Set(before.map((service) => service.id))
  const added = (await lockServices(trx, { orderId: order.orderId })).find(
    (service) => service.source_id === ended.source_id && !known.has(service.id),
  )
  if (!added) {
    throw refused("The service's sale has ended, or has no unit left for it: there is nothing to deliver")
  }
  return added
}

async function requireStock(container: MedusaContainer, trx: Database, productId: string): Promise<void> {
  await lockServiceStocks(trx, [productId])
  const [stock] = await readServiceStocks(trx, [productId])
  if (stock && stock.taken > stock.stock) {
    refuse("items", await reasonOfShortage(container, { productId, asked: 1, free: 0 }))
  }
}
