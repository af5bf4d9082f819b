import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { BILLING_MODULE, type BillingModuleService } from "../../../modules/billing"
import type { FileSubscription, ImportFacts, ImportProduct } from "../../../rules/billing"
import { readVariants, snapshotOf } from "../subscriptions/variant-snapshot"

interface NamedProduct {
  id: string
  handle: string | null
  external_id: string | null
}

interface NamedVariant {
  id: string
  sku: string | null
  product_id: string
}

/** The cycles of what rows call by a SKU, a variant's or product's id, a handle, or the other system's id (`external_id`). */
export async function productsOfRows(
  container: MedusaContainer,
  rows: readonly FileSubscription[],
): Promise<ImportFacts["productsCalled"]> {
  const names = [...new Set(rows.map(({ product }) => product))]
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const { data: products } = await query.graph({
    entity: "product",
    fields: ["id", "handle", "external_id"],
    filters: { $or: [{ id: names }, { handle: names }, { external_id: names }] },
  })
  const { data: variants } = await query.graph({
    entity: "variant",
    fields: ["id", "sku", "product_id"],
    filters: { $or: [{ id: names }, { sku: names }] },
  })
  const cycles = await cyclesOf(container, [
    ...(products as NamedProduct[]).map(({ id }) => id),
    ...(variants as NamedVariant[]).map(({ product_id }) => product_id),
  ])
  const called = new Map<string, Map<string, ImportProduct>>()
  const call = (name: string | null, fits: (cycle: ImportProduct) => boolean): void => {
    if (name !== null) {
      const known = called.get(name) ?? new Map<string, ImportProduct>()
      cycles.filter(fits).forEach((cycle) => known.set(cycle.cycleId, cycle))
      called.set(name, known)
    }
  }
  for (const { id, handle, external_id } of products as NamedProduct[]) {
    new Set([id, handle, external_id]).forEach((name) => call(name, ({ productId }) => productId === id))
  }
  for (const { id, sku } of variants as NamedVariant[]) {
    new Set([id, sku]).forEach((name) => call(name, ({ variantId }) => variantId === id))
  }
  return (name) => [...(called.get(name)?.values() ?? [])]
}

async function cyclesOf(container: MedusaContainer, productIds: readonly string[]): Promise<ImportProduct[]> {
  const billing = container.resolve<BillingModuleService>(BILLING_MODULE)
  const offers = await billing.offersOf([...new Set(productIds)])
  const recurring = offers.filter(({ offer }) => offer.payment_type === "recurring")
  const variants = await readVariants(
    container,
    recurring.flatMap(({ cycles }) => cycles.map(({ variant_id }) => variant_id)),
  )
  return recurring.flatMap(({ offer, cycles }) =>
    cycles.flatMap((cycle): ImportProduct[] => {
      const variant = variants.get(cycle.variant_id)
      return variant && cycle.interval_unit !== null && cycle.interval_count !== null
        ? [
            {
              offerId: offer.id,
              cycleId: cycle.id,
              productId: offer.product_id,
              variantId: variant.id,
              title: variant.product.title,
              interval: { unit: cycle.interval_unit, count: cycle.interval_count },
              snapshot: snapshotOf(variant),
            },
          ]
        : []
    }),
  )
}
