import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { createProductsWorkflow } from "@medusajs/medusa/core-flows"
import { saveOfferSchema } from "../../src/contracts/billing/offers"
import { CYCLE_OPTION_TITLE } from "../../src/rules/billing/offers/plan-cycle-option"
import { saveOfferWorkflow } from "../../src/workflows/billing/offers/save-offer"
import { SERVICES, type DemoService } from "../data/products"
import { ensureCollection } from "./ensure-collection"

async function createService(container: MedusaContainer, service: DemoService, channelId: string): Promise<void> {
  const { result } = await createProductsWorkflow(container).run({
    input: {
      products: [
        {
          title: service.title,
          handle: service.handle,
          description: service.description,
          status: "published",
          options: [{ title: CYCLE_OPTION_TITLE, values: service.variants }],
          collection_id: await ensureCollection(container, service.collection),
          sales_channels: [{ id: channelId }],
        },
      ],
    },
  })
  const offer = saveOfferSchema.parse(service.offer)
  await saveOfferWorkflow(container).run({ input: { product_id: result[0]?.id ?? "", offer } })
}

/** The services, each with its offer; its cycles become the product's variants. */
export async function ensureServices(container: MedusaContainer, channelId: string): Promise<void> {
  for (const service of SERVICES) {
    const [known] = await container.resolve(Modules.PRODUCT).listProducts({ handle: service.handle })
    if (!known) {
      await createService(container, service, channelId)
    }
  }
}
