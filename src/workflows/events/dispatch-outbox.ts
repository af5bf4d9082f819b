import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { CORE_MODULE, type CoreModuleService, dispatchOutboxEvents } from "../../modules/core"

/** Hands every waiting event to the store's event bus; returns how many. */
export async function dispatchOutbox(container: MedusaContainer): Promise<number> {
  const { knex } = container.resolve<CoreModuleService>(CORE_MODULE).db
  const bus = container.resolve(Modules.EVENT_BUS)
  let dispatched = 0
  for (;;) {
    const batch = await dispatchOutboxEvents(knex, (events) =>
      bus.emit(events.map(({ name, data }) => ({ name, data }))),
    )
    dispatched += batch
    if (batch === 0) {
      return dispatched
    }
  }
}
