import type { SaleType } from "./line-type"

/** A line among the others of its order. */
export interface LineAmongOthers {
  type: SaleType
  /** Charged beside other lines. */
  isCharge: boolean
  /** Ships other lines. */
  isDelivery: boolean
  /** The types of what is in it: of a package. */
  contents: readonly SaleType[]
}

/**
 * Whether a sale waits for a line itself. A fee is delivered with the line it is charged beside, what ships a rental with the
 * rental, and a package with its contents, where each of them is waited for; a content that is shipped is goods like others, and one
 * that is not is delivered with its package.
 */
export function holdsUp({ type, isCharge, isDelivery, contents }: LineAmongOthers): boolean {
  const isContainer = contents.length > 0 && !contents.includes("digital")
  return !isDelivery && !(type === "digital" && (isCharge || isContainer))
}
