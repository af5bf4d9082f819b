import type { MedusaContainer } from "@medusajs/framework/types"
import { BILLING_MODULE, type BillingModuleService, type StoredOffer } from "../../../modules/billing"
import { refuseWhileRunning } from "./refuse-while-running"

/** What was stored before; given to `restoreOffers`, it is stored again. */
export interface DeletedOffers {
  before: StoredOffer[]
  after: (StoredOffer | null)[]
}

const billingOf = (container: MedusaContainer): BillingModuleService => container.resolve(BILLING_MODULE)

async function write(container: MedusaContainer, { before, after }: DeletedOffers): Promise<DeletedOffers> {
  for (const [index, offer] of before.entries()) {
    await billingOf(container).writeOffer(offer, after[index] ?? null)
  }
  return { before, after }
}

/** Products were deleted: so are their offers. Refused, with their number, while subscriptions run on one (B12). */
export async function followProductDeletion(container: MedusaContainer, productIds: string[]): Promise<DeletedOffers> {
  await refuseWhileRunning(container, "product_id", productIds)
  const before = await billingOf(container).offersOf(productIds)
  return write(container, { before, after: before.map(() => null) })
}

/**
 * Variants were deleted: so are the cycles that they were. Refused, with their number, while subscriptions run on one.
 */
export async function followVariantDeletion(container: MedusaContainer, variantIds: string[]): Promise<DeletedOffers> {
  await refuseWhileRunning(container, "variant_id", variantIds)
  const cycles = variantIds.length
    ? await billingOf(container).listCycles({ variant_id: variantIds }, { relations: ["offer"], take: null })
    : []
  const productIds = [...new Set(cycles.flatMap((cycle) => cycle.offer?.product_id ?? []))]
  const before = await billingOf(container).offersOf(productIds)
  const after = before.map((stored) => {
    const kept = stored.cycles.filter((cycle) => !variantIds.includes(cycle.variant_id))
    const keptIds = kept.map((cycle) => cycle.id)
    return { ...stored, cycles: kept, setupFees: stored.setupFees.filter((fee) => keptIds.includes(fee.cycle_id)) }
  })
  return write(container, { before, after })
}

/** Restores what a deletion that failed later had removed. */
export async function restoreOffers(container: MedusaContainer, { before, after }: DeletedOffers): Promise<void> {
  for (const [index, offer] of before.entries()) {
    await billingOf(container).writeOffer(after[index] ?? null, offer)
  }
}
