import type { MedusaContainer } from "@medusajs/framework/types"
import { pruneOutbox } from "../workflows/events/prune-outbox"

/** Every hour: deletes events that were dispatched long ago. */
export default async function outboxPrune(container: MedusaContainer): Promise<void> {
  await pruneOutbox(container, { now: new Date() })
}

export const config = { name: "service-outbox-prune", schedule: "37 * * * *" }
