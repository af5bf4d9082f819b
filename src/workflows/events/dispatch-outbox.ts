import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { BILLING_MODULE, type BillingModuleService, dispatchOutboxEvents } from "../../modules/billing"

/** Hands every waiting event to the store's event bus; returns how many. */
export async function dispatchOutbox(container: MedusaContainer): Promise<number> {
  const billing = container.resolve<BillingModuleService>(BILLING_MODULE)
  const bus = container.resolve(Modules.EVENT_BUS)
  let dispatched = 0
  for (;;) {
    const batch = await dispatchOutboxEvents(billing.db.knex, (events) =>
      bus.emit(events.map(({ name, data }) => ({ name, data }))),
    )
    dispatched += batch
    if (batch === 0) {
      return dispatched
    }
  }
}
