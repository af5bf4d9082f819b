import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import {
  articleTerms,
  type Candidates,
  DISCOUNTS_MODULE,
  type DiscountsModuleService,
  reservedByCart,
  usesOfBuyer,
} from "../../../modules/discounts"
import type { CivilDate } from "../../../rules/calendar"
import type { DiscountChannel } from "../../../rules/discounts/states"
import type { ArticlePlace } from "../../../rules/discounts"
import { withOneLess } from "../../../rules/discounts/eligibility/with-one-less"
import type { DiscountFacts, UsageFacts } from "../../../rules/discounts/types"
import type { Decimal } from "../../../rules/money"
import { buyerOfContext, customerIdOf, type DiscountProduct, type EvaluationContext } from "./evaluation-context"
import { categoriesAbove } from "./categories-above"
import { toEvaluatedLine } from "./to-evaluated-line"
import { specialPrices } from "./special-prices"

export interface DiscountTerms {
  /** The store's date of the evaluation. Read only where a discount can apply. */
  asOf: CivilDate | (() => Promise<CivilDate>)
  channel: DiscountChannel
  /** A customer's personal percentage (D25). */
  personalPercent?: Decimal | null
  /** Instead of the customer's own groups. */
  groups?: string[]
}

/**
 * Loads the facts of an evaluation. Only here, rows of Medusa become the rule's facts. Fields of the given cart are not
 * queried again: a refresh costs one more statement.
 */
export async function loadDiscountFacts(
  container: MedusaContainer,
  context: EvaluationContext,
  terms: DiscountTerms,
): Promise<DiscountFacts> {
  return factsOf(container, { ...(await stored(container, context)), context, terms })
}

/** The same, or null where no stored discount can apply. */
export async function findDiscountFacts(
  container: MedusaContainer,
  context: EvaluationContext,
  terms: DiscountTerms,
): Promise<DiscountFacts | null> {
  const found = await stored(container, context)
  const { discounts, orderDiscounts } = found.candidates
  const canMatter = discounts.length || orderDiscounts.length || terms.personalPercent
  return canMatter ? factsOf(container, { ...found, context, terms }) : null
}

interface Stored {
  products: ReadonlyMap<string, DiscountProduct>
  /** Each category with those above it. */
  above: ReadonlyMap<string, string[]>
  candidates: Candidates
}

async function stored(container: MedusaContainer, context: EvaluationContext): Promise<Stored> {
  const products = await productsOf(container, context)
  const places = (context.items ?? []).flatMap((item) => item.product ?? products.get(item.product_id ?? "") ?? [])
  const categoryIds = places.flatMap(({ categories }) => (categories ?? []).map(({ id }) => id))
  const above = await categoriesAbove(container, categoryIds)
  return { products, above, candidates: await candidatesOf(container, context, { places, above }) }
}

async function factsOf(
  container: MedusaContainer,
  { context, terms, products, above, candidates }: Stored & { context: EvaluationContext; terms: DiscountTerms },
): Promise<DiscountFacts> {
  const { currency_code: currencyCode, items = [] } = context
  const [special, groups, limits] = await Promise.all([
    candidates.discounts.length && !candidates.settings.onSpecialPrices
      ? specialPrices(container, context)
      : new Set<string>(),
    terms.groups ?? groupsOf(container, context),
    withUses(container, context, candidates),
  ])
  const article = (place: ArticlePlace) => articleTerms(candidates.articles, place, currencyCode)
  return {
    channel: terms.channel,
    currencyCode,
    asOf: typeof terms.asOf === "string" ? terms.asOf : await terms.asOf(),
    groups,
    personalPercent: terms.personalPercent ?? null,
    lines: (items ?? []).map((item) => toEvaluatedLine(item, { products, above, special, article })),
    ...limits,
    assignments: candidates.assignments,
    settings: candidates.settings,
  }
}

/** Queries collections and categories where the lines do not have them. */
async function productsOf(
  container: MedusaContainer,
  { items }: EvaluationContext,
): Promise<Map<string, DiscountProduct>> {
  const unknown = (items ?? []).filter(({ product }) => product?.collection_id === undefined)
  const ids = [...new Set(unknown.flatMap((item) => item.product_id ?? []))]
  if (!ids.length) {
    return new Map()
  }
  const { data } = await container.resolve(ContainerRegistrationKeys.QUERY).graph({
    entity: "product",
    fields: ["id", "collection_id", "categories.id"],
    filters: { id: ids },
  })
  return new Map(data.map((product) => [product.id, product as DiscountProduct]))
}

async function candidatesOf(
  container: MedusaContainer,
  context: EvaluationContext,
  { places, above }: { places: DiscountProduct[]; above: ReadonlyMap<string, string[]> },
): Promise<Candidates> {
  const items = context.items ?? []
  return container.resolve<DiscountsModuleService>(DISCOUNTS_MODULE).candidatesFor({
    variantIds: items.flatMap((item) => item.variant_id ?? []),
    productIds: items.flatMap((item) => item.product_id ?? []),
    collectionIds: places.flatMap((product) => product.collection_id ?? []),
    categoryIds: [...above.values()].flat(),
    // Counted apart, and only where there are limits.
    customerKey: null,
  })
}

/**
 * The customer's groups. A guest has none but everyone's, whatever group their row is in, and so has an account that
 * nobody has logged in to: anybody can type the e-mail address of somebody else.
 */
async function groupsOf(container: MedusaContainer, context: EvaluationContext): Promise<string[]> {
  const id = customerIdOf(context)
  if (id === null || context.customer?.has_account === false || context.isLoggedIn === false) {
    return []
  }
  if (context.customer?.groups && context.customer.has_account) {
    return context.customer.groups.map((group) => group.id)
  }
  const [customer] = await container.resolve(Modules.CUSTOMER).listCustomers({ id }, { relations: ["groups"] })
  return customer?.has_account ? (customer.groups ?? []).flatMap((group) => group.id ?? []) : []
}

/**
 * How often the buyer has used each discount, without what the cart has reserved itself before its completion crashed.
 * Queried only where there are limits.
 */
async function withUses(
  container: MedusaContainer,
  context: EvaluationContext,
  { discounts, orderDiscounts }: Candidates,
): Promise<Pick<DiscountFacts, "discounts" | "orderDiscounts">> {
  const all = [...discounts, ...orderDiscounts]
  const limited = all.filter(({ usage }) => isLimited(usage)).map(({ id }) => id)
  if (!limited.length) {
    return { discounts, orderDiscounts }
  }
  const { knex } = container.resolve<DiscountsModuleService>(DISCOUNTS_MODULE).db
  const perCustomer = all.filter(({ usage }) => usage.limitPerCustomer !== null).map(({ id }) => id)
  const used = await usesOfBuyer(knex, buyerOfContext(context), perCustomer)
  const held = context.id === null ? new Set<string>() : await reservedByCart(knex, context.id, limited)
  const counted = <Kind extends { id: string; usage: UsageFacts }>(one: Kind): Kind => {
    const usage = { ...one.usage, usedByCustomer: used && (used.get(one.id) ?? 0) }
    return { ...one, usage: held.has(one.id) ? withOneLess(usage) : usage }
  }
  return { discounts: discounts.map(counted), orderDiscounts: orderDiscounts.map(counted) }
}

const isLimited = ({ limit, limitPerCustomer }: UsageFacts): boolean => limit !== null || limitPerCustomer !== null
