import type { MedusaContainer } from "@medusajs/framework/types"
import { createPort } from "./create-port"

/** Where a visitor shops: decides which price is the base price. null: nobody knows. */
export type ShoppingPlace = { currencyCode: string; regionId: string | null } | null

/** What of some products a visitor is not to see. */
export interface Visibility {
  hiddenProductIds: Set<string>
  /** Variants that cannot be bought there; where the place is not known, those that can be bought nowhere. */
  disabledVariantIds: Set<string>
}

/** What a room keeps out of the Store API's answers. Asked by the catalogue's routes and by rooms that name products. */
export interface StoreVisibility {
  /** Products that no visitor sees, all or among these. By index: it is asked with every list of products. */
  hiddenProductIds: (container: MedusaContainer, among?: string[]) => Promise<string[]>
  /** The products of those of these variants that it has a say in; null: of all that it has a say in. */
  productsOfVariants: (container: MedusaContainer, variantIds: string[] | null) => Promise<string[]>
  visibilityOf: (container: MedusaContainer, productIds: string[], place: ShoppingPlace) => Promise<Visibility>
}

/** What is hidden from the Store API? Several rooms may answer; what one of them hides is hidden. */
export const storeVisibility = createPort<StoreVisibility>("what is hidden from the Store API")

const union = <Value>(lists: Iterable<Value>[]): Value[] => [...new Set(lists.flatMap((list) => [...list]))]

export async function hiddenProductIds(container: MedusaContainer, among?: string[]): Promise<string[]> {
  return union(await Promise.all(storeVisibility.askAll().map((room) => room.hiddenProductIds(container, among))))
}

export async function productsOfVariants(container: MedusaContainer, variantIds: string[] | null): Promise<string[]> {
  return union(
    await Promise.all(storeVisibility.askAll().map((room) => room.productsOfVariants(container, variantIds))),
  )
}

export async function visibilityOf(
  container: MedusaContainer,
  productIds: string[],
  place: ShoppingPlace,
): Promise<Visibility> {
  const answers = await Promise.all(
    storeVisibility.askAll().map((room) => room.visibilityOf(container, productIds, place)),
  )
  return {
    hiddenProductIds: new Set(union(answers.map((one) => one.hiddenProductIds))),
    disabledVariantIds: new Set(union(answers.map((one) => one.disabledVariantIds))),
  }
}
