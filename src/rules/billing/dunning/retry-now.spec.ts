import { addDays } from "../../calendar"
import { dueDateProblem } from "./due-date-problem"
import { NETWORK_TRIES } from "./dunning-settings"
import { retryNow, type RetryFacts } from "./retry-now"

const TODAY = "2026-03-10"
const owed = (changes: Partial<RetryFacts["owed"][number]> = {}): RetryFacts["owed"][number] => ({
  id: "bren_1",
  status: "failed",
  from: "2026-03-01",
  collectOn: null,
  tries: 1,
  openAttempt: null,
  triedOn: ["2026-03-01"],
  ...changes,
})
const facts = (changes: Partial<RetryFacts> = {}): RetryFacts => ({
  status: "past_due",
  hasMethod: true,
  isHardDeclined: false,
  owesFirstPayment: false,
  owed: [owed()],
  ...changes,
})
const reason = (changes: Partial<RetryFacts>) => {
  const answer = retryNow(facts(changes), TODAY)
  return answer.ok ? answer.ids : answer.reason
}

describe("retryNow", () => {
  it("B38: charges what is owed and free", () => {
    const held = owed({ id: "bren_2", openAttempt: "processing" })
    expect(reason({ owed: [owed(), held] })).toEqual(["bren_1"])
    expect(reason({ status: "suspended" })).toEqual(["bren_1"])
  })

  it("says why not", () => {
    expect(reason({ status: "canceled" })).toContain("canceled")
    expect(reason({ owed: [] })).toContain("Nothing")
    expect(reason({ owed: [], owesFirstPayment: true })).toContain("send the payment link")
    expect(reason({ hasMethod: false })).toContain("no payment method")
    expect(reason({ isHardDeclined: true })).toContain("declined for good")
    expect(reason({ owed: [owed({ openAttempt: "processing" })] })).toContain("under way")
    expect(reason({ owed: [owed({ openAttempt: "requires_action" })] })).toContain("never retried alone")
  })

  it("B32: an admin's tries keep to the networks' bounds, too", () => {
    const triedOn = Array.from({ length: NETWORK_TRIES }, (_, index) => addDays(TODAY, -index))
    expect(reason({ owed: [owed({ triedOn })] })).toContain("20 tries in 30 days")
    expect(reason({ owed: [owed({ triedOn: triedOn.slice(1) })] })).toEqual(["bren_1"])
  })
})

describe("dueDateProblem", () => {
  const invoice = { issuedOn: "2026-03-01", dueOn: "2026-03-08", isOwed: true, isUnderWay: false }

  it.each([
    ["2026-03-20", {}, null],
    ["2026-03-01", {}, null],
    ["2026-02-28", {}, "before 2026-03-01"],
    ["2026-03-08", {}, "already"],
    ["2030-01-01", {}, "within"],
    ["2026-03-20", { isOwed: false }, "Nothing"],
    ["2026-03-20", { isUnderWay: true }, "under way"],
  ])("B38: to %s with %j: %s", (to, changes, problem) => {
    const answer = dueDateProblem({ ...invoice, ...changes }, to)
    expect(problem === null ? answer : answer?.includes(problem)).toBe(problem === null ? null : true)
  })
})
