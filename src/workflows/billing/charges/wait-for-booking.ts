import { setTimeout as sleep } from "node:timers/promises"
import type { MedusaContainer } from "@medusajs/framework/types"
import { BILLING_MODULE, type BillingModuleService, isSessionBooked } from "../../../modules/billing"

/** How long Medusa's own handling of the same message is given: it takes a part of a second. */
const PATIENCE_MS = 3_000
const PAUSE_MS = 50

/**
 * Waits until Medusa has written into the order what a session has taken. It hears of a success in the same moment as the plugin,
 * looks whether the order's books have the capture, and writes it: two that look at once would both write it. Where Medusa does
 * not come to it, because its process died, the plugin writes it after all.
 */
export async function waitForBooking(container: MedusaContainer, sessionId: string): Promise<void> {
  const { knex } = container.resolve<BillingModuleService>(BILLING_MODULE).db
  const until = performance.now() + PATIENCE_MS
  while (!(await isSessionBooked(knex, sessionId)) && performance.now() < until) {
    await sleep(PAUSE_MS)
  }
}
