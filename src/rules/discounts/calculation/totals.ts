import type { Decimal } from "../../money"
import type { PricedLine } from "./priced-line"
import type { FixedPoint } from "./fixed-point"
import type { AssignmentLevel, Trigger } from "../states"
import { taxFactor } from "./tax-factor"

/** An article's total in the order, over all its lines and before any discount (D13), in subunits. */
export interface ArticleTotal {
  quantity: bigint
  /** Rounded to the minor unit, so that no amount falls between two adjacent ranges. */
  amount: bigint
  written: Record<Trigger, Decimal>
}

interface Measured {
  lines: PricedLine[]
  withTax: ArticleTotal | null
  withoutTax: ArticleTotal | null
}

/**
 * Each article is summed once per level; its amount is with or without tax, as the line's price is (D15). Units inside packages
 * count for lines inside packages alone.
 */
export class ArticleTotals {
  private readonly articles = new Map<string, Measured>()

  constructor(
    lines: readonly PricedLine[],
    private readonly fixedPoint: FixedPoint,
  ) {
    for (const priced of lines) {
      this.add(placed(priced.variant, priced), priced)
      if (priced.product !== priced.variant) {
        this.add(placed(priced.product, priced), priced)
      }
    }
  }

  of(priced: PricedLine, level: AssignmentLevel): ArticleTotal {
    const article = this.articles.get(placed(articleKey(priced, level), priced)) ?? {
      lines: [],
      withTax: null,
      withoutTax: null,
    }
    if (priced.line.isTaxInclusive) {
      return (article.withTax ??= this.measure(article.lines, true))
    }
    return (article.withoutTax ??= this.measure(article.lines, false))
  }

  private add(key: string, priced: PricedLine): void {
    const article = this.articles.get(key) ?? { lines: [], withTax: null, withoutTax: null }
    this.articles.set(key, article)
    if (priced.isCounted) {
      article.lines.push(priced)
    }
  }

  private measure(lines: readonly PricedLine[], isTaxInclusive: boolean): ArticleTotal {
    const { fixedPoint } = this
    let quantity = 0n
    let exact = 0n
    for (const { line, price } of lines) {
      quantity += fixedPoint.readNumber(line.quantity)
      exact += line.isTaxInclusive === isTaxInclusive ? price : converted(price, line)
    }
    const units = fixedPoint.toUnits(exact)
    const written = { quantity: fixedPoint.writeNumber(quantity), amount: fixedPoint.writeUnits(units) }
    return { quantity, amount: units * fixedPoint.minor, written }
  }
}

/** The article at a level: a variant, or all variants of a product (D13). */
export const articleKey = ({ variant, product }: PricedLine, level: AssignmentLevel): string =>
  level === "variant" ? variant : product

/** An article inside packages is apart from the same one beside them. */
const placed = (article: string, { line }: PricedLine): string => (line.bundleId ? `inside ${article}` : article)

/** Rare: two variants of one product, one priced with tax and one without. */
function converted(price: bigint, { taxRate, isTaxInclusive }: PricedLine["line"]): bigint {
  const { numerator, denominator } = taxFactor(taxRate)
  return isTaxInclusive ? (price * denominator) / numerator : (price * numerator) / denominator
}
