/** How a package is priced (P2). */
export const PACKAGE_PRICINGS = ["flat", "hour", "day", "contents_all", "contents_visible"] as const
export type PackagePricing = (typeof PACKAGE_PRICINGS)[number]

export const ENTRY_ROLES = ["content", "accessory"] as const
export type EntryRole = (typeof ENTRY_ROLES)[number]

/** One content or accessory of a package. */
export interface RecipeEntry {
  id: string
  role: EntryRole
  productId: string
  /** The variant sold; of a package's product: a nested package. */
  variantId: string
  /** Per package; whole and positive. */
  quantity: number
  /** Whether the customer chooses it (P12, P16); false: it is always there. */
  isOptional: boolean
  /** Contents of one group are alternatives: one of them is in the package. Null: it stands alone. */
  group: string | null
  /** Whether it is in the package where nothing is chosen: an optional entry, or one of a group. */
  isDefault: boolean
  /** Shown on internal documents alone (P13). */
  isHidden: boolean
  /** Accessories: whether it multiplies, hides and goes with its package; false: a line of its own, once per order. */
  isNested: boolean
  /** Accessories: whether the customer chooses the quantity. */
  isFreeQuantity: boolean
}

/** What a package consists of, and how it is priced. */
export interface Recipe {
  productId: string
  pricing: PackagePricing
  /** Hours of contents priced by the hour where the order names none (P10). */
  defaultHours: number | null
  /** In days or hours, as the package is priced; null: one. */
  minimumDuration: number | null
  /** Whether customers' documents list the contents (P3); false: the title alone. Left out: they do. */
  listsContents?: boolean
  /** Contents and accessories, in the order in which documents show them (P15). */
  entries: RecipeEntry[]
}

/** Recipes by product id: that of a package and those of all packages in it. */
export type RecipeBook = Readonly<Record<string, Recipe>>
