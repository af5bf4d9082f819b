import type { MedusaContainer } from "@medusajs/framework/types"
import { CORE_MODULE, type CoreModuleService, readLineRecordsById } from "../../../modules/core"
import { PACKAGES_MODULE, type PackagesModuleService } from "../../../modules/packages"
import type { LineRecord } from "../../../rules/cart"
import {
  contentLineOf,
  daysAlone,
  durationOf,
  expandPackage,
  nodesOf,
  packageLineOf,
  pricePackage,
  withoutSeparate,
  type Article,
  type NodePrice,
  type PackageNode,
  type Selection,
} from "../../../rules/packages"
import { checkPayloads } from "../../cart/line-payloads"
import type { PiecePrice, RunningPackage } from "../../ports/packages/renewed-packages"
import { packagesCart } from "../cart/packages-cart"
import { articlesAt } from "../catalog/load-articles"

/**
 * What running packages cost today (B22): the recipe and the choices that were sold, at the given prices and today's
 * rates. A few statements, however many there are.
 */
export async function priceRunningPackages(
  container: MedusaContainer,
  packages: readonly RunningPackage[],
): Promise<Map<string, PiecePrice>> {
  const { knex } = container.resolve<CoreModuleService>(CORE_MODULE).db
  const ids = packages.flatMap(({ parts }) => parts.map(({ recordId }) => recordId))
  const records = await readLineRecordsById(knex, [...new Set(ids)])
  checkPayloads([...records.values()], [packagesCart])
  const expanded = packages.flatMap((running) => {
    const sold = soldPackage(records.get(running.parts[0]?.recordId ?? ""))
    return sold ? [{ running, sold }] : []
  })
  const articles = await loadUnpriced(container, expanded)
  return new Map(
    expanded.flatMap(({ running, sold }) => {
      const known = articles.get(running.currencyCode) ?? new Map<string, Article>()
      const byPath = pricesOf(container, { ...sold, articles: pricedAt(known, running.prices) })
      return running.parts.flatMap(({ id, recordId }): [string, PiecePrice][] => {
        const price = byPath.get(pathOf(records.get(recordId)))
        return price ? [[id, { amount: price.unitPrice, isTaxInclusive: price.isTaxInclusive }]] : []
      })
    }),
  )
}

/** The place of a record's line in its package; null: it has none. */
const pathOf = (record: LineRecord | undefined): string | null =>
  packageLineOf(record?.payload)?.slot ?? contentLineOf(record?.payload)?.slot ?? null

interface SoldPackage {
  root: PackageNode
  selection: Selection
}

function soldPackage(record: LineRecord | undefined): SoldPackage | null {
  const own = packageLineOf(record?.payload)
  if (!own || !record?.productId || !record.variantId || !own.book[record.productId]) {
    return null
  }
  const { productId, variantId } = record
  const { book, selection } = own
  // An accessory that was a line of its own is none of the subscription's.
  return { root: withoutSeparate(expandPackage(book, { productId, variantId, choices: selection.choices })), selection }
}

/** By currency, then by variant: units, rates and minimums of today. */
async function loadUnpriced(
  container: MedusaContainer,
  expanded: readonly { running: RunningPackage; sold: SoldPackage }[],
): Promise<Map<string, Map<string, Article>>> {
  const articles = new Map<string, Map<string, Article>>()
  for (const currencyCode of new Set(expanded.map(({ running }) => running.currencyCode))) {
    const nodes = expanded.flatMap(({ running, sold }) =>
      running.currencyCode === currencyCode ? nodesOf(sold.root) : [],
    )
    articles.set(currencyCode, await articlesAt(container, nodes, { currencyCode, prices: new Map() }))
  }
  return articles
}

const pricedAt = (
  articles: ReadonlyMap<string, Article>,
  prices: ReadonlyMap<string, PiecePrice>,
): Map<string, Article> =>
  new Map(
    [...articles].map(([id, article]) => {
      const price = prices.get(id)
      return [id, price ? { ...article, price: price.amount, isTaxInclusive: price.isTaxInclusive } : article]
    }),
  )

/** By the path of each node; none where one of them has no price. */
function pricesOf(
  container: MedusaContainer,
  { root, selection, articles }: SoldPackage & { articles: Map<string, Article> },
): Map<string | null, NodePrice> {
  const { timeZone } = container.resolve<CoreModuleService>(CORE_MODULE).options
  const { dayCount } = container.resolve<PackagesModuleService>(PACKAGES_MODULE).options
  const { period, hours } = selection
  const duration = period ? durationOf(period, { timeZone, dayCount }) : daysAlone(selection)
  const priced = pricePackage(root, { articles, duration, hours })
  return new Map(priced.ok ? priced.prices.map((price) => [price.node.path, price]) : [])
}
