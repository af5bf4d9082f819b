import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules, ProductStatus } from "@medusajs/framework/utils"
import { createProductsWorkflow } from "@medusajs/medusa/core-flows"

/** What a delivery's product is found by; with the shipping profile's id behind it. It is stored, and never changes. */
const EXTERNAL_ID = "service-packages-delivery:"

const TITLE = "Delivery"

/**
 * The product that Medusa ships for a rented article of this shipping profile, whose own line has no variant and is
 * therefore not sent by Medusa. It is made when it is first wanted: not counted in stock, in no sales channel, so that
 * nobody finds it in the shop. A merchant may give it another name, or translate it.
 */
export async function deliveryProductOf(
  container: MedusaContainer,
  shippingProfileId: string,
): Promise<{ product_id: string; variant_id: string }> {
  const external_id = `${EXTERNAL_ID}${shippingProfileId}`
  return container.resolve(Modules.LOCKING).execute([external_id], async () => {
    const known = await findDelivery(container, external_id)
    return known ?? createDelivery(container, { external_id, shippingProfileId })
  })
}

async function findDelivery(container: MedusaContainer, external_id: string) {
  const [product] = await container
    .resolve(Modules.PRODUCT)
    .listProducts({ external_id, status: ProductStatus.PUBLISHED }, { relations: ["variants"], take: 1 })
  const variant = product?.variants[0]
  return product && variant ? { product_id: product.id, variant_id: variant.id } : null
}

async function createDelivery(
  container: MedusaContainer,
  { external_id, shippingProfileId }: { external_id: string; shippingProfileId: string },
) {
  const { result } = await createProductsWorkflow(container).run({
    input: {
      products: [
        {
          ...{ external_id, title: TITLE, discountable: false, status: ProductStatus.PUBLISHED },
          shipping_profile_id: shippingProfileId,
          options: [{ title: TITLE, values: [TITLE] }],
          variants: [{ title: TITLE, options: { [TITLE]: TITLE }, manage_inventory: false, prices: [] }],
        },
      ],
    },
  })
  const [product] = result
  return { product_id: product?.id ?? "", variant_id: product?.variants[0]?.id ?? "" }
}
