import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { createProductsWorkflow } from "@medusajs/medusa/core-flows"
import { saveOfferSchema } from "../../src/contracts/billing/offers"
import { createPackageProductSchema, savePackageSchema } from "../../src/contracts/packages/packages"
import { PACKAGES_MODULE, type PackagesModuleService } from "../../src/modules/packages"
import { CYCLE_OPTION_TITLE } from "../../src/rules/billing/offers/plan-cycle-option"
import { saveOfferWorkflow } from "../../src/workflows/billing/offers/save-offer"
import { packageProduct } from "../../src/workflows/packages/catalog/package-product"
import { savePackageWorkflow } from "../../src/workflows/packages/catalog/save-package"
import { PACKAGES, type DemoPackage } from "../data/packages"
import { ensureArticles } from "./ensure-articles"
import { ensureCollection } from "./ensure-collection"
import type { DemoShipping } from "./ensure-shipping"

export interface DemoPlace {
  channelId: string
  shipping: DemoShipping
}

/** The product of a package; one that renews has a variant for each cycle. */
async function createPackageProduct(
  container: MedusaContainer,
  { handle, title, subtitle, description, renews }: DemoPackage,
  channelId: string,
): Promise<string> {
  const told = createPackageProductSchema.parse({
    ...{ title, subtitle, description, status: "published" },
    sales_channel_ids: [channelId],
  })
  const cycles = renews && {
    options: [{ title: CYCLE_OPTION_TITLE, values: renews.variants }],
    variants: [],
    collection_id: await ensureCollection(container, renews.collection),
  }
  const { result } = await createProductsWorkflow(container).run({
    input: { products: [{ ...packageProduct(told), handle, ...cycles }] },
  })
  const id = result[0]?.id ?? ""
  if (renews) {
    await saveOfferWorkflow(container).run({ input: { product_id: id, offer: saveOfferSchema.parse(renews.offer) } })
  }
  return id
}

async function variantOf(container: MedusaContainer, handle: string, title?: string): Promise<string> {
  const [product] = await container.resolve(Modules.PRODUCT).listProducts({ handle }, { relations: ["variants"] })
  const variant = product?.variants.find((one) => title === undefined || one.title === title)
  if (!variant) {
    throw new Error(`There is no product ${handle} ${title ?? ""}`)
  }
  return variant.id
}

async function saveRecipe(container: MedusaContainer, productId: string, one: DemoPackage): Promise<void> {
  const entries: object[] = []
  for (const { of, variant, ...entry } of one.entries) {
    entries.push({ ...entry, variant_id: await variantOf(container, of, variant) })
  }
  await savePackageWorkflow(container).run({
    input: { product_id: productId, package: savePackageSchema.parse({ ...one.package, entries }) },
  })
}

/** What packages consist of, and the packages. What is there already stays as it is. */
export async function ensurePackages(container: MedusaContainer, place: DemoPlace): Promise<void> {
  await ensureArticles(container, place)
  const room = container.resolve<PackagesModuleService>(PACKAGES_MODULE)
  for (const one of PACKAGES) {
    const [known] = await container.resolve(Modules.PRODUCT).listProducts({ handle: one.handle })
    const productId = known?.id ?? (await createPackageProduct(container, one, place.channelId))
    const [recipe] = await room.listPackages({ product_id: productId })
    if (!recipe) {
      await saveRecipe(container, productId, one)
    }
  }
}
