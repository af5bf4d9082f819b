import type { MedusaContainer } from "@medusajs/framework/types"
import { MedusaError, Modules } from "@medusajs/framework/utils"
import type { Breakdown, BreakdownAnswer } from "../../../contracts/packages/breakdown"
import { CORE_MODULE, type CoreModuleService } from "../../../modules/core"
import { PACKAGES_MODULE, type PackagesModuleService } from "../../../modules/packages"
import {
  breakdownRows,
  checkPeriod,
  checkSelection,
  expandPackage,
  nodesOf,
  packageOptions,
  pricePackage,
  selectedDuration,
  withAgreedPrices,
  type Choice,
  type Duration,
  type NodePrice,
} from "../../../rules/packages"
import { invalidFields } from "../../errors/invalid-fields"
import { breakdownOrder, type SoldPackage } from "./breakdown-order"
import { draftedPackage } from "./drafted-package"
import { loadArticles } from "../catalog/load-articles"
import { toBreakdownAnswer, toOption } from "./to-breakdown-answer"
import { variantNames } from "../catalog/variant-names"

export interface BreakdownInput extends Breakdown {
  product_id: string
}

/**
 * What a package costs, to the last content, for a duration and choices (P21): by the rule that the cart uses. With
 * `draft`, as it would be saved. The number of statements does not depend on its size or depth.
 */
export async function priceBreakdown(container: MedusaContainer, input: BreakdownInput): Promise<BreakdownAnswer> {
  const { product_id: productId, quantity } = input
  const duration = durationOfInput(container, input)
  const order = await breakdownOrder(container, input)
  const [drafted, variantId, currencyCode] = await Promise.all([
    draftedPackage(container, { product_id: productId, draft: input.draft, sold: order?.sold?.own.book ?? null }),
    variantOf(container, input),
    order?.context.currencyCode.toLowerCase() ?? currencyOf(container, input),
  ])
  if (variantId === null) {
    throw invalidFields("The package was not priced", [{ field: "variant_id", reason: "is no variant of the package" }])
  }
  const choices = input.choices.map(toChoice)
  const refusal = checkSelection(drafted.book, { productId, selection: { choices }, mayHide: true })
  if (refusal) {
    throw invalidFields("The package was not priced", [refusal])
  }
  const root = expandPackage(drafted.book, { productId, variantId, choices })
  const nodes = nodesOf(root)
  const options = packageOptions(root, choices)
  const context = order?.context ?? {
    currencyCode,
    regionId: input.region_id ?? null,
    customerGroupIds: input.customer_group_ids,
  }
  const bought = drafted.book[productId]?.pricing === "flat" ? { variantId, quantity } : undefined
  const [loaded, names] = await Promise.all([
    loadArticles(container, nodes, { ...context, bought }),
    variantNames(
      container,
      [...nodes, ...options.map(({ entry }) => entry)].map((named) => named.variantId),
    ),
  ])
  const articles = drafted.withOwnPrice(loaded, { variantId, currencyCode })
  const priced = pricePackage(root, { articles, duration, hours: input.hours })
  const answer = {
    currency_code: currencyCode,
    quantity,
    duration,
    options: options.map((one) => toOption(one, names)),
  }
  return priced.ok
    ? toBreakdownAnswer(answer, {
        rows: breakdownRows(asAgreed(priced.prices, input, order?.sold ?? null), quantity),
        hasPercent: priced.hasPercent,
        names,
        articles,
      })
    : { ...answer, total: null, has_percent: false, nodes: [], missing: missingOf(priced.missing, names) }
}

/** Prices that were agreed stay, as they do where the change is made. */
function asAgreed(prices: NodePrice[], input: BreakdownInput, sold: SoldPackage | null): NodePrice[] {
  if (!sold) {
    return prices
  }
  const checked = input.period ? checkPeriod(input.period, null) : null
  const { days, hours } = input
  const selection = {
    ...{ choices: input.choices.map(toChoice), days: days ?? null, hours: hours ?? null },
    period: checked?.ok ? checked.period : null,
  }
  return withAgreedPrices(prices, sold.prices, { from: sold.own, to: { ...sold.own, selection } })
}

const missingOf = (
  missing: readonly { path: string; variantId: string }[],
  names: ReadonlyMap<string, { title: string }>,
): BreakdownAnswer["missing"] =>
  missing.map(({ path, variantId }) => ({
    path,
    variant_id: variantId,
    title: names.get(variantId)?.title ?? null,
  }))

function durationOfInput(container: MedusaContainer, input: Breakdown): Duration | null {
  const { timeZone } = container.resolve<CoreModuleService>(CORE_MODULE).options
  const { dayCount } = container.resolve<PackagesModuleService>(PACKAGES_MODULE).options
  const selected = selectedDuration(input, { timeZone, dayCount })
  if (!selected.ok) {
    throw invalidFields("The package was not priced", [selected])
  }
  return selected.duration
}

const toChoice = ({ path, is_chosen, quantity, is_hidden }: Breakdown["choices"][number]): Choice => ({
  path,
  ...(is_chosen === undefined ? {} : { isChosen: is_chosen }),
  ...(quantity === undefined ? {} : { quantity }),
  ...(is_hidden === undefined ? {} : { isHidden: is_hidden }),
})

/** The variant that is asked for, or the product's first one; null: the product has no such variant. */
async function variantOf(
  container: MedusaContainer,
  { product_id, variant_id }: BreakdownInput,
): Promise<string | null> {
  const variants = await container
    .resolve(Modules.PRODUCT)
    .listProductVariants({ product_id }, { select: ["id"], order: { variant_rank: "ASC" }, take: null })
  const found = variant_id === undefined ? variants[0] : variants.find(({ id }) => id === variant_id)
  return found?.id ?? null
}

async function currencyOf(container: MedusaContainer, { currency_code, region_id }: Breakdown): Promise<string> {
  if (region_id === undefined) {
    return currency_code ?? ""
  }
  const [region] = await container.resolve(Modules.REGION).listRegions({ id: region_id }, { take: 1 })
  if (!region) {
    throw new MedusaError(MedusaError.Types.INVALID_DATA, `region_id: there is no region "${region_id}"`)
  }
  return region.currency_code
}
