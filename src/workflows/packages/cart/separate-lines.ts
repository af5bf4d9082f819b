import type { MedusaContainer } from "@medusajs/framework/types"
import { PACKAGES_MODULE, type PackagesModuleService } from "../../../modules/packages"
import { isSameJson, type LineRecord } from "../../../rules/cart"
import {
  accessoryTerms,
  isTimed,
  NO_TERMS,
  separateAccessories,
  type AccessoryMove,
  type PackageNode,
  type RentalTerms,
  type Selection,
} from "../../../rules/packages"
import { newRentalLine, rentedArticle, type NewRentalItem } from "./new-rental-line"

/** For Medusa to add. */
export type SeparateItem = NewRentalItem | { variant_id: string; quantity: number; metadata?: Record<string, unknown> }

interface SeparateLine {
  item: SeparateItem
  /** Of one that is out as long as its package. */
  record: LineRecord | null
}

/** A package with all that is chosen, and how long it is out. */
export interface PackageOut {
  root: PackageNode
  selection: Selection
}

interface SeparateAccessories extends PackageOut {
  accessories: readonly PackageNode[]
}

/** Accessories that are lines of their own; one that is priced by time is out as long as the package. */
export async function separateLines(
  container: MedusaContainer,
  { cartId, ...asked }: SeparateAccessories & { cartId: string },
): Promise<SeparateLine[]> {
  const termsOf = await accessoryTermsOf(container, asked)
  const lines: SeparateLine[] = []
  for (const { path, variantId, quantity } of asked.accessories) {
    const terms = termsOf.get(path)
    if (terms && !isSameJson(terms, NO_TERMS)) {
      const article = await rentedArticle(container, variantId)
      lines.push(await newRentalLine(container, { cartId, quantity, article, terms }))
    } else {
      lines.push({ item: { variant_id: variantId, quantity }, record: null })
    }
  }
  return lines
}

/** How long those of them are out that are priced by time, by path. */
export async function accessoryTermsOf(
  container: MedusaContainer,
  { root, accessories, selection }: SeparateAccessories,
): Promise<Map<string, RentalTerms>> {
  const articles = accessories.length
    ? await container
        .resolve<PackagesModuleService>(PACKAGES_MODULE)
        .listArticles({ variant_id: accessories.map(({ variantId }) => variantId) }, { select: ["variant_id", "unit"] })
    : []
  const units = new Map(articles.map(({ variant_id, unit }) => [variant_id, unit]))
  return new Map(
    accessories.flatMap(({ path, variantId, recipe }): [string, RentalTerms][] => {
      const unit = units.get(variantId) ?? "flat"
      return isTimed(unit) && !recipe ? [[path, accessoryTerms(root, selection, { path, unit })]] : []
    }),
  )
}

/** The accessories that are in both, and whose time changes with that of their package. */
export async function movedTerms(
  container: MedusaContainer,
  { before, after }: { before: PackageOut; after: PackageOut },
): Promise<AccessoryMove[]> {
  const known = new Set(separateAccessories(before.root).map(({ path }) => path))
  const accessories = separateAccessories(after.root).filter(({ path }) => known.has(path))
  const [was, is] = await Promise.all(
    [before, after].map((one) => accessoryTermsOf(container, { ...one, accessories })),
  )
  return accessories.flatMap(({ path, productId, variantId }) => {
    const [from, to] = [was?.get(path), is?.get(path)]
    return from && to && !isSameJson(from, to) ? [{ productId, variantId, from, to }] : []
  })
}
