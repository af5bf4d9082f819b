import type { MedusaContainer } from "@medusajs/framework/types"
import type { StoreEntryAnswer, StorePackageAnswer, StorePriceAnswer } from "../../../contracts/packages/store"
import { PACKAGES_MODULE, type PackagesModuleService } from "../../../modules/packages"
import {
  allEntries,
  visibleEntries,
  type Article,
  type ContentProduct,
  type Recipe,
  type VisibleEntry,
} from "../../../rules/packages"
import { loadVariants } from "../catalog/load-articles"
import { findStorePackage, type StoreVisitor } from "./find-store-package"

interface Shown {
  articles: ReadonlyMap<string, Article>
  products: ReadonlyMap<string, ContentProduct>
}

/**
 * A package for a configurator (P22): all its visible contents, options, alternatives and accessories to the last level,
 * with their prices. Hidden contents and internal notes are not read into it. The number of statements does not depend on
 * the recipe. Throws NOT_FOUND.
 */
export async function readStorePackage(
  container: MedusaContainer,
  productId: string,
  visitor: StoreVisitor,
): Promise<StorePackageAnswer> {
  const { product, book } = await findStorePackage(container, productId, visitor)
  const entries = visibleEntries(book, productId)
  const inside = allEntries(entries).map(({ entry }) => entry)
  const own = product.variants.map(({ id }) => ({ productId, variantId: id }))
  const [{ articles, products }, [stored]] = await Promise.all([
    loadVariants(container, [...own, ...inside], visitor),
    container
      .resolve<PackagesModuleService>(PACKAGES_MODULE)
      .listPackages(
        { product_id: productId },
        { select: ["contract_description", "shows_contract_description", "lists_contents"], take: 1 },
      ),
  ])
  const recipe = book[productId] ?? null
  return {
    product_id: productId,
    title: product.title,
    subtitle: product.subtitle,
    description: product.description,
    handle: product.handle,
    thumbnail: product.thumbnail,
    images: product.images.map(({ url }) => url),
    currency_code: visitor.currencyCode,
    pricing: recipe?.pricing ?? "flat",
    default_hours: recipe?.defaultHours ?? null,
    minimum_duration: recipe?.minimumDuration ?? null,
    contract_description: stored?.shows_contract_description ? stored.contract_description : null,
    lists_contents: stored?.lists_contents ?? true,
    variants: product.variants.map(({ id, title }) => ({ id, title, price: priceOf(articles.get(id), recipe) })),
    entries: entriesOf(entries, { articles, products }),
  }
}

/** One whose product is not sold any more is not shown. */
function entriesOf(entries: readonly VisibleEntry[], shown: Shown): StoreEntryAnswer[] {
  return entries.flatMap((one) => {
    const product = shown.products.get(one.entry.variantId)
    return product ? [entryOf(one, product, shown)] : []
  })
}

function entryOf(
  { path, entry, isIncluded, recipe, entries }: VisibleEntry,
  product: ContentProduct,
  shown: Shown,
): StoreEntryAnswer {
  return {
    path,
    role: entry.role,
    product_id: entry.productId,
    variant_id: entry.variantId,
    title: product.title,
    variant_title: product.subtitle,
    description: product.product.product_description,
    thumbnail: product.product.thumbnail,
    quantity: entry.quantity,
    is_optional: entry.isOptional,
    alternative_group: entry.group,
    is_default: entry.isDefault,
    is_nested: entry.isNested,
    is_free_quantity: entry.isFreeQuantity,
    is_included: isIncluded,
    price: priceOf(shown.articles.get(entry.variantId), recipe),
    entries: entriesOf(entries, shown),
  }
}

/** A package that its contents make the price of has none of its own. */
function priceOf(article: Article | undefined, recipe: Recipe | null): StorePriceAnswer {
  const unit = recipe?.pricing ?? article?.unit ?? "flat"
  const isByContents = unit === "contents_all" || unit === "contents_visible"
  const rates = isByContents ? null : (article?.rates ?? null)
  return {
    unit,
    amount: isByContents ? null : (article?.price ?? null),
    is_tax_inclusive: article?.isTaxInclusive ?? false,
    rates: [
      ...(rates?.steps.map(({ duration, price }) => ({ duration, price })) ?? []),
      ...(rates?.further ? [{ duration: null, price: rates.further }] : []),
    ],
    minimum_duration: recipe ? recipe.minimumDuration : (article?.minimumDuration ?? null),
    percent: article?.percent ?? null,
  }
}
