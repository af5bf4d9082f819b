import { inTransaction } from "../../../modules/core"
import {
  countServicesOf,
  deleteServiceHoldsOf,
  lockServiceStocks,
  PROVISIONING_MODULE,
  readServiceStocks,
  replaceServiceHolds,
  type ProvisioningModuleService,
} from "../../../modules/provisioning"
import { checkServiceStock } from "../../../rules/provisioning"
import type { ServiceStock } from "../../ports/service-stock"
import { HOLD_MINUTES } from "./hold-services"
import { reasonOfShortage } from "./service-shortage"

/**
 * Holds what a subscription is to have beyond its services, or says why it cannot have it: of two that want the last one, one gets
 * it. It counts until the subscription has them, and for a while where its change came to nothing.
 */
export const holdForSubscription: ServiceStock["hold"] = async (container, { subscriptionId, productId, units }) => {
  const { knex } = container.resolve<ProvisioningModuleService>(PROVISIONING_MODULE).db
  const short = await inTransaction(knex, async (trx) => {
    await lockServiceStocks(trx, [productId])
    const quantity = units - (await countServicesOf(trx, { subscriptionId, productId }))
    const stocks = await readServiceStocks(trx, [productId], subscriptionId)
    const [shortage] = checkServiceStock(new Map([[productId, quantity]]), stocks)
    if (shortage) {
      return shortage
    }
    const holds = stocks.length && quantity > 0 ? [{ productId, quantity, units }] : []
    await replaceServiceHolds(trx, { cartId: subscriptionId, minutes: HOLD_MINUTES, holds })
    return null
  })
  return short ? reasonOfShortage(container, short) : null
}

/** Gives back what a change would have taken that came to nothing. */
export const releaseForSubscription: ServiceStock["release"] = (container, subscriptionId) =>
  deleteServiceHoldsOf(container.resolve<ProvisioningModuleService>(PROVISIONING_MODULE).db.knex, subscriptionId)
