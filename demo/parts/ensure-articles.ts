import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { createProductsWorkflow } from "@medusajs/medusa/core-flows"
import { saveArticleSchema } from "../../src/contracts/packages/articles"
import { savePackageArticleWorkflow } from "../../src/workflows/packages/catalog/save-article"
import { ARTICLES, type DemoArticle } from "../data/articles"
import type { DemoPlace } from "./ensure-packages"
import { stockVariant } from "./stock-variant"

const KIND = { title: "Kind", value: "Standard" }

async function createArticle(
  container: MedusaContainer,
  { handle, title, subtitle, description, prices, stock, isSent, article }: DemoArticle,
  { channelId, shipping }: DemoPlace,
): Promise<void> {
  const { result } = await createProductsWorkflow(container).run({
    input: {
      products: [
        {
          ...{ handle, title, subtitle, description, status: "published" },
          options: [{ title: KIND.title, values: [KIND.value] }],
          ...(isSent ? { shipping_profile_id: shipping.profileId } : {}),
          sales_channels: [{ id: channelId }],
          variants: [
            {
              title: KIND.value,
              options: { [KIND.title]: KIND.value },
              manage_inventory: stock !== undefined,
              prices: Object.entries(prices).map(([currency_code, amount]) => ({ currency_code, amount })),
            },
          ],
        },
      ],
    },
  })
  const variantId = result[0]?.variants[0]?.id ?? ""
  if (stock !== undefined) {
    await stockVariant(container, { variantId, locationId: shipping.locationId, quantity: stock })
  }
  if (article) {
    await savePackageArticleWorkflow(container).run({
      input: { variant_id: variantId, article: saveArticleSchema.parse(article) },
    })
  }
}

/** What packages consist of, each with what its price is per. */
export async function ensureArticles(container: MedusaContainer, place: DemoPlace): Promise<void> {
  for (const one of ARTICLES) {
    const [known] = await container.resolve(Modules.PRODUCT).listProducts({ handle: one.handle })
    if (!known) {
      await createArticle(container, one, place)
    }
  }
}
