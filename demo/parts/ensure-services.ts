import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { createProductsWorkflow } from "@medusajs/medusa/core-flows"
import { saveOfferSchema } from "../../src/contracts/billing/offers"
import { saveOptionsSchema } from "../../src/contracts/provisioning/options"
import { saveProductSchema } from "../../src/contracts/provisioning/products"
import { CYCLE_OPTION_TITLE } from "../../src/rules/billing/offers/plan-cycle-option"
import { saveOfferWorkflow } from "../../src/workflows/billing/offers/save-offer"
import { saveOptionsWorkflow } from "../../src/workflows/provisioning/options/save-options"
import { saveProvisionedProductWorkflow } from "../../src/workflows/provisioning/products/save-product"
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
  const product_id = result[0]?.id ?? ""
  const offer = saveOfferSchema.parse(service.offer)
  await saveOfferWorkflow(container).run({ input: { product_id, offer } })
  if (service.delivery) {
    const product = saveProductSchema.parse(service.delivery)
    await saveProvisionedProductWorkflow(container).run({ input: { product_id, product } })
  }
  if (service.options) {
    const [variant] = await container.resolve(Modules.PRODUCT).listProductVariants({ product_id })
    const options = service.options.map(({ key, label, price: [eur, chf] }) => ({
      ...{ key, label, kind: "yes_no" },
      prices: Object.entries({ eur, chf }).map(([currency_code, amount]) => ({
        ...{ variant_id: variant?.id ?? "", currency_code, amount },
      })),
    }))
    await saveOptionsWorkflow(container).run({ input: { product_id, ...saveOptionsSchema.parse({ options }) } })
  }
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
