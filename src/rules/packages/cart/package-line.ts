import type { LinePayload } from "../../cart"
import type { Decimal } from "../../money"
import type { Selection } from "../expansion/selection"
import type { PriceReason } from "../pricing/price-package"
import type { ArticleUnit } from "../recipes/articles"
import type { RecipeBook } from "../recipes/recipe"
import type { RentalPeriod } from "../time/rental-period"

export const PACKAGES_ROOM = "packages"

/** The kinds of line of this room. */
export const PACKAGE_LINE_KINDS = ["package", "content", "accessory", "percent", "rental", "delivery"] as const
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

/** How long a single article is out, as it was asked. */
export type RentalTerms = Pick<Selection, "period" | "hours" | "days">

/** The room's section of the line of an article that is priced by time, alone. */
export interface RentalLine {
  slot: "rental"
  /** The line of an article with a period has no variant in Medusa, which would reserve it for good. */
  product_id: string
  variant_id: string
  terms: RentalTerms
  /** What Medusa ships for a line without a variant; null: it is not sent, or has its variant. */
  delivery: { product_id: string; variant_id: string } | null
}

type Section = PackageLine | ContentLine | PercentLine | RentalLine

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

/** A payload's section of an article that is rented alone; null: none. */
export function rentalLineOf(payload: LinePayload | undefined): RentalLine | null {
  const section = sectionOf(payload)
  return section && "delivery" in section ? section : null
}

/** The article and the period of a line that is out for one and therefore has no variant in Medusa; null: neither. */
export function outLineOf(payload: LinePayload | undefined): { variantId: string; period: RentalPeriod | null } | null {
  const content = contentLineOf(payload)
  const rental = rentalLineOf(payload)
  return content
    ? { variantId: content.variant_id, period: content.period }
    : rental && { variantId: rental.variant_id, period: rental.terms.period }
}

export const packagePayload = (section: Section): LinePayload => ({ [PACKAGES_ROOM]: section })
