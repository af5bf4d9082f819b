import { counts } from "./counts"
import { productKey, variantKey } from "./lots"
import type { Scale } from "./scale"
import { taxFactor } from "./tax-factor"
import type { AssignmentLevel } from "./states"
import type { DiscountFacts, SaleLine } from "./types"

/** What an article comes to in the order, over all its lines and before any discount (D13), in grains. */
export interface ArticleTotal {
  quantity: bigint
  /** Rounded to the minor unit, so that no amount can fall between two ranges that follow one another. */
  amount: bigint
}

/** Each article is measured once per level; an amount is reckoned with tax or without, as the price asked for is (D15). */
export class ArticleTotals {
  private readonly linesOf = new Map<string, SaleLine[]>()
  private readonly known = new Map<string, ArticleTotal>()

  constructor(
    { lines }: Pick<DiscountFacts, "lines">,
    private readonly scale: Scale,
  ) {
    for (const line of lines) {
      if (counts(line)) {
        const keys = new Set([variantKey(line), productKey(line)])
        keys.forEach((key) => {
          const kept = this.linesOf.get(key)
          if (kept) {
            kept.push(line)
          } else {
            this.linesOf.set(key, [line])
          }
        })
      }
    }
  }

  of(line: SaleLine, level: AssignmentLevel): ArticleTotal {
    const article = articleKey(line, level)
    const key = line.isTaxInclusive ? `with tax ${article}` : article
    const known = this.known.get(key)
    if (known) {
      return known
    }
    const total = this.measure(this.linesOf.get(article) ?? [], line.isTaxInclusive)
    this.known.set(key, total)
    return total
  }

  private measure(lines: readonly SaleLine[], isTaxInclusive: boolean): ArticleTotal {
    const { scale } = this
    let [quantity, amount] = [0n, 0n]
    for (const line of lines) {
      quantity += scale.read(String(line.quantity))
      const price = scale.times(line.unitPrice, line.quantity)
      amount += line.isTaxInclusive === isTaxInclusive ? price : converted(price, line)
    }
    return { quantity, amount: scale.toUnits(amount) * scale.minor }
  }
}

/** The article as it is counted at a level: a variant, or all that is of one product (D13). */
export function articleKey(line: SaleLine, level: AssignmentLevel): string {
  return level === "variant" ? variantKey(line) : productKey(line)
}

/** Rare: two variants of one product, one priced with tax and one without. */
function converted(price: bigint, line: SaleLine): bigint {
  const { numerator, denominator } = taxFactor(line.taxRate)
  return line.isTaxInclusive ? (price * denominator) / numerator : (price * numerator) / denominator
}
