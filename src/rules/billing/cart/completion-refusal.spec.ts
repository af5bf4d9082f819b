import { applied, cartFacts, cartLine, countingIds, offered, recurring, withFees } from "../../__tests__/carts"
import { cartChanges, startPlan, type CartPlan } from "../../cart"
import { asRecorded } from "./as-recorded"
import { completionRefusal, type CompletionFacts } from "./completion-refusal"

const ROOMS = new Set(["billing"])

/** An unchanged cart with one line of an offer. */
function planOf(trialDays: number, quantity = 1): CartPlan {
  const cart = cartFacts([cartLine("a", { quantity })])
  const ids = countingIds()
  const plan = withFees(startPlan(cart, ids, ROOMS), { a: recurring("5.00", trialDays) })
  return startPlan(applied(cart, cartChanges(plan, [])), ids, ROOMS)
}

const facts = (more: Partial<CompletionFacts> = {}): CompletionFacts => ({
  offers: new Map([["a", offered(recurring("5.00"))]]),
  hasAccount: true,
  mayGuestsSubscribe: false,
  usedTrials: new Set(),
  ...more,
})

describe("completionRefusal", () => {
  it("accepts a cart that can be completed", () => {
    expect(completionRefusal(planOf(14), facts())).toBeNull()
  })

  it("B10: names the line that cannot be ordered, and why", () => {
    const offers = new Map([["a", { ok: false, code: "hidden", reason: "This product cannot be ordered" } as const]])
    expect(completionRefusal(planOf(0), facts({ offers }))).toEqual({
      field: 'items ("Hosting")',
      reason: "This product cannot be ordered",
    })
  })

  it("decision 9: requires an account for recurring lines, unless guests may subscribe", () => {
    expect(completionRefusal(planOf(0), facts({ hasAccount: false }))?.reason).toMatch(/needs a customer account/)
    expect(completionRefusal(planOf(0), facts({ hasAccount: false, mayGuestsSubscribe: true }))).toBeNull()
  })

  it("B14: refuses a trial that the customer has had meanwhile", () => {
    const usedTrials = new Set(["offer"])
    expect(completionRefusal(planOf(14), facts({ usedTrials }))?.reason).toMatch(/trial has been used already/)
    expect(completionRefusal(planOf(0), facts({ usedTrials }))).toBeNull()
  })

  it("accepts a million units of one product, and no more", () => {
    expect(completionRefusal(planOf(0, 1_000_000), facts())).toBeNull()
    expect(completionRefusal(planOf(0, 1_000_001), facts())?.reason).toMatch(/at most 1000000 units/)
  })
})

describe("asRecorded", () => {
  it("B22: keeps the terms of the record, though the offer has changed since", () => {
    const now = new Map([["a", offered(recurring("9.00"))]])
    const { records } = planOf(14).cart
    expect(asRecorded(now, records).get("a")).toMatchObject({ ok: true, terms: recurring("5.00", 14) })
  })

  it("B10: refuses what cannot be ordered any more", () => {
    const refused = { ok: false, code: "hidden", reason: "This product cannot be ordered" } as const
    const { records } = planOf(0).cart
    expect(asRecorded(new Map([["a", refused]]), records).get("a")).toEqual(refused)
  })
})
