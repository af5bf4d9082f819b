import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { CORE_MODULE, newId, type CoreModuleService } from "../../../modules/core"
import { createSales, SALES_MODULE, type NewSale, type SalesModuleService } from "../../../modules/sales"
import type { CivilDate } from "../../../rules/calendar"
import { oneLine } from "../../../rules/text"
import type { OrderFacts } from "../../orders/order-facts"
import type { RenewalSales } from "../../ports/renewal-sales"
import { peopleOf } from "../people/person-keys"
import { buyersOf, NO_BUYER } from "./buyers-of-orders"
import { decideSale, personRefOf } from "./decide-sale"
import { kindOf } from "./load-order-of-sale"

const underWay = new Set<Promise<void>>()

/**
 * Makes the sales of renewals with their orders (H1): by the same rule as one by one, in a few statements for all, while billing
 * goes on with the batch.
 */
export const recordRenewalSales: RenewalSales = {
  begin: (container, orders) => {
    if (orders.length) {
      const recording = recordOrLog(container, orders).finally(() => underWay.delete(recording))
      underWay.add(recording)
    }
  },
  finish: async () => {
    await Promise.all(underWay)
  },
}

async function recordOrLog(container: MedusaContainer, orders: readonly OrderFacts[]): Promise<void> {
  try {
    await record(container, orders, new Date())
  } catch (error) {
    const reason = oneLine(error instanceof Error ? error.message : String(error))
    container
      .resolve(ContainerRegistrationKeys.LOGGER)
      .error(`sales: the sales of ${orders.length} renewals are left to the sweep of orders: ${reason}`)
  }
}

async function record(container: MedusaContainer, orders: readonly OrderFacts[], now: Date): Promise<void> {
  const { db, options } = container.resolve<SalesModuleService>(SALES_MODULE)
  const days = await daysOfOrders(container, orders)
  const asOf = await container.resolve<CoreModuleService>(CORE_MODULE).dateOf(now)
  const customerIds = [...new Set(orders.flatMap(({ customerId }) => customerId ?? []))]
  const buyers = await buyersOf(container, customerIds)
  const people = await peopleOf(container, orders.map(personRefOf))
  const context = {
    asOf,
    now: now.toISOString(),
    cause: "placed",
    returnDays: options.returnDays,
    isOrderClosed: false,
  }
  const sales = orders.flatMap((order): NewSale[] => {
    const id = newId("sale")
    const kinds = order.lines.map(
      (line) => [line.id, kindOf(line, { isRecurring: true }, options.serviceTypes)] as const,
    )
    const decided = decideSale(
      {
        ...{ order, placedAt: order.createdAt, moves: [], sold: new Map(), days: new Map(), kinds: new Map(kinds) },
        soldOn: days.get(order.createdAt) ?? order.createdAt.slice(0, 10),
        buyer: buyers.get(order.customerId ?? "") ?? NO_BUYER,
      },
      { locked: null, person: people.get(personRefOf(order)) ?? null, context, saleId: id, personalBefore: [] },
    )
    return decided ? [{ id, orderId: order.id, ...decided }] : []
  })
  await createSales(db.knex, sales, now)
}

/** Orders of one batch are of one day, unless midnight is among them. */
async function daysOfOrders(
  container: MedusaContainer,
  orders: readonly OrderFacts[],
): Promise<Map<string, CivilDate>> {
  const core = container.resolve<CoreModuleService>(CORE_MODULE)
  const instants = [...new Set(orders.map(({ createdAt }) => createdAt))].sort()
  const [first = "", last = ""] = [instants[0], instants.at(-1)]
  const [from, to] = instants.length ? [await core.dateOf(first), await core.dateOf(last)] : ["", ""]
  const days = new Map<string, CivilDate>()
  for (const instant of instants) {
    days.set(instant, from === to ? from : await core.dateOf(instant))
  }
  return days
}
