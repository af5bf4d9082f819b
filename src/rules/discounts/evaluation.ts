import { articleList, indexAssignments, type Listed } from "./drafts/article-list"
import { readRules, type ReadRule } from "./eligibility/matching-rule"
import { pricedLine, type PricedLine } from "./calculation/priced-line"
import { withBundlePrices } from "./calculation/bundles"
import { fixedPointOf, type FixedPoint } from "./calculation/fixed-point"
import { eligibilityRefusal, usageRefusal } from "./eligibility/eligibility-refusal"
import type { Refusal } from "./states"
import { ArticleTotals } from "./calculation/totals"
import type { ArticleDiscount, DiscountFacts, EvaluatedLine } from "./types"

/** What is the same for a discount on every line; read once. */
export interface ReadDiscount {
  eligibility: Refusal | null
  usage: Refusal | null
  rules: ReadRule[]
}

/** The facts of one evaluation, indexed and read once. */
export class Evaluation {
  readonly fixedPoint: FixedPoint
  readonly lines: readonly PricedLine[]
  readonly totals: ArticleTotals
  private readonly index: ReturnType<typeof indexAssignments>
  private readonly read = new Map<ArticleDiscount, ReadDiscount>()

  constructor(readonly facts: DiscountFacts) {
    const fixedPoint = fixedPointOf(facts)
    this.fixedPoint = fixedPoint
    this.lines = withBundlePrices(facts.lines.map((line, place) => pricedLine(line, place, fixedPoint)))
    this.totals = new ArticleTotals(this.lines, fixedPoint)
    this.index = indexAssignments(facts)
  }

  listOf(line: EvaluatedLine): readonly Listed[] {
    return articleList(line, this.index)
  }

  readDiscount(discount: ArticleDiscount): ReadDiscount {
    const known = this.read.get(discount)
    if (known) {
      return known
    }
    const read = {
      eligibility: eligibilityRefusal(discount, this.facts),
      usage: usageRefusal(discount.usage),
      rules: readRules(discount, this.facts.currencyCode, this.fixedPoint),
    }
    this.read.set(discount, read)
    return read
  }
}
