import { drawPriceAnswer, type PriceAnswerContent } from "./draw-price-answer"

const content = (changes: Partial<PriceAnswerContent> = {}): PriceAnswerContent => ({
  language: "en",
  state: "asked",
  subscriptionNumber: 12,
  services: [{ title: "Hosting <b>", quantity: 2 }],
  locale: null,
  oldPrice: "10",
  newPrice: "12.00",
  isTaxInclusive: false,
  currencyCode: "eur",
  effectiveOn: "2027-06-01",
  answerUntil: "2027-05-21",
  withoutConsent: "keep",
  endsOn: null,
  isEnding: false,
  path: "/pages/price/l/bprc_1",
  formKey: "key",
  ...changes,
})
const AROUND = { seller: { name: "Alpine", lines: [], email: null }, storefrontUrl: null }
const draw = (changes: Partial<PriceAnswerContent> = {}): string => drawPriceAnswer(content(changes), AROUND)
const forms = (html: string): string[] =>
  [...html.matchAll(/name="reply" value="(\w+)"/g)].map(([, reply = ""]) => reply)

describe("B22: the page of a new price", () => {
  it("shows both prices, until when it is answered, and what silence means; what is sold is text", () => {
    const html = draw()
    expect(html).toMatch(/2 × Hosting &lt;b&gt;.*€10.00 plus tax.*€12.00 plus tax.*21 May 2027.*your price stays/s)
    expect(forms(html)).toEqual(["accept", "refuse"])
  })

  it("asks twice before a subscription ends", () => {
    const first = draw({ withoutConsent: "end", language: "fr" })
    expect(forms(first)).toEqual(["accept"])
    expect(first).toContain('href="/pages/price/l/bprc_1?lang=fr&amp;refuse=yes"')
    const second = draw({ withoutConsent: "end", isEnding: true })
    expect([forms(second), second.includes("You cannot undo this here.")]).toEqual([["refuse"], true])
    // Who keeps the price has nothing to be asked twice.
    expect(forms(draw({ isEnding: true }))).toEqual(["accept", "refuse"])
  })

  it.each([
    ["accepted", "It holds from 1 Jun 2027 on"],
    ["refused", "Your price stays as it is."],
    ["over", "No answer is asked for any more"],
  ] as const)("says that it is %s, and asks nothing more", (state, text) => {
    const html = draw({ state, isEnding: true })
    expect([html.includes(text), forms(html)]).toEqual([true, []])
  })

  it("says when a subscription ends for want of consent, in French too", () => {
    expect(draw({ state: "refused", endsOn: "2027-06-01" })).toContain("Your subscription ends on 1 Jun 2027.")
    expect(draw({ state: "refused", endsOn: "2027-06-01", language: "fr" })).toContain("se termine le 1 juin 2027")
  })
})
