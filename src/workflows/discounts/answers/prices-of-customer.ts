import type { CustomerDTO, MedusaContainer } from "@medusajs/framework/types"
import { evaluateDiscounts, type DiscountFacts, type EvaluatedLine } from "../../../rules/discounts"
import { compare, isPositive, multiply, round, subtract, type Decimal } from "../../../rules/money"
import type { PersonalLine, PersonalPrice, PersonalPrices, PriceViewer } from "../../ports/personal-prices"
import { decimalOf, type EvaluationContext } from "../cart/evaluation-context"
import { findDiscountFacts } from "../cart/load-discount-facts"
import { contextOfVariants } from "./context-of-variants"
import { tiersAtPrices } from "./show-tiers"

/**
 * What one piece of each variant costs a customer on a quick order: the cart's own facts and rule, each variant alone. Three
 * statements more than the prices, however many variants.
 */
async function pricesOfVariants(
  container: MedusaContainer,
  variantIds: readonly string[],
  viewer: PriceViewer,
): Promise<Map<string, PersonalPrice>> {
  if (!variantIds.length) {
    return new Map()
  }
  const lines = variantIds.map((id) => ({ id, variantId: id, quantity: 1 }))
  const { context, facts } = await evaluated(container, lines, viewer)
  return facts ? withDiscounts(container, context, facts) : listPrices(context)
}

/** What lines of a quick order come to: the same facts and rule, all lines together. */
async function sumsOfLines(
  container: MedusaContainer,
  lines: readonly PersonalLine[],
  viewer: PriceViewer,
): Promise<Map<string, Decimal>> {
  if (!lines.length) {
    return new Map()
  }
  const { context, facts } = await evaluated(container, lines, viewer)
  const taken = new Map(facts ? evaluateDiscounts(facts).lines.map(({ id, amount }) => [id, amount]) : [])
  return new Map(
    (context.items ?? []).map(({ id, unit_price, quantity }) => {
      const price = multiply(decimalOf(unit_price), decimalOf(quantity))
      return [id, round(subtract(price, taken.get(id) ?? "0"), viewer.currencyCode)]
    }),
  )
}

export const pricesOfCustomer: PersonalPrices = { ofVariants: pricesOfVariants, ofLines: sumsOfLines }

/** Order discounts depend on the whole order: they are left to the cart. */
async function evaluated(
  container: MedusaContainer,
  lines: readonly PersonalLine[],
  { currencyCode, regionId, countryCode, customer, email, percent, asOf }: PriceViewer,
): Promise<{ context: EvaluationContext; facts: DiscountFacts | null }> {
  const priced = await contextOfVariants(container, {
    currencyCode,
    regionId,
    countryCode,
    customer: customer && asCustomer(customer),
    lines: [...lines],
    unpriced: "leave_out",
  })
  const context = { ...priced, email }
  const terms = { asOf, channel: "quick_order", personalPercent: percent, groups: customer?.groups ?? [] } as const
  const facts = await findDiscountFacts(container, context, terms)
  return { context, facts: facts && { ...facts, orderDiscounts: [] } }
}

/** A guest is counted by the e-mail address, as in the cart; their groups are given apart. */
const asCustomer = ({ id, hasAccount, groups }: NonNullable<PriceViewer["customer"]>): CustomerDTO =>
  ({ id, email: "", has_account: hasAccount, groups: groups.map((group) => ({ id: group })) }) as CustomerDTO

const listPrices = ({ currency_code, items }: EvaluationContext): Map<string, PersonalPrice> =>
  new Map(
    (items ?? []).map(({ id, unit_price, is_tax_inclusive }) => {
      const price = round(decimalOf(unit_price), currency_code)
      return [id, { listPrice: price, yourPrice: price, isTaxInclusive: is_tax_inclusive ?? false, tiers: [] }]
    }),
  )

async function withDiscounts(
  container: MedusaContainer,
  context: EvaluationContext,
  facts: DiscountFacts,
): Promise<Map<string, PersonalPrice>> {
  const tiers = await tiersAtPrices(container, context, facts)
  return new Map(
    facts.lines.map((line) => {
      const yourPrice = priceOf(line, facts)
      const own = tiers.flatMap(({ variantId, trigger, min, unitPriceAfter }) =>
        variantId === line.id && trigger === "quantity" && min !== null && unitPriceAfter !== null
          ? [{ from: min, price: unitPriceAfter }]
          : [],
      )
      const listPrice = round(line.unitPrice, facts.currencyCode)
      const { isTaxInclusive } = line
      return [line.id, { listPrice, yourPrice, isTaxInclusive, tiers: lowering(own, yourPrice) }]
    }),
  )
}

function priceOf(line: EvaluatedLine, facts: DiscountFacts): Decimal {
  const [answer] = evaluateDiscounts({ ...facts, lines: [line] }).lines
  return round(answer ? subtract(answer.price, answer.amount) : line.unitPrice, facts.currencyCode)
}

/** The tiers that begin after the first piece, each cheaper than one piece. */
const lowering = (tiers: PersonalPrice["tiers"], each: Decimal): PersonalPrice["tiers"] =>
  tiers.filter(({ from, price }) => isPositive(subtract(from, "1")) && compare(price, each) < 0)
