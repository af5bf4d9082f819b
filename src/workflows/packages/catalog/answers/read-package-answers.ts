import type { MedusaContainer } from "@medusajs/framework/types"
import type { PackageAnswer } from "../../../../contracts/packages/packages"
import {
  PACKAGES_MODULE,
  type PackagesModuleService,
  packageProductIds,
  readDirectContainers,
  readPackages,
} from "../../../../modules/packages"
import type { EntryColumns, StoredPackage } from "../../../../rules/packages"
import { loadBasePrices } from "../base-prices"
import { packageProducts } from "../package-products"
import { productTitles } from "../product-titles"
import { variantNames, type VariantName } from "../variant-names"

/** Packages as the Admin API shows them, in the order of the products; one that is no package is left out. */
export async function readPackageAnswers(container: MedusaContainer, productIds: string[]): Promise<PackageAnswer[]> {
  const { knex } = container.resolve<PackagesModuleService>(PACKAGES_MODULE).db
  const stored = await readPackages(knex, productIds)
  const entries = stored.flatMap((one) => one.entries)
  const products = await packageProducts(container, productIds)
  const variants = [...products.values()].flatMap((one) => one.variants)
  const prices = await loadBasePrices(
    container,
    variants.map(({ id }) => id),
  )
  const names = await variantNames(
    container,
    entries.map((entry) => entry.variant_id),
  )
  const nested = new Set(
    await packageProductIds(
      knex,
      entries.map((entry) => entry.product_id),
    ),
  )
  const containers = await readDirectContainers(knex, "product_id", productIds)
  const titles = await productTitles(
    container,
    containers.map(({ product_id }) => product_id),
  )
  return stored.map((one): PackageAnswer => {
    const { product_id } = one.package
    const found = products.get(product_id) ?? null
    return {
      ...columnsOf(one),
      product: found?.product ?? null,
      variants: (found?.variants ?? []).map((variant) => ({
        ...variant,
        prices: (prices.get(variant.id)?.prices ?? []).map(({ currency_code, amount }) => ({ currency_code, amount })),
      })),
      entries: one.entries.map((entry) => toEntryAnswer(entry, names.get(entry.variant_id), nested)),
      contained_in: containers
        .filter(({ id }) => id === product_id)
        .map((around) => ({
          product_id: around.product_id,
          title: titles.get(around.product_id) ?? around.product_id,
        })),
    }
  })
}

function columnsOf({ package: { changed_in: _changed, ...columns }, rates }: StoredPackage) {
  return { ...columns, rates }
}

const toEntryAnswer = (entry: EntryColumns, name: VariantName | undefined, nested: ReadonlySet<string>) => ({
  ...entry,
  title: name?.title ?? null,
  variant_title: name?.variantTitle ?? null,
  sku: name?.sku ?? null,
  thumbnail: name?.thumbnail ?? null,
  status: name?.status ?? null,
  is_package: nested.has(entry.product_id),
})
