import { updateProductsWorkflow } from "@medusajs/medusa/core-flows"
import type { ProductDTO } from "@medusajs/framework/types"
import { createProduct } from "./create-product"
import { createWorld, type World } from "./create-world"
import { findCollection } from "./find-collection"
import type { TestStore } from "./store-test"

/** A store with a collection, and a way to make products that an offer can be saved for. */
export type OfferWorld = World & {
  collectionId: string
  /** A published product of the collection with one variant "Standard" at 10.00 EUR. */
  createProduct: (title: string) => Promise<ProductDTO>
}

export async function createOfferWorld(store: TestStore): Promise<OfferWorld> {
  const world = await createWorld(store)
  const container = store.container()
  const collectionId = await findCollection(container)
  return {
    ...world,
    collectionId,
    createProduct: async (title) => {
      const { salesChannelId } = world
      const product = await createProduct(container, { title, salesChannelId, prices: { eur: 10 } })
      await updateProductsWorkflow(container).run({
        input: { selector: { id: product.id }, update: { collection_id: collectionId } },
      })
      return product
    },
  }
}
