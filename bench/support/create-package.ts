import type { MedusaContainer } from "@medusajs/framework/types"
import { PACKAGES_MODULE, type PackagesModuleService } from "../../src/modules/packages"
import { type BenchArticle, createArticles } from "./create-articles"

export interface PackageToCreate {
  title: string
  salesChannelId: string
  contents: readonly BenchArticle[]
}

/** A package whose price is that of its contents: as one that is saved, it costs nothing by itself (P8). */
export async function createPackage(
  container: MedusaContainer,
  { title, salesChannelId, contents }: PackageToCreate,
): Promise<BenchArticle> {
  const [sold] = await createArticles(container, { count: 1, title, salesChannelId, price: 0 })
  if (!sold) {
    throw new Error(`The package "${title}" was not created`)
  }
  const packages = container.resolve<PackagesModuleService>(PACKAGES_MODULE)
  const { id: package_id } = await packages.createPackages({
    product_id: sold.productId,
    pricing: "contents_all",
    default_hours: null,
  })
  await packages.createEntries(
    contents.map(({ productId, variantId }, rank) => ({
      ...{ package_id, rank, role: "content" as const, product_id: productId, variant_id: variantId, quantity: 1 },
      ...{ is_optional: false, alternative_group: null, is_default: false, is_hidden: false },
      ...{ is_nested: true, is_free_quantity: false },
    })),
  )
  return sold
}

/** Packages in each other: each level has its share of the contents, and all but the last have the next level's package. */
export async function createNestedPackage(
  container: MedusaContainer,
  { contents, levels, salesChannelId }: { contents: number; levels: number; salesChannelId: string },
): Promise<BenchArticle> {
  const each = Math.ceil(contents / levels)
  let inner: BenchArticle[] = []
  for (let level = levels; level >= 1; level--) {
    const title = `Level ${level} of ${levels}`
    const articles = await createArticles(container, { count: each - inner.length, title, salesChannelId })
    inner = [
      await createPackage(container, { title: `${title}, packed`, salesChannelId, contents: [...articles, ...inner] }),
    ]
  }
  const [outer] = inner
  if (!outer) {
    throw new Error("A package has at least one level")
  }
  return outer
}
