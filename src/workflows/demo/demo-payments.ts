import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, MedusaError, Modules } from "@medusajs/framework/utils"
import {
  listLatestCharges,
  listSwitches,
  setSwitch,
  type DemoCharge,
  type DemoSwitch,
} from "../../providers/demo-payment/ledger"

export interface DemoPayments {
  switches: DemoSwitch[]
  /** The latest charges, the newest first. */
  charges: DemoCharge[]
}

/** A store without the demo provider knows nothing of it. */
async function booksOf(container: MedusaContainer) {
  const providers = await container.resolve(Modules.PAYMENT).listPaymentProviders({ is_enabled: true })
  if (!providers.some(({ id }) => id.startsWith("pp_demo_"))) {
    throw new MedusaError(MedusaError.Types.NOT_FOUND, "This store has no demo payment provider")
  }
  return container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
}

/** The demo provider's switches and its latest charges. */
export async function readDemoPayments(container: MedusaContainer): Promise<DemoPayments> {
  const knex = await booksOf(container)
  return { switches: await listSwitches(knex), charges: await listLatestCharges(knex) }
}

/** Turns one of the demo provider's switches. */
export async function setDemoPayment(container: MedusaContainer, change: DemoSwitch): Promise<void> {
  await setSwitch(await booksOf(container), change)
}
