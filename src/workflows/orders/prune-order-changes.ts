import type { MedusaContainer } from "@medusajs/framework/types"
import { CORE_MODULE, type CoreModuleService, pruneOrders } from "../../modules/core"

const DAY = 24 * 60 * 60_000
/** A handled task is of use to nobody but a person who looks for what happened. */
const KEEP_TASKS = 30 * DAY
/** An order changes seldom after it was canceled or archived. */
const KEEP_CHANGES = 90 * DAY
const PAGE = 1_000
/** 100,000 each hour. */
const MOST_PAGES = 100

/** Deletes what the intake of orders needs no more: old handled tasks, and the changes of orders closed long ago. */
export async function pruneOrderChanges(container: MedusaContainer, { now }: { now: Date }): Promise<void> {
  const { knex } = container.resolve<CoreModuleService>(CORE_MODULE).db
  const tasksBefore = new Date(now.getTime() - KEEP_TASKS)
  const ordersBefore = new Date(now.getTime() - KEEP_CHANGES)
  for (let page = 0; page < MOST_PAGES; page++) {
    const { tasks, orders } = await pruneOrders(knex, { tasksBefore, ordersBefore, limit: PAGE })
    if (tasks < PAGE && orders < PAGE) {
      return
    }
  }
}
