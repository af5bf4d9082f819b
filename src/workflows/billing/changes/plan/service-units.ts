import type { MedusaContainer } from "@medusajs/framework/types"
import type { LockedSubscription } from "../../../../modules/billing"
import { isRoot, type ItemTerms } from "../../../../rules/billing"
import { serviceStock } from "../../../ports/service-stock"
import { refusedChange } from "./planning"

export interface NewUnits {
  subscription: LockedSubscription
  to: ItemTerms
  /** The field that is refused. */
  field: "quantity" | "cycle_id"
}

/** What the new terms ask for beyond what there is. */
function unitsAdded({ subscription, to }: NewUnits): number {
  const root = subscription.items.find(isRoot)
  return to.quantity - (root?.product_id === to.product_id ? root.quantity : 0)
}

/** Refuses new terms of which there are not enough services (S9). It takes nothing. */
export async function requireUnits(container: MedusaContainer, wanted: NewUnits): Promise<void> {
  const asked = new Map([[wanted.to.product_id, unitsAdded(wanted)]])
  refuseShort(wanted, await serviceStock.get().shortage(container, asked))
}

/**
 * Takes what the new terms ask for, or refuses them: whoever else wants the last one waits meanwhile. Gives it back where the
 * change fails.
 */
export async function withUnits<Result>(
  container: MedusaContainer,
  wanted: NewUnits,
  change: () => Promise<Result>,
): Promise<Result> {
  const { subscription, to } = wanted
  const added = unitsAdded(wanted)
  if (added === 0) {
    return change()
  }
  // Fewer units hold less of what an earlier change has taken.
  const held = { subscriptionId: subscription.row.id, productId: to.product_id, units: to.quantity }
  const short = await serviceStock.get().hold(container, held)
  refuseShort(wanted, added > 0 ? short : null)
  try {
    return await change()
  } catch (error) {
    await serviceStock.get().release(container, subscription.row.id)
    throw error
  }
}

function refuseShort({ subscription, field }: NewUnits, reason: string | null): void {
  if (reason !== null) {
    throw refusedChange(subscription.row, { field, reason })
  }
}
