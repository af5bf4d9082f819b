import type { MedusaContainer } from "@medusajs/framework/types"
import { createPort } from "./create-port"

/** Currency and region of a visitor, which select the base price. null: unknown. */
export type ShoppingPlace = { currencyCode: string; regionId: string | null } | null

/** The products and variants that a visitor must not see. */
export interface Visibility {
  hiddenProductIds: Set<string>
  /** Variants that cannot be bought there; if the place is unknown, those that can be bought nowhere. */
  disabledVariantIds: Set<string>
}

/** What a room hides from Store API responses. Used by the catalogue's routes and by rooms that list products. */
export interface StoreVisibility {
  /** Products hidden from every visitor, all or among these. Called for every list of products, so it uses an index. */
  hiddenProductIds: (container: MedusaContainer, among?: string[]) => Promise<string[]>
  /** The products of these variants that the room may hide; null: all that it may hide. */
  productsOfVariants: (container: MedusaContainer, variantIds: string[] | null) => Promise<string[]>
  visibilityOf: (container: MedusaContainer, productIds: string[], place: ShoppingPlace) => Promise<Visibility>
}

/** What is hidden from the Store API. Several rooms may implement it: what one of them hides is hidden. */
export const storeVisibility = createPort<StoreVisibility>("what is hidden from the Store API")

const union = <Value>(lists: Iterable<Value>[]): Value[] => [...new Set(lists.flatMap((list) => [...list]))]

export async function hiddenProductIds(container: MedusaContainer, among?: string[]): Promise<string[]> {
  return union(await Promise.all(storeVisibility.getAll().map((room) => room.hiddenProductIds(container, among))))
}

export async function productsOfVariants(container: MedusaContainer, variantIds: string[] | null): Promise<string[]> {
  return union(
    await Promise.all(storeVisibility.getAll().map((room) => room.productsOfVariants(container, variantIds))),
  )
}

export async function visibilityOf(
  container: MedusaContainer,
  productIds: string[],
  place: ShoppingPlace,
): Promise<Visibility> {
  const answers = await Promise.all(
    storeVisibility.getAll().map((room) => room.visibilityOf(container, productIds, place)),
  )
  return {
    hiddenProductIds: new Set(union(answers.map((one) => one.hiddenProductIds))),
    disabledVariantIds: new Set(union(answers.map((one) => one.disabledVariantIds))),
  }
}
