import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import type { BilledSubscription } from "../../../../modules/billing"
import {
  idsOfRenewal,
  mergeRenewalOrders,
  renewalGroups,
  renewalIds,
  renewalsIn,
  renewedPackageLines,
  type PlannedSubscription,
  type RenewalOrder,
} from "../../../../rules/billing"
import { renewedPackages, type RenewedPackageLine } from "../../../ports/packages/renewed-packages"
import { factsOfNewOrder } from "../../../orders/load-orders"
import { renewalSales } from "../../../ports/renewal-sales"
import { composeOrder } from "../compose-order"
import { loadRenewalFacts } from "../load-renewal-facts"
import type { RecordedCycles } from "../record-cycles"
import { withStoredCharges } from "../stored-renewal-charges"

export interface OrdersInput {
  prepared: PlannedSubscription<BilledSubscription>[]
  waiting: RecordedCycles
}

/** A renewal's order as it was composed, and the number that people call it by. */
export interface CreatedOrder {
  order: RenewalOrder
  displayId: number | null
}

/**
 * Makes the Medusa orders of a batch in one call. Their ids are derived from subscription and cycle: orders of a
 * crashed worker are found, and a second insert is refused. No compensation: a numbered order is never deleted, and the
 * next batch continues with it.
 */
export const createRenewalOrdersStep = createStep(
  "billing-create-renewal-orders",
  async ({ prepared, waiting }: OrdersInput, { container }) => {
    const wanted = new Set([...waiting.fresh, ...waiting.left])
    const bills = renewalsIn(prepared).filter(({ subscription, decision }) =>
      wanted.has(renewalIds(subscription.id, decision.cycle).renewal),
    )
    const facts = await loadRenewalFacts(container, bills)
    const groups = renewalGroups(bills, waiting.leads)
    const begun = new Set(waiting.left)
    return new StepResponse(
      await createMissingOrders(container, {
        orders: groups.map(({ leadId, members: [first, ...others] }) =>
          mergeRenewalOrders(leadId, [compose(first), ...others.map(compose)]),
        ),
        packages: groups.flatMap(({ leadId, members }) =>
          members.flatMap(({ subscription, decision }) =>
            renewedPackageLines(subscription, decision, idsOfRenewal(leadId).order),
          ),
        ),
        begun: groups.flatMap(({ leadId }) => (begun.has(leadId) ? [idsOfRenewal(leadId).order] : [])),
      }),
    )

    function compose({ subscription, decision }: (typeof bills)[number]): RenewalOrder {
      return composeOrder(subscription, decision, facts)
    }
  },
)

interface Composed {
  orders: RenewalOrder[]
  /** Their lines that are packages, or in one. */
  packages: RenewedPackageLine[]
  /** Ids of orders that a crashed worker may have created. */
  begun: string[]
}

/** Creates those that do not exist; answers all, those that existed with the taxes and the shipping that they were made with. */
async function createMissingOrders(
  container: MedusaContainer,
  { orders, packages, begun }: Composed,
): Promise<CreatedOrder[]> {
  if (!orders.length) {
    return []
  }
  const orderModule = container.resolve(Modules.ORDER)
  const select = ["id", "display_id"]
  const existing = begun.length ? await orderModule.listOrders({ id: begun }, { select }) : []
  const made = new Map(existing.map(({ id, display_id }) => [id, Number(display_id)]))
  const missing = orders.filter(({ id }) => !made.has(id))
  const lines = packages.filter(({ orderId }) => !made.has(orderId))
  if (lines.length) {
    await renewedPackages.get().recordLines(container, lines)
  }
  if (missing.length) {
    // The order module writes totals into what it is given; the composed orders are needed as they are.
    const created = await orderModule.createOrders(structuredClone(missing))
    created.forEach(({ id, display_id }) => made.set(id, Number(display_id)))
    const packed = new Set(lines.map(({ orderId }) => orderId))
    renewalSales.get().begin(container, created.filter(({ id }) => !packed.has(id)).map(factsOfNewOrder))
  }
  const found = existing.map(({ id }) => id)
  const asMade = await withStoredCharges(container, orders, found)
  return asMade.map((order) => ({ order, displayId: made.get(order.id) ?? null }))
}
