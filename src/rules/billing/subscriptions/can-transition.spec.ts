import { FINAL_STATUSES } from "./billable"
import { canTransition, TRANSITIONS } from "./can-transition"
import { SUBSCRIPTION_STATUSES } from "../states"

const pairs = SUBSCRIPTION_STATUSES.flatMap((from) => SUBSCRIPTION_STATUSES.map((to) => [from, to] as const))

describe("canTransition", () => {
  it.each(pairs)("B21: from %s to %s is allowed, or refused with a reason", (from, to) => {
    const answer = canTransition(from, to)
    expect(answer.ok).toBe(TRANSITIONS[from].includes(to))
    if (!answer.ok) {
      expect(answer.reason).toMatch(/\w+ \w+/)
    }
  })

  it("B21: nothing leads out of an end, nothing leads back to pending, no state leads to itself", () => {
    for (const [from, to] of pairs) {
      const isImpossible = FINAL_STATUSES.some((final) => final === from) || to === "pending" || from === to
      expect(isImpossible && canTransition(from, to).ok).toBe(false)
    }
  })

  it("B21: every state is reached from pending, and every one can be canceled", () => {
    const reached = new Set(["pending"])
    for (const from of reached) {
      TRANSITIONS[from as keyof typeof TRANSITIONS].forEach((to) => reached.add(to))
    }
    expect([...reached].sort()).toEqual([...SUBSCRIPTION_STATUSES].sort())
    const running = SUBSCRIPTION_STATUSES.filter((status) => !FINAL_STATUSES.some((final) => final === status))
    expect(running.every((status) => canTransition(status, "canceled").ok)).toBe(true)
  })

  it("B21: the reason is about the subscription", () => {
    expect(canTransition("canceled", "active")).toEqual({
      ok: false,
      reason: "The subscription is canceled, which is final",
    })
    expect(canTransition("active", "active")).toEqual({ ok: false, reason: "The subscription is active already" })
    expect(canTransition("pending", "past_due")).toMatchObject({
      reason: expect.stringMatching(/first payment/) as string,
    })
  })
})
