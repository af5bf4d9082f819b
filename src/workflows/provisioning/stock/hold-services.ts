import type { MedusaContainer } from "@medusajs/framework/types"
import { inTransaction } from "../../../modules/core"
import {
  lockServiceStocks,
  PROVISIONING_MODULE,
  readServiceStocks,
  replaceServiceHolds,
  type ProvisioningModuleService,
} from "../../../modules/provisioning"
import { checkServiceStock } from "../../../rules/provisioning"
import { refuse } from "../../errors/refuse"
import { reasonOfShortage } from "./service-shortage"

/** From a completion's beginning until its order is there; what did not become an order is free again then. */
export const HOLD_MINUTES = 15

export interface ServicesOfCart {
  /** What it holds already counts as its own. */
  cartId: string
  asked: ReadonlyMap<string, number>
}

/** What a cart holds until its services are there: plain data, a workflow may store it. */
export interface HeldServices {
  holds: string[]
}

/** Refuses what there are not enough of now (S9). It takes nothing: the completion holds it. */
export async function checkServices(container: MedusaContainer, { cartId, asked }: ServicesOfCart): Promise<void> {
  const { knex } = container.resolve<ProvisioningModuleService>(PROVISIONING_MODULE).db
  const [short] = checkServiceStock(asked, await readServiceStocks(knex, [...asked.keys()], cartId))
  if (short) {
    refuse("items", await reasonOfShortage(container, short))
  }
}

/**
 * Holds what a cart needs of the stock of services, or refuses it, all its lines together. Whoever else takes of the same stock
 * waits meanwhile: of two customers on the last one, one gets it.
 */
export async function holdServices(
  container: MedusaContainer,
  { cartId, asked }: ServicesOfCart,
): Promise<HeldServices> {
  const { knex } = container.resolve<ProvisioningModuleService>(PROVISIONING_MODULE).db
  const productIds = [...asked.keys()].sort()
  const outcome = await inTransaction(knex, async (trx) => {
    await lockServiceStocks(trx, productIds)
    const stocks = await readServiceStocks(trx, productIds, cartId)
    const [short] = checkServiceStock(asked, stocks)
    if (short) {
      return { short, holds: [] }
    }
    const holds = stocks.map(({ productId }) => ({ productId, quantity: asked.get(productId) ?? 0 }))
    return { short: null, holds: await replaceServiceHolds(trx, { cartId, minutes: HOLD_MINUTES, holds }) }
  })
  if (outcome.short) {
    refuse("items", await reasonOfShortage(container, outcome.short))
  }
  return { holds: outcome.holds }
}
