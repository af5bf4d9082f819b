import type { ExecArgs } from "@medusajs/framework/types"
import { createProduct } from "../../integration-tests/support/create-product"
import { createRegions } from "../../integration-tests/support/create-regions"
import { createSalesChannel } from "../../integration-tests/support/create-sales-channel"
import { createTaxes } from "../../integration-tests/support/create-taxes"
import { writeOutput } from "../support/child"

/** What a visitor needs to know to buy. */
export interface Shop {
  headers: Record<string, string>
  regionId: string
  salesChannelId: string
  variantId: string
}

/** A store with one plain product, which billing has nothing to do with. */
export default async function prepareShop({ container }: ExecArgs): Promise<void> {
  const regions = await createRegions(container)
  await createTaxes(container)
  const { id: salesChannelId, storeHeaders } = await createSalesChannel(container)
  const product = await createProduct(container, { title: "Mug", salesChannelId, prices: { eur: 12.5, chf: 13 } })
  const shop: Shop = {
    headers: storeHeaders.headers,
    regionId: regions.eur.id,
    salesChannelId,
    variantId: product.variants[0]?.id ?? "",
  }
  writeOutput(shop)
}
