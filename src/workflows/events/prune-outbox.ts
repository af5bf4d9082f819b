import type { MedusaContainer } from "@medusajs/framework/types"
import { CORE_MODULE, type CoreModuleService, deleteDispatchedEvents } from "../../modules/core"

const DAY = 24 * 60 * 60_000
/** As long as the changes of closed orders are kept. */
const KEEP_EVENTS = 90 * DAY
const PAGE = 1_000
/** 100,000 each hour. */
const MOST_PAGES = 100

/** Deletes events that were dispatched long ago. Time lines and books have records of their own. */
export async function pruneOutbox(container: MedusaContainer, { now }: { now: Date }): Promise<void> {
  const { knex } = container.resolve<CoreModuleService>(CORE_MODULE).db
  const before = new Date(now.getTime() - KEEP_EVENTS)
  for (let page = 0; page < MOST_PAGES; page++) {
    if ((await deleteDispatchedEvents(knex, { before, limit: PAGE })) < PAGE) {
      return
    }
  }
}
