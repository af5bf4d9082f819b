import { BILLING_MODULE, linesInCycles, type BillingModuleService } from "../../../modules/billing"
import type { SoldLines } from "../../ports/sold-lines"

/** Which lines of an order are subscriptions, or renew one. */
export const linesSoldInCycles: SoldLines = {
  ofOrder: async (container, { id, lines }) => {
    const { knex } = container.resolve<BillingModuleService>(BILLING_MODULE).db
    const recurring = await linesInCycles(knex, { orderId: id, lineIds: lines.map((line) => line.id) })
    return new Map(recurring.map((lineId) => [lineId, { isRecurring: true }]))
  },
}
