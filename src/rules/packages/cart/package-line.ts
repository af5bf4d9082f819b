import type { LinePayload } from "../../cart"
import type { Decimal } from "../../money"
import type { Selection } from "../expansion/selection"
import type { PriceReason } from "../pricing/price-package"
import type { ArticleUnit } from "../recipes/articles"
import type { RecipeBook } from "../recipes/recipe"
import type { RentalPeriod } from "../time/rental-period"

export const PACKAGES_ROOM = "packages"

/** The kinds of line of this room. */
export const PACKAGE_LINE_KINDS = ["package", "content", "accessory", "percent"] as const
export type PackageLineKind = (typeof PACKAGE_LINE_KINDS)[number]

/** The room's section of a package's own line: what is sold, as it was when it was put there (P20). */
export interface PackageLine {
  slot: ""
  /** The recipe of the package and those of all packages in it. */
  book: RecipeBook
  selection: Selection
  /** Whether this order's documents list the contents, as an admin has said; left out: as the recipe says (P3). */
  lists_contents?: boolean
}

/** The room's section of a content's or an accessory's line. */
export interface ContentLine {
  /** The path of its entry. */
  slot: string
  /** The line of an article with a period has no variant in Medusa, which would reserve it for good. */
  product_id: string
  variant_id: string
  /** In one package. */
  quantity: number
  /** Left out of what the customer sees (P13). */
  is_hidden: boolean
  reason: PriceReason
  /** Days or hours in the price; null: not by time. */
  units: number | null
  period: RentalPeriod | null
  /** In the recipe's order. */
  position: number
}

/** The room's section of the line of a percent article (P11). */
export interface PercentLine {
  slot: "percent"
  unit: ArticleUnit
  percent: Decimal | null
  /** The section of the order that it counts where its line is in none. */
  group: string | null
}

type Section = PackageLine | ContentLine | PercentLine

const sectionOf = (payload: LinePayload | undefined): Section | null =>
  (payload?.[PACKAGES_ROOM] as Section | undefined) ?? null

/** A payload's section of a package; null: none. The schema validated it when it was read. */
export function packageLineOf(payload: LinePayload | undefined): PackageLine | null {
  const section = sectionOf(payload)
  return section && "book" in section ? section : null
}

/** A payload's section of a content or accessory; null: none. */
export function contentLineOf(payload: LinePayload | undefined): ContentLine | null {
  const section = sectionOf(payload)
  return section && "reason" in section ? section : null
}

/** A payload's section of a percent article; null: none. */
export function percentLineOf(payload: LinePayload | undefined): PercentLine | null {
  const section = sectionOf(payload)
  return section && "percent" in section ? section : null
}

export const packagePayload = (section: Section): LinePayload => ({ [PACKAGES_ROOM]: section })
