import type { Decimal } from "../../money"
import type { Versioned } from "../../versions"
import type { EntryRole, PackagePricing, Recipe, RecipeEntry } from "./recipe"

/** The columns of `packages_package`. */
export interface PackageColumns {
  id: string
  product_id: string
  pricing: PackagePricing
  default_hours: number | null
  minimum_duration: number | null
  contract_description: string | null
  shows_contract_description: boolean
  internal_notes: string | null
  lists_contents: boolean
}

/** The columns of `packages_entry`; their order is the rank. */
export interface EntryColumns {
  id: string
  role: EntryRole
  product_id: string
  variant_id: string
  quantity: number
  is_optional: boolean
  alternative_group: string | null
  is_default: boolean
  is_hidden: boolean
  is_nested: boolean
  is_free_quantity: boolean
}

/** A row of a rate table. A null duration: each further day or hour. */
export interface RateColumns {
  currency_code: string
  duration: number | null
  price: Decimal
}

/** A package as it is stored. */
export interface StoredPackage {
  package: PackageColumns & Versioned
  entries: EntryColumns[]
  /** By currency, then by duration, "each further" last. */
  rates: RateColumns[]
}

type RecipeColumns = Pick<
  PackageColumns,
  "product_id" | "pricing" | "default_hours" | "minimum_duration" | "lists_contents"
>

export const toRecipe = (columns: RecipeColumns, entries: readonly EntryColumns[]): Recipe => ({
  productId: columns.product_id,
  pricing: columns.pricing,
  defaultHours: columns.default_hours,
  minimumDuration: columns.minimum_duration,
  listsContents: columns.lists_contents,
  entries: entries.map(toRecipeEntry),
})

const toRecipeEntry = (entry: EntryColumns): RecipeEntry => ({
  id: entry.id,
  role: entry.role,
  productId: entry.product_id,
  variantId: entry.variant_id,
  quantity: entry.quantity,
  isOptional: entry.is_optional,
  group: entry.alternative_group,
  isDefault: entry.is_default,
  isHidden: entry.is_hidden,
  isNested: entry.is_nested,
  isFreeQuantity: entry.is_free_quantity,
})
