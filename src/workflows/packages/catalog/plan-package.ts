import type { MedusaContainer } from "@medusajs/framework/types"
import { generateEntityId, MedusaError, Modules } from "@medusajs/framework/utils"
import type { Database } from "../../../modules/core"
import { readContainers, readPackages, readRecipeBook, type PackageChange } from "../../../modules/packages"
import {
  changedPackageFields,
  checkNesting,
  entryIdProblems,
  mergePackage,
  ownPriceProblems,
  toRecipe,
  validatePackage,
  type NestingProblem,
  type OwnPriceBody,
  type PackageBody,
  type RecipeProblem,
  type StoredPackage,
} from "../../../rules/packages"
import { versionProblems } from "../../../rules/versions"
import { productsOfVariants } from "./products-of-variants"

export interface SavePackageInput {
  product_id: string
  /** `version` is the one that the fields were read in, 0 for none. */
  package: PackageBody & { version?: number | undefined; prices?: OwnPriceBody[] | undefined }
}

/** What is known of the shop's products before recipes are locked. */
export interface PackageShop {
  /** The variants of the package's own product. */
  variantIds: string[]
  /** Product ids by variant id. */
  productOf: Map<string, string>
}

type NewId = (prefix: string, place?: number) => string

/** Throws NOT_FOUND where there is no such product. */
export async function loadPackageShop(
  container: MedusaContainer,
  { product_id, package: body }: SavePackageInput,
): Promise<PackageShop> {
  const [product] = await container
    .resolve(Modules.PRODUCT)
    .listProducts({ id: product_id }, { select: ["id"], relations: ["variants"], take: 1 })
  if (!product) {
    throw new MedusaError(MedusaError.Types.NOT_FOUND, `Product with id: ${product_id} was not found`)
  }
  const named = (body.entries ?? []).map(({ variant_id }) => variant_id)
  return {
    variantIds: (product.variants ?? []).map(({ id }) => id),
    productOf: await productsOfVariants(container, named),
  }
}

export type PlannedPackage =
  | { ok: true; change: PackageChange & { after: StoredPackage } }
  | { ok: false; problems: RecipeProblem[]; nesting: { field: string; problem: NestingProblem } | null }

/** The package after the request, in the transaction that locks recipes; a preview needs no lock. */
export async function planPackage(
  trx: Database,
  { product_id, package: { version, prices = [], ...body } }: SavePackageInput,
  {
    variantIds,
    productOf: named,
    newId = (prefix) => generateEntityId(undefined, prefix),
  }: PackageShop & { newId?: NewId },
): Promise<PlannedPackage> {
  const [before = null] = await readPackages(trx, [product_id])
  const productOf = body.entries ? named : ownProducts(before)
  const after = mergePackage(before, body, { productId: product_id, productOf, newId })
  const isChanged = !before || changedPackageFields(before, after).length > 0
  const problems = [
    ...(isChanged ? versionProblems(version, before?.package ?? null) : []),
    ...(variantIds.length ? [] : [{ field: "product_id", reason: "the product has no variant to sell" }]),
    ...entryIdProblems(body.entries ?? [], before?.entries ?? []),
    ...validatePackage(after, productOf),
    ...ownPriceProblems(prices, after, variantIds.length),
  ]
  const nesting = problems.length ? null : await nestingOf(trx, after)
  return problems.length || nesting
    ? { ok: false, problems, nesting }
    : { ok: true, change: { before, after, expected: version === undefined ? undefined : before?.package.version } }
}

/** Entries that the request leaves alone are not asked for again. */
const ownProducts = (before: StoredPackage | null): Map<string, string> =>
  new Map((before?.entries ?? []).map((entry) => [entry.variant_id, entry.product_id]))

/** Looks at the package, at all in it and at all around it. */
async function nestingOf(
  trx: Database,
  { package: columns, entries }: StoredPackage,
): Promise<{ field: string; problem: NestingProblem } | null> {
  const around = await readContainers(trx, [columns.product_id])
  const stored = await readRecipeBook(trx, [...around, ...entries.map((entry) => entry.product_id)])
  const book = { ...stored, [columns.product_id]: toRecipe(columns, entries) }
  const problem = checkNesting(book, columns.product_id, around)
  if (!problem) {
    return null
  }
  const next = problem.kind === "circle" ? problem.path[1] : undefined
  const index = entries.findIndex((entry) => entry.product_id === next)
  return { field: index < 0 ? "entries" : `entries.${index}`, problem }
}
