import type { MedusaContainer } from "@medusajs/framework/types"
import type { StorePackagePriceAnswer } from "../../../contracts/packages/store"
import { NOTHING_SELECTED } from "../../../rules/packages"
import { refuse } from "../../errors/refuse"
import { toSelection, type SelectionInput } from "../cart/to-selection"
import { findStorePackage, type StoreVisitor } from "./find-store-package"
import { packageLineAnswer, priceSelection } from "./price-selection"

export interface PackageToPrice extends SelectionInput {
  product_id: string
  variant_id?: string | undefined
  quantity: number
  /** An instant, by which a period may be past. */
  now: string
}

/** The price of a package for the choices of a configurator (P22). Throws NOT_FOUND, NOT_ALLOWED naming field and reason. */
export async function priceStorePackage(
  container: MedusaContainer,
  { product_id: productId, variant_id, quantity, now, ...asked }: PackageToPrice,
  visitor: StoreVisitor,
): Promise<StorePackagePriceAnswer> {
  const { product, book } = await findStorePackage(container, productId, visitor)
  const variant = product.variants.find(({ id }) => variant_id === undefined || id === variant_id)
  if (!variant) {
    return refuse("variant_id", "The package has no such variant")
  }
  const selection = toSelection(asked, { book, productId, before: NOTHING_SELECTED, now, mayHide: false })
  const priced = await priceSelection(
    container,
    { book, productId, variantId: variant.id, selection, quantity },
    visitor,
  )
  return {
    product_id: productId,
    variant_id: variant.id,
    currency_code: visitor.currencyCode,
    quantity,
    total: priced.total,
    has_percent: priced.hasPercent,
    needs_period: priced.needsPeriod,
    lines: priced.lines.map((line) => packageLineAnswer(line, priced.products)),
  }
}
