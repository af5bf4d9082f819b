import { articleList, indexAssignments, type Listed } from "./article-list"
import { readRules, type ReadRule } from "./matching-rule"
import { scaleOf, type Scale } from "./scale"
import { standingRefusal, usageRefusal } from "./standing"
import type { Refusal } from "./states"
import { ArticleTotals } from "./totals"
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
  readonly totals: ArticleTotals
  private readonly index: ReturnType<typeof indexAssignments>
  private readonly read = new Map<string, ReadDiscount>()

  constructor(readonly facts: DiscountFacts) {
    this.scale = scaleOf(facts)
    this.totals = new ArticleTotals(facts, this.scale)
    this.index = indexAssignments(facts)
  }

  listOf(line: SaleLine): readonly Listed[] {
    return articleList(line, this.index)
  }

  readDiscount(discount: ArticleDiscount): ReadDiscount {
    const known = this.read.get(discount.id)
    if (known) {
      return known
    }
    const read = {
      standing: standingRefusal(discount, this.facts),
      usage: usageRefusal(discount.usage),
      rules: readRules(discount, this.facts.currencyCode, this.scale),
    }
    this.read.set(discount.id, read)
    return read
  }
}
