import type { Decimal } from "../money"
import type { LookedOrderDiscount } from "./order-discount"
import { partsOf, type Chosen, type Part, type Shares } from "./parts"
import { hasPersonal, PERSONAL_NAME, personalRefusal } from "./personal"
import { roundLot, type RoundedLot } from "./rounded"
import type { Sale } from "./sale"
import type { Refusal } from "./states"
import { traceArticle, traceOrder, tracePersonal } from "./trace"
import type { DiscountedLine, LineDiscount, LookedAt } from "./types"

export interface LotContext {
  shares: Shares
  orderDiscounts: readonly LookedOrderDiscount[]
  orderValue: Decimal
}

/** The answer for each line of a lot, by its place in the sale. */
export function discountedLines(chosen: Chosen, context: LotContext, sale: Sale): [number, DiscountedLine][] {
  const { lot } = chosen
  const refusals = { personal: personalOf(chosen, sale), order: orderRefusal(chosen) }
  const parts = partsOf(
    {
      chosen,
      shares: context.shares,
      personalPercent: refusals.personal === null ? sale.facts.personalPercent : null,
      order: refusals.order === null ? (context.orderDiscounts.find(({ refusal }) => refusal === null) ?? null) : null,
    },
    sale,
  )
  const rounded = roundLot(lot, parts, sale)
  return lot.places.map((place, index) => {
    const units = rounded.lines[index] ?? []
    return [place, lineOf({ chosen, context, parts, rounded, units, refusals, place }, sale)]
  })
}

const NONE = "none"

/** Why the personal percentage gives nothing here; null where it applies, "none" where there is none. */
function personalOf({ lot: { line } }: Chosen, { facts }: Sale): Refusal | null | typeof NONE {
  if (!hasPersonal(facts)) {
    return NONE
  }
  return personalRefusal(facts) ?? (line.isDiscountable ? null : "not_discountable")
}

function orderRefusal({ lot: { line } }: Chosen): Refusal | null {
  if (!line.isDiscountable) {
    return "not_discountable"
  }
  return line.isEligible ? null : "not_eligible"
}

interface LineInput {
  chosen: Chosen
  context: LotContext
  parts: readonly Part[]
  rounded: RoundedLot
  /** What each part takes off this line, in minor units. */
  units: readonly bigint[]
  refusals: { personal: Refusal | null | typeof NONE; order: Refusal | null }
  place: number
}

function lineOf(input: LineInput, sale: Sale): DiscountedLine {
  const { parts, rounded, units, place } = input
  const { scale, facts } = sale
  const line = facts.lines[place]
  if (!line) {
    throw new RangeError(`there is no line ${place}`)
  }
  return {
    id: line.id,
    price: scale.write(scale.times(line.unitPrice, line.quantity)),
    amount: scale.writeUnits(units.reduce((all, part) => all + part, 0n)),
    discounts: parts.flatMap((part, index) => {
      const amount = units[index] ?? 0n
      return amount > 0n ? [lineDiscount(part, scale.writeUnits(amount), facts.personalPercent ?? "0")] : []
    }),
    trace: traceOf(input, sale),
    cappedBy: rounded.cappedBy,
  }
}

function lineDiscount(part: Part, amount: Decimal, personalPercent: Decimal): LineDiscount {
  switch (part.source) {
    case "personal":
      return {
        source: "personal",
        discountId: null,
        name: PERSONAL_NAME,
        amount,
        mode: "percent",
        value: personalPercent,
        per: "unit",
        // Who is sold to on personal terms goes on with them.
        renewals: "forever",
        renewalCycles: null,
      }
    case "article": {
      const { id, name, renewals, renewalCycles } = part.looked.discount
      const { mode, value, per } = part.read.rule
      return { source: "article", discountId: id, name, amount, mode, value, per, renewals, renewalCycles }
    }
    case "order": {
      const { id, name, renewals, renewalCycles } = part.looked.discount
      const percent = { mode: "percent", value: part.percent, per: "unit" } as const
      return { source: "order", discountId: id, name, amount, ...percent, renewals, renewalCycles }
    }
  }
}

function traceOf({ chosen, context, parts, rounded, units, refusals }: LineInput, sale: Sale): LookedAt[] {
  const { scale, facts } = sale
  const nothing = scale.writeUnits(0n)
  /** What applies gives its part of the line, unless there is nothing left to take it off. */
  const outcome = (refusal: Refusal | null, isPart: (part: Part) => boolean) => {
    const given = refusal === null && rounded.isFull ? "nothing_left" : refusal
    return { refusal: given, amount: given ? nothing : scale.writeUnits(units[parts.findIndex(isPart)] ?? 0n) }
  }
  return [
    ...(refusals.personal === NONE || facts.personalPercent === null
      ? []
      : [
          tracePersonal(
            facts.personalPercent,
            outcome(refusals.personal, ({ source }) => source === "personal"),
          ),
        ]),
    ...chosen.looked.map((looked) =>
      traceArticle(
        looked,
        outcome(looked.refusal, (part) => part.source === "article" && part.looked === looked),
        sale,
      ),
    ),
    ...context.orderDiscounts.map((looked) =>
      traceOrder(
        looked,
        outcome(looked.refusal ?? refusals.order, ({ source }) => source === "order"),
        context.orderValue,
      ),
    ),
  ]
}
