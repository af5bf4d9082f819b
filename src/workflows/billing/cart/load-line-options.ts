import type { MedusaContainer } from "@medusajs/framework/types"
import type { LineOption } from "../../../rules/billing/cart/billing-line"
import type { LineOffers, LineOptions } from "../../../rules/billing/cart/fee-stage"
import { isDependent, type CartLine, type Metadata } from "../../../rules/cart"
import type { StageInput } from "../../cart/cart-stage"
import { refuse } from "../../errors/refuse"
import { serviceOptions, type ServiceOption } from "../../ports/service-options"

/** Under this name a line's metadata has what is chosen with it: values by the keys of options. */
const CHOSEN = "options"

/** What was sent to be chosen, whatever it is; undefined: nothing. */
export const chosenIn = (metadata: Metadata | null | undefined): unknown => metadata?.[CHOSEN] ?? undefined

export const toLineOption = ({ key, value, title, amount, setupFee }: ServiceOption): LineOption => ({
  ...{ key, value, title, amount },
  setup_fee: setupFee,
})

/**
 * What is chosen with each line of an offer, priced as of now (S3). What cannot be chosen is refused where a line is added, and at
 * completion; meanwhile such a line has no options.
 */
export async function loadLineOptions(
  container: MedusaContainer,
  { plan, cart, pass }: StageInput,
  offers: LineOffers,
): Promise<LineOptions> {
  const lines = plan.lines.filter((planned) => !isDependent(planned) && offers.get(planned.line.id)?.ok)
  const asked = lines.flatMap(({ line: { id, productId, variantId, metadata } }) =>
    productId !== null && variantId !== null ? [{ id, productId, variantId, values: chosenIn(metadata) }] : [],
  )
  const chosen = asked.length ? await serviceOptions.get().ofLines(container, asked, cart.currency_code) : new Map()
  const options = new Map<string, LineOption[]>()
  for (const { line } of lines) {
    const found = chosen.get(line.id)
    if (found?.ok) {
      options.set(line.id, found.options.map(toLineOption))
    }
    if (found?.ok === false && (pass.kind === "completion" || (pass.kind === "lines" && pass.added.has(line.id)))) {
      refuse(fieldOf(line, pass.kind, found.problem.field), found.problem.reason)
    }
  }
  return options
}

const fieldOf = (line: CartLine, kind: string, field: string): string =>
  kind === "completion"
    ? `items ("${line.product.product_title ?? line.title}").metadata.${field}`
    : `metadata.${field}`
