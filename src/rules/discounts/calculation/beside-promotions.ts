import type { Decimal } from "../../money"
import { evaluateDiscounts } from "./evaluate-discounts"
import { storeLimit } from "./cap"
import { roundingGroupsOf, type RoundingGroup } from "./rounding-groups"
import { Evaluation } from "../evaluation"
import type { DiscountAnswer, DiscountFacts } from "../types"

/** What promotions take off each line after the discounts, taxed as the line's price is; by line id. */
export type Promoted = ReadonlyMap<string, Decimal>

/** Rounds after which a group that still does not fit gives nothing. A percentage needs three. */
const MOST_ROUNDS = 8
/** The store's limit is met where no more than this is left of it, in minor units a line: promotions round, too. */
const SLACK_PER_LINE = 2n

/** An article at one price that the store limits. Amounts are in whole minor units. */
interface Limited {
  group: RoundingGroup
  limit: bigint
  /** What the discounts take where there is no promotion. */
  most: bigint
  /** What promotions are assumed to take. */
  guess: bigint
  /** Guesses so far, with what promotions then took. */
  tried: { guess: bigint; promoted: bigint }[]
  hasGivenUp: boolean
}

/**
 * The discounts that keep the store's limits together with the promotions that follow them (D24): where both take more,
 * the discounts give way. Promotions work on what the discounts leave, so each answer is yielded, and what promotions
 * take off it comes back; the last answer fits. Where promotions alone pass a limit, nothing is left for discounts.
 */
export function* besidePromotions(facts: DiscountFacts): Generator<DiscountAnswer, DiscountAnswer, Promoted> {
  const evaluation = new Evaluation(facts)
  let answer = evaluateDiscounts(facts)
  const groups = limitedGroups(answer, evaluation)
  if (!groups.length) {
    return answer
  }
  for (let round = 0; ; round++) {
    const promoted = yield answer
    const open = groups.filter((one) => !isMet(one, takenBy(answer, one.group, evaluation), promoted, evaluation))
    if (!open.length) {
      return answer
    }
    for (const one of open) {
      one.hasGivenUp = round >= MOST_ROUNDS
      one.guess = one.hasGivenUp ? one.limit : nextGuess(one)
    }
    answer = evaluateDiscounts(withGuesses(facts, groups, evaluation))
  }
}

/**
 * The discounts of a cart that is not calculated again: those that it shows, where they give way to the promotions that
 * it shows. Anything else is evaluated beside these promotions, and differs from what is shown. `isStrict`: a line
 * without any discount has to meet the limit, too.
 */
export function besideShownPromotions(
  facts: DiscountFacts,
  { own, promoted, isStrict }: { own: Promoted; promoted: Promoted; isStrict: boolean },
): DiscountAnswer {
  const evaluation = new Evaluation(facts)
  const answer = evaluateDiscounts(facts)
  const groups = limitedGroups(answer, evaluation)
  for (const one of groups) {
    const shown = unitsOf(own, one.group, evaluation)
    const byPromotions = unitsOf(promoted, one.group, evaluation)
    const fits = shown + byPromotions <= one.limit && shown <= one.most
    const isNone = shown === 0n && byPromotions > 0n && !isStrict
    const isHeld = fits && shown < one.most && (isNone || shown + byPromotions >= one.limit - slackOf(one))
    one.guess = isHeld ? one.limit - shown : byPromotions
  }
  return groups.length ? evaluateDiscounts(withGuesses(facts, groups, evaluation)) : answer
}

function limitedGroups(answer: DiscountAnswer, evaluation: Evaluation): Limited[] {
  return roundingGroupsOf(evaluation.lines).flatMap((group) => {
    const limit = storeLimit(group, evaluation)
    const most = takenBy(answer, group, evaluation)
    const none = { guess: 0n, tried: [], hasGivenUp: false }
    return limit && most > 0n ? [{ group, limit: limit.units, most, ...none }] : []
  })
}

/** Whether discounts and promotions keep the limit, and the discounts give no more way than they have to. */
function isMet(one: Limited, taken: bigint, byLine: Promoted, evaluation: Evaluation): boolean {
  const promoted = unitsOf(byLine, one.group, evaluation)
  if (one.guess === 0n) {
    // Not held back so far: the next guess is what holds back nothing either.
    one.guess = one.limit - taken
  }
  one.tried.push({ guess: one.guess, promoted })
  const all = taken + promoted
  if (taken === one.most || one.hasGivenUp) {
    return all <= one.limit || taken === 0n
  }
  return all <= one.limit && (taken === 0n || all >= one.limit - slackOf(one))
}

/**
 * Where guess and outcome meet, if what promotions take grows evenly with what the discounts give way: so it is with
 * percentages.
 */
function nextGuess({ tried, limit }: Limited): bigint {
  const [before, last] = tried.slice(-2)
  if (!before || !last) {
    return held(before?.promoted ?? limit, limit)
  }
  const run = last.guess - before.guess
  const rise = last.promoted - before.promoted
  if (run === rise || run === 0n) {
    return held(last.promoted > last.guess ? last.promoted : last.guess + 1n, limit)
  }
  return held(ceilOf(last.promoted * run - rise * last.guess, run - rise), limit)
}

const held = (guess: bigint, limit: bigint): bigint => (guess < 0n ? 0n : guess > limit ? limit : guess)

function ceilOf(numerator: bigint, denominator: bigint): bigint {
  const [top, bottom] = denominator < 0n ? [-numerator, -denominator] : [numerator, denominator]
  return top > 0n ? (top + bottom - 1n) / bottom : top / bottom
}

const slackOf = ({ group: { lines } }: Limited): bigint => SLACK_PER_LINE * BigInt(lines.length)

/** The facts with each group's guess on its first line: only the group's sum matters. */
function withGuesses(facts: DiscountFacts, groups: readonly Limited[], { fixedPoint }: Evaluation): DiscountFacts {
  const guesses = new Map(groups.map(({ group, guess }) => [group.first.line.id, fixedPoint.writeUnits(guess)]))
  const lines = facts.lines.map((line) => {
    const promoted = guesses.get(line.id)
    return promoted === undefined ? line : { ...line, promoted }
  })
  return { ...facts, lines }
}

function takenBy(answer: DiscountAnswer, { lines }: RoundingGroup, { fixedPoint }: Evaluation): bigint {
  const taken = lines.reduce((all, { place }) => all + fixedPoint.read(answer.lines[place]?.amount ?? "0"), 0n)
  return taken / fixedPoint.minor
}

/** A group's part of amounts by line, rounded up to whole minor units. */
function unitsOf(amounts: Promoted, { lines }: RoundingGroup, { fixedPoint }: Evaluation): bigint {
  const exact = lines.reduce((all, { line }) => all + fixedPoint.readCoarsely(amounts.get(line.id) ?? "0"), 0n)
  return (exact + fixedPoint.minor - 1n) / fixedPoint.minor
}
