import type { CreateProductWorkflowInputDTO } from "@medusajs/framework/types"
import { MedusaError } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { BILLING_MODULE, type BillingModuleService } from "../../../../../modules/billing"
import { pricesOfClone, type StoredOffer } from "../../../../../rules/billing"
import { copyOfProduct, readCopiedProduct } from "../../../../store/copied-product"
import { loadPrices } from "../../load-base-prices"

export interface CloneOfferInput {
  product_id: string
  /** The title of the clone. */
  title: string
}

export interface LoadedClone {
  product: CreateProductWorkflowInputDTO
  offer: StoredOffer
  isPublished: boolean
}

/** What a clone is made from: a draft until its offer hides it. Throws NOT_FOUND where the product has no offer. */
export const loadCloneStep = createStep(
  "billing-load-clone",
  async ({ product_id, title }: CloneOfferInput, { container }) => {
    const [offer] = await container.resolve<BillingModuleService>(BILLING_MODULE).offersOf([product_id])
    const product = await readCopiedProduct(container, product_id)
    if (!offer || !product) {
      throw new MedusaError(MedusaError.Types.NOT_FOUND, `Offer of the product with id: ${product_id} was not found`)
    }
    const loaded = await loadPrices(
      container,
      (product.variants ?? []).map(({ id }) => id),
    )
    const prices = new Map([...loaded].map(([id, of]) => [id, pricesOfClone(of.prices)]))
    return new StepResponse<LoadedClone>({
      product: copyOfProduct(product, { title, prices }),
      offer,
      isPublished: product.status === "published",
    })
  },
)
