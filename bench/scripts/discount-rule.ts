import type { ExecArgs } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { evaluateDiscounts } from "../../src/rules/discounts"
import { readInput, writeOutput } from "../support/child"
import { discountFacts, promotionContext, promotionsOf, type CartSize } from "../support/discount-cart"

export interface DiscountRuleInput extends CartSize {
  rounds: number
  warmUp: number
}

const median = (values: number[]): number => values.sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0

/** Warm-up, so that the code is compiled before it is timed. */
const CALLS_BEFORE = 1_000

/** Runs the functions by turns, so that the machine's load hits them alike; the median of each, in milliseconds. */
async function byTurns(works: (() => unknown)[], { rounds, warmUp }: DiscountRuleInput): Promise<number[]> {
  const samples: number[][] = works.map(() => [])
  for (let round = -warmUp; round < rounds; round++) {
    for (const [index, work] of works.entries()) {
      const begun = performance.now()
      await work()
      if (round >= 0) {
        samples[index]?.push(performance.now() - begun)
      }
    }
  }
  return samples.map(median)
}

/** Both must give the same result: leaving one out would be quick, too. */
function mustAgree(found: number, wanted: number, of: string): void {
  if (found !== wanted) {
    throw new Error(`${of} has found ${found} adjustments instead of ${wanted}`)
  }
}

export default async function discountRule({ container }: ExecArgs): Promise<void> {
  const input = readInput<DiscountRuleInput>()
  const promotions = container.resolve(Modules.PROMOTION)
  const facts = discountFacts(input)
  const context = promotionContext(input)
  const created = await promotions.createPromotions(promotionsOf(input))
  const codes = created.flatMap(({ code }) => code ?? [])
  const compute = () => promotions.computeActions(codes, context, { prevent_auto_promotions: true })

  mustAgree(evaluateDiscounts(facts).lines.flatMap(({ discounts }) => discounts).length, input.discounts, "the rule")
  mustAgree((await compute()).filter(({ action }) => action === "addItemAdjustment").length, input.discounts, "Medusa")

  for (let call = 0; call < CALLS_BEFORE; call++) {
    evaluateDiscounts(facts)
  }
  const [, withReading = 0] = await byTurns([() => evaluateDiscounts(facts), compute], input)
  // From here on Medusa is given its promotions from memory, as the rule is given its facts.
  const read = Reflect.get(promotions, "listActivePromotions_") as (...args: unknown[]) => Promise<unknown>
  let known: unknown
  Reflect.set(promotions, "listActivePromotions_", async (...args: unknown[]) => {
    known ??= await read.apply(promotions, args)
    return known
  })
  mustAgree((await compute()).filter(({ action }) => action === "addItemAdjustment").length, input.discounts, "Medusa")
  const [ours = 0, computing = 0] = await byTurns([() => evaluateDiscounts(facts), compute], input)
  writeOutput({ ours, computing, withReading })
}
