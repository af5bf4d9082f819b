import { articleList, indexAssignments, type Listed } from "./drafts/article-list"
import { readRules, type ReadRule } from "./eligibility/matching-rule"
import { pricedLine, type PricedLine } from "./calculation/priced-line"
import { scaleOf, type Scale } from "./calculation/scale"
import { standingRefusal, usageRefusal } from "./eligibility/standing"
import type { Refusal } from "./states"
import { ArticleTotals } from "./calculation/totals"
import type { ArticleDiscount, DiscountFacts, SaleLine } from "./types"

/** What is the same for a discount on every line; read once. */
export interface ReadDiscount {
  standing: Refusal | null
  usage: Refusal | null
  rules: ReadRule[]
}

/** The facts of one evaluation, indexed and read once. */
export class Sale {
  readonly scale: Scale
  readonly lines: readonly PricedLine[]
  readonly totals: ArticleTotals
  private readonly index: ReturnType<typeof indexAssignments>
  private readonly read = new Map<ArticleDiscount, ReadDiscount>()

  constructor(readonly facts: DiscountFacts) {
    const scale = scaleOf(facts)
    this.scale = scale
    this.lines = facts.lines.map((line, place) => pricedLine(line, place, scale))
    this.totals = new ArticleTotals(this.lines, scale)
    this.index = indexAssignments(facts)
  }

  listOf(line: SaleLine): readonly Listed[] {
    return articleList(line, this.index)
  }

  readDiscount(discount: ArticleDiscount): ReadDiscount {
    const known = this.read.get(discount)
    if (known) {
      return known
    }
    const read = {
      standing: standingRefusal(discount, this.facts),
      usage: usageRefusal(discount.usage),
      rules: readRules(discount, this.facts.currencyCode, this.scale),
    }
    this.read.set(discount, read)
    return read
  }
}
