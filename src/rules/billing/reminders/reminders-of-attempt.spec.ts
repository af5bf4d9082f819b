import { addDays } from "../../calendar"
import { attempt, DUE, sentOn } from "../../__tests__/reminders"

describe("B37: what a charge's customer is told", () => {
  it.each([
    ["soft_declined", ["payment_failed attempt 1"]],
    ["hard_declined", ["payment_failed attempt 1"]],
    ["requires_action", ["action_required attempt 1"]],
    ["unknown", []],
    ["paid", []],
  ] as const)("%s", (status, names) => {
    const sent = sentOn(() => attempt({ status }), [DUE, DUE, addDays(DUE, 1)]).sent
    expect(sent.map(([, name]) => name)).toEqual(names)
  })

  it("nothing once it is paid or old", () => {
    expect(sentOn(() => attempt({ renewalStatus: "paid" }), [DUE]).sent).toEqual([])
    expect(sentOn(() => attempt(), [addDays(DUE, 8)]).sent).toEqual([])
  })
})
