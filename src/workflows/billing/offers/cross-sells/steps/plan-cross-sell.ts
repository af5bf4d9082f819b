import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { refuse } from "../../../../errors/refuse"
import { readSellingCart } from "../cart-cross-sells"

export interface TakeCrossSellInput {
  cart_id: string
  variant_id: string
}

/** What taking it does. Refused where its product is not, or not any more, sold with what is in the cart. */
export const planCrossSellStep = createStep(
  "billing-plan-cross-sell",
  async ({ cart_id, variant_id }: TakeCrossSellInput, { container }) => {
    const { crossSells } = await readSellingCart(container, cart_id)
    const { data } = await container.resolve(ContainerRegistrationKeys.QUERY).graph({
      entity: "variant",
      fields: ["product_id"],
      filters: { id: variant_id },
    })
    const taken = crossSells.find(({ productId }) => productId === data[0]?.product_id)
    if (!taken) {
      refuse("variant_id", "is of no product that is sold with what is in the cart")
    }
    const { replaces } = taken
    return new StepResponse({ quantity: replaces?.quantity ?? 1, replaced: replaces ? [replaces.lineId] : [] })
  },
)
