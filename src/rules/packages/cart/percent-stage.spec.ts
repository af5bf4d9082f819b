import { cartFacts, cartLine, countingIds } from "../../__tests__/carts"
import { article, articlesOf } from "../../__tests__/packages"
import { startPlan, takeOff, type CartLine } from "../../cart"
import type { Article } from "../recipes/articles"
import { markPercentLines, percentStage } from "./percent-stage"

const priced = (lines: CartLine[], ...percents: Article[]) => {
  const articles = articlesOf(...percents)
  const plan = markPercentLines(startPlan(cartFacts(lines), countingIds(), new Set()), articles)
  const taken = takeOff(plan, { stage: "discounts", room: "discounts" }, [
    { lineId: "a", amount: "10", description: "Ten off" },
  ])
  const { lines: answer } = percentStage(taken, articles)
  return Object.fromEntries(answer.map(({ line }) => [line.id, `${line.quantity} at ${line.unitPrice}`]))
}

const line = (id: string, unitPrice: string, more: Partial<CartLine> = {}) =>
  cartLine(id, { unitPrice, variantId: `v${id}`, taxRate: "20", ...more })

const percent = (variantId: string, value: string, more: Partial<Article> = {}) =>
  article(variantId, "1", { unit: "percent_of_order", percent: value, ...more })

describe("percent articles (P11)", () => {
  const five = percent("vp", "5")

  it("count the articles after discounts, and stand on one piece", () => {
    const lines = [line("a", "100", { quantity: 2 }), line("b", "10"), line("p", "1", { quantity: 7 })]
    expect(priced(lines, five)).toEqual({ a: "2 at 100", b: "1 at 10", p: "1 at 10.00" })
  })

  it("count no other percent article", () => {
    const lines = [line("a", "110"), line("p", "0"), line("q", "0")]
    expect(priced(lines, five, percent("vq", "10"))).toMatchObject({ p: "1 at 5.00", q: "1 at 10.00" })
  })

  it("count without tax, and get their own on top where prices include it", () => {
    const inclusive = { isTaxInclusive: true }
    const lines = [line("b", "120", inclusive), line("p", "0", inclusive)]
    expect(priced(lines, five)).toMatchObject({ p: "1 at 6.00" })
  })

  it("of a group count its lines alone: those of the section that their own line is in, else of the article's", () => {
    const half = percent("vp", "50", { unit: "percent_of_group", group: "stage" })
    const lines = [
      line("a", "100"),
      line("b", "30", { metadata: { item_group: "stage" } }),
      line("c", "8", { metadata: { item_group: "hall" } }),
    ]
    expect(priced([...lines, line("p", "0")], half)).toMatchObject({ p: "1 at 15.00" })
    const inHall = line("p", "0", { metadata: { item_group: "hall" } })
    expect(priced([...lines, inHall], half)).toMatchObject({ p: "1 at 4.00" })
  })
})
