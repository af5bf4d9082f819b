import type { MedusaContainer } from "@medusajs/framework/types"
import { packagePrice, type BasketChoice } from "../../../rules/customers"
import { compare, type Decimal } from "../../../rules/money"
import { packageChoices, type PackageOption } from "../../ports/packages/package-choices"
import { packageViewerOf, type QuickOrderContext } from "./quick-order-context"
import type { ShownVariant } from "./read-catalogue"

/** A package as it is chosen, at the customer's price of one. */
export interface ChosenVariant {
  variant: ShownVariant
  options: PackageOption[]
  /** Whether it costs what is in it, and not its own price. */
  isByContents: boolean
  listPrice: Decimal
  yourPrice: Decimal
}

/** What can be chosen in a package, and what it costs so (P12, P22); null: it is not sold so. */
export async function choosePackage(
  container: MedusaContainer,
  context: QuickOrderContext,
  { variant, choices }: { variant: ShownVariant; choices: readonly BasketChoice[] },
): Promise<ChosenVariant | null> {
  const { item, productId } = variant
  const asked = { productId, variantId: item.variantId, choices }
  const chosen = await packageChoices.get().choose(container, asked, packageViewerOf(context))
  return chosen.kind === "chosen"
    ? { variant, options: chosen.options, ...priceOf(context, variant, chosen.total) }
    : null
}

/** Choices that cost what the package costs without them are at its own price, with the discounts on it. */
function priceOf({ customer, place }: QuickOrderContext, { item, isByContents }: ShownVariant, total: Decimal) {
  return item.kind === "order" && compare(item.listPrice, total) === 0
    ? { listPrice: item.listPrice, yourPrice: item.yourPrice, isByContents }
    : { ...packagePrice({ total, percent: customer.percent, currency: place.currencyCode }), isByContents: true }
}

/** A variant as an item of a basket has it: a package at the price of its choices; null: it is not sold so. */
export async function asChosen(
  container: MedusaContainer,
  context: QuickOrderContext,
  { variant, choices }: { variant: ShownVariant | undefined; choices: readonly BasketChoice[] | undefined },
): Promise<ShownVariant | null> {
  if (!choices?.length || variant?.item.kind !== "order") {
    return variant ?? null
  }
  const chosen = await choosePackage(container, context, { variant, choices })
  return chosen && withChosen(chosen)
}

function withChosen({ variant, options, isByContents, listPrice, yourPrice }: ChosenVariant): ShownVariant {
  const taken = options.filter(({ isChosen }) => isChosen)
  const parts = taken.map(({ title, detail, quantity }) =>
    [quantity > 1 ? `${quantity} × ${title}` : title, detail].filter(Boolean).join(" "),
  )
  return {
    ...variant,
    item: { kind: "order", variantId: variant.item.variantId, listPrice, yourPrice },
    isByContents,
    title: [variant.title, ...parts].filter(Boolean).join(", "),
  }
}
