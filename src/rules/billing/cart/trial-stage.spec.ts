import { cartFacts, cartLine, countingIds, recurring, withFees } from "../../__tests__/carts"
import { makeLines, startPlan, takenOf, type CartPlan } from "../../cart"
import { packagePayload, type PriceReason } from "../../packages"
import { trialStage } from "./trial-stage"

const contentOf = (plan: CartPlan, slot: string, unitPrice: string, reason: PriceReason = "own_price") =>
  makeLines(plan, { stage: "expand", room: "packages" }, [
    {
      identity: {
        ...{ room: "packages", kind: "content", parentLineId: "pack" },
        payload: packagePayload({
          ...{ slot, product_id: "p", variant_id: "v", quantity: 2, is_hidden: false, reason },
          ...{ units: null, period: null, position: 0 },
        }),
      },
      line: { ...cartLine(slot, { unitPrice, quantity: 2, productId: "p", variantId: "v" }) },
    },
  ])

describe("trialStage (B14, B27)", () => {
  it("a package on trial is free with what is in it; its fee and a percentage of the order are due", () => {
    const start = startPlan(
      cartFacts([cartLine("pack", { unitPrice: "1" }), cartLine("mug", { productId: "mug", variantId: "mug" })]),
      countingIds(),
      new Set(["billing", "packages"]),
    )
    const priced = withFees(start, { pack: recurring("30", 14) })
    const plan = contentOf(contentOf(contentOf(priced, "mail", "8"), "free", "0"), "insurance", "5", "percentage")
    const taken = trialStage(plan).lines.map((planned) => Number(takenOf(planned)))
    expect(taken).toEqual(plan.lines.map(({ line }) => (line.unitPrice === "1" ? 1 : line.unitPrice === "8" ? 16 : 0)))
    expect(taken.reduce((all, one) => all + one, 0)).toBe(17)
  })
})
