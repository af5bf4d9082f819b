import { identifyLines, isArticle, priceOf, sharePayload, takenOf, type CartPlan, type PlannedLine } from "../../cart"
import { add, multiply, percentOf, quotient, round, subtract, sum, type Decimal } from "../../money"
import { isPercentArticle, type Articles } from "../recipes/articles"
import { contentLineOf, packagePayload, PACKAGES_ROOM, percentLineOf, type PercentLine } from "./package-line"

/** The name of a line's section in its metadata (P11): any text that a storefront or an admin gives. */
export const LINE_GROUP = "item_group"

/**
 * Marks the lines of percent articles, before prices: they are no articles that discounts count. What is charged is the
 * percentage of when the line came into the cart.
 */
export function markPercentLines(plan: CartPlan, articles: Articles): CartPlan {
  const marked = plan.lines.flatMap(({ line, record, identity }) => {
    const known = percentLineOf(record?.payload)
    const article = line.variantId === null ? undefined : articles.get(line.variantId)
    const section = known ?? (article && isPercentArticle(article) ? sectionOf(article) : null)
    return section && identity === null ? [[line.id, identityOf(section)] as const] : []
  })
  return marked.length ? identifyLines(plan, new Map(marked)) : plan
}

const sectionOf = ({ unit, percent, group }: Pick<PercentLine, "unit" | "percent" | "group">): PercentLine => ({
  slot: "percent",
  unit,
  percent,
  group,
})

const identityOf = (section: PercentLine) => ({
  room: PACKAGES_ROOM,
  kind: "percent",
  parentLineId: null,
  payload: { ...sharePayload({ is_article: false, is_in_sum: false, variant_id: null }), ...packagePayload(section) },
})

/**
 * Prices percent articles (P11): a percentage of the articles of the whole order, or of the section that they are in,
 * after our discounts, without tax, fees, shipping and other percent articles. It is rounded once, and stands on one
 * piece. A price with tax in it gets the tax on top, so that what it is without tax is the percentage.
 */
export function percentStage(plan: CartPlan, articles: Articles): CartPlan {
  const percents = new Map(plan.lines.flatMap((planned) => percentOfLine(planned, articles)))
  if (!percents.size) {
    return plan
  }
  const groups = groupsOf(plan)
  const counted = plan.lines.filter((planned) => isArticle(planned) && !percents.has(planned.line.id))
  const lines = plan.lines.map((planned): PlannedLine => {
    const { line } = planned
    const percent = percents.get(line.id)
    if (!percent) {
      return planned
    }
    const group = groups.get(line.id) ?? percent.group
    const base =
      percent.unit === "percent_of_order"
        ? counted
        : counted.filter((one) => (groups.get(one.line.id) ?? null) === group)
    const net = percentOf(sum(base.map(netOf)), percent.percent ?? "0")
    const price = line.isTaxInclusive ? multiply(net, taxFactor(line.taxRate)) : net
    return { ...planned, line: { ...line, quantity: 1, unitPrice: round(price, plan.cart.currencyCode) } }
  })
  return { ...plan, lines }
}

/** A line's own percentage, or that of a content of a package. */
function percentOfLine({ line, identity }: PlannedLine, articles: Articles): [string, Omit<PercentLine, "slot">][] {
  const own = percentLineOf(identity?.payload)
  const content = contentLineOf(identity?.payload)
  const article = content?.reason === "percentage" ? articles.get(content.variant_id) : undefined
  const percent = own ?? article
  return percent ? [[line.id, percent]] : []
}

/** The section of each line: its own, or that of the line that it depends on. */
function groupsOf({ lines }: CartPlan): Map<string, string> {
  const own = new Map(
    lines.flatMap(({ line }): [string, string][] => {
      const group = line.metadata?.[LINE_GROUP]
      return typeof group === "string" && group !== "" ? [[line.id, group]] : []
    }),
  )
  const all = lines.flatMap(({ line, identity }): [string, string][] => {
    const group = own.get(line.id) ?? own.get(identity?.parentLineId ?? "")
    return group === undefined ? [] : [[line.id, group]]
  })
  return new Map(all)
}

/** What a line comes to after our discounts, without tax. */
function netOf(planned: PlannedLine): Decimal {
  const { line } = planned
  const left = subtract(priceOf(line), takenOf(planned))
  return line.isTaxInclusive ? quotient(left, taxFactor(line.taxRate)) : left
}

const taxFactor = (taxRate: Decimal): Decimal => add("1", multiply(taxRate, "0.01"))
