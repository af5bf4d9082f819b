import type { EntryColumns, PackageColumns, Recipe, RecipeBook, StoredArticle, StoredPackage } from "../packages"
import { toRecipe } from "../packages"

export const entryOf = (part: Partial<EntryColumns> = {}): EntryColumns => ({
  id: "pent_1",
  role: "content",
  product_id: "prod_chair",
  variant_id: "variant_chair",
  quantity: 1,
  is_optional: false,
  alternative_group: null,
  is_default: false,
  is_hidden: false,
  is_nested: true,
  is_free_quantity: false,
  ...part,
})

export const packageOf = (
  part: Partial<PackageColumns> = {},
  lists: Partial<Pick<StoredPackage, "entries" | "rates">> = {},
): StoredPackage => ({
  package: {
    id: "ppkg_1",
    product_id: "prod_wedding",
    pricing: "flat",
    default_hours: null,
    minimum_duration: null,
    contract_description: null,
    shows_contract_description: false,
    internal_notes: null,
    lists_contents: true,
    version: 1,
    changed_in: {},
    ...part,
  },
  entries: lists.entries ?? [],
  rates: lists.rates ?? [],
})

export const articleOf = (part: Partial<StoredArticle["article"]> = {}): StoredArticle => ({
  article: {
    id: "part_1",
    variant_id: "variant_chair",
    product_id: "prod_chair",
    unit: "flat",
    percent: null,
    percent_group: null,
    minimum_duration: null,
    buffer_before_minutes: 0,
    buffer_after_minutes: 0,
    version: 1,
    changed_in: {},
    ...part,
  },
  rates: [],
})

/** A recipe that holds these products, one or more of each. */
export const recipeOf = (productId: string, contents: readonly (readonly [string, number])[]): Recipe =>
  toRecipe(
    packageOf({ product_id: productId }).package,
    contents.map(([id, quantity], index) =>
      entryOf({ id: `${productId}_${index}`, product_id: id, variant_id: `v_${id}`, quantity }),
    ),
  )

export const bookOfProducts = (contents: Record<string, readonly string[]>): RecipeBook =>
  Object.fromEntries(
    Object.entries(contents).map(([id, held]) => [
      id,
      recipeOf(
        id,
        held.map((one) => [one, 1] as const),
      ),
    ]),
  )
