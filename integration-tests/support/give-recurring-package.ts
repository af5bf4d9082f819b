import type { MedusaContainer } from "@medusajs/framework/types"
import { PACKAGES_MODULE, type PackagesModuleService } from "../../src/modules/packages"
import type { PackagePricing } from "../../src/rules/packages"
import { createOfferedProduct } from "./create-offered-product"
import type { Sold } from "./give-package"

export interface RecurringPackageInput {
  title: string
  salesChannelId: string
  pricing: PackagePricing
  /** A month, by currency. */
  prices: Record<string, number>
  trialDays?: number
  setupFee?: string
  listsContents?: boolean
  contents: (Sold & { quantity?: number; isHidden?: boolean; isOptional?: boolean; isBeside?: boolean })[]
}

export type RecurringPackage = Sold & { entryIds: string[] }

/** A package that is sold by the month. */
export async function giveRecurringPackage(
  container: MedusaContainer,
  input: RecurringPackageInput,
): Promise<RecurringPackage> {
  const { title, salesChannelId, prices, trialDays, setupFee } = input
  const { productId, variants } = await createOfferedProduct(container, {
    title,
    salesChannelId,
    ...(trialDays ? { trialDays } : {}),
    cycles: [
      {
        name: "Monthly",
        interval: { unit: "month", count: 1 },
        prices,
        ...(setupFee ? { setupFees: { eur: setupFee } } : {}),
      },
    ],
  })
  const service = container.resolve<PackagesModuleService>(PACKAGES_MODULE)
  const { id: package_id } = await service.createPackages({
    product_id: productId,
    pricing: input.pricing,
    lists_contents: input.listsContents ?? true,
  })
  const entries = await service.createEntries(
    input.contents.map(({ productId, variantId, quantity, isHidden, isOptional, isBeside = false }, rank) => ({
      ...{ package_id, rank, product_id: productId, variant_id: variantId },
      // An accessory that is a line of its own.
      role: isBeside ? ("accessory" as const) : ("content" as const),
      is_nested: !isBeside,
      quantity: quantity ?? 1,
      is_hidden: isHidden ?? false,
      is_optional: isOptional ?? false,
    })),
  )
  const entryIds = [...entries].sort((a, b) => a.rank - b.rank).map(({ id }) => id)
  return { productId, variantId: variants.Monthly ?? "", entryIds }
}
