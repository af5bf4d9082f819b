import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { createProductsWorkflow } from "@medusajs/medusa/core-flows"
import { GOOD } from "../data/products"
import type { DemoShipping } from "./ensure-shipping"
import { stockVariant } from "./stock-variant"

/** One thing that is sent by post, in stock. */
export async function ensureGood(
  container: MedusaContainer,
  { channelId, shipping }: { channelId: string; shipping: DemoShipping },
): Promise<void> {
  const { handle, title, description, prices } = GOOD
  const [known] = await container.resolve(Modules.PRODUCT).listProducts({ handle })
  if (known) {
    return
  }
  const { result } = await createProductsWorkflow(container).run({
    input: {
      products: [
        {
          handle,
          title,
          description,
          status: "published",
          options: [{ title: "Size", values: ["64 GB"] }],
          shipping_profile_id: shipping.profileId,
          sales_channels: [{ id: channelId }],
          variants: [
            {
              title: "64 GB",
              options: { Size: "64 GB" },
              manage_inventory: true,
              prices: Object.entries(prices).map(([currency_code, amount]) => ({ currency_code, amount })),
            },
          ],
        },
      ],
    },
  })
  const variantId = result[0]?.variants[0]?.id ?? ""
  await stockVariant(container, { variantId, locationId: shipping.locationId, quantity: GOOD.stock })
}
