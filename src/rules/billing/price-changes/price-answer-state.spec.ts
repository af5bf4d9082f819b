import { PRICE_CHANGE_STATUSES } from "../states"
import { priceAnswerState } from "./price-answer-state"

const asked = { effectiveOn: "2027-07-01", answerUntil: "2027-06-10", withoutConsent: "keep" } as const

describe("B22: the page on which a new price is answered", () => {
  it("asks until the last day of an answer is over", () => {
    expect(priceAnswerState({ ...asked, status: "asked" }, "2027-06-10")).toBe("asked")
    expect(priceAnswerState({ ...asked, status: "asked" }, "2027-06-11")).toBe("over")
  })

  it("says what was answered, and of everything else that it is over", () => {
    const said = PRICE_CHANGE_STATUSES.map((status) => [status, priceAnswerState({ ...asked, status }, "2027-06-01")])
    expect(Object.fromEntries(said)).toEqual({
      ...{ asked: "asked", accepted: "accepted", applied: "accepted", refused: "refused" },
      ...{ announced: "over", unanswered: "over", withdrawn: "over" },
    })
  })
})
