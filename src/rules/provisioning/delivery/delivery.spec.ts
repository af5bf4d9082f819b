import fc from "fast-check"
import { afterAttempt, believedRest, firstQuestion, MOST_FAILURES, readRetryAfter, secondsToNextTry } from "../index"

describe("tries (S5)", () => {
  it("wait longer and longer, and bridge a day's outage before they are given up", () => {
    const waits = Array.from({ length: MOST_FAILURES - 1 }, (_, index) =>
      secondsToNextTry({ failures: index + 1, retryAfter: null, random: 0 }),
    )
    expect(waits.slice(0, 4)).toEqual([15, 30, 60, 120])
    const total = waits.reduce<number>((sum, wait) => sum + (wait ?? 0), 0)
    expect(total).toBeGreaterThan(24 * 3600)
    expect(secondsToNextTry({ failures: MOST_FAILURES, retryAfter: 1, random: 0 })).toBeNull()
  })

  it("law: none is earlier than what the provider has asked for, none later than the longest wait or that", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 25 }),
        fc.nat(86_400),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (...[failures, retryAfter, random]) => {
          const wait = secondsToNextTry({ failures, retryAfter, random }) ?? 0
          expect(wait).toBeGreaterThanOrEqual(retryAfter)
          expect(wait).toBeLessThanOrEqual(Math.max(7200, retryAfter))
        },
      ),
      { seed: 15 },
    )
  })

  it.each([
    ["120", 120],
    ["Sun, 29 Nov 2026 12:01:00 GMT", 60],
    ["Sun, 29 Nov 2026 11:00:00 GMT", 0],
    ["soon", null],
    ["-5", null],
    ["1.5", null],
    ["", null],
    [null, null],
  ])("Retry-After %j: %j", (header, seconds) => {
    expect(readRetryAfter(header, new Date("2026-11-29T12:00:00Z"))).toBe(seconds)
  })

  it.each([
    ["a creation that may have worked", { action: "create", isInDoubt: true, isKnown: false }, "lookup"],
    ["a first creation", { action: "create", isInDoubt: false, isKnown: false }, null],
    ["PV9: a deletion that timed out", { action: "terminate", isInDoubt: true, isKnown: true }, "status"],
    ["a deletion of what may never have been", { action: "terminate", isInDoubt: false, isKnown: false }, "lookup"],
    ["a renewal to a date", { action: "renew", isInDoubt: true, isKnown: true }, null],
  ] as const)("%s is asked for first: %j", (_name, call, question) => {
    expect(firstQuestion(call)).toBe(question)
  })

  const result = (outcome: Parameters<typeof afterAttempt>[1]["outcome"]) => ({
    outcome,
    reason: null,
    retryAfter: null,
  })
  it.each([
    ["done", { status: "succeeded", isInDoubt: false, failures: 0, wait: null }],
    ["staff", { status: "awaiting_staff", isInDoubt: false, failures: 0, wait: null }],
    ["pending", { status: "waiting", isInDoubt: true, failures: 1, wait: 15 }],
    ["temporary", { status: "waiting", isInDoubt: false, failures: 1, wait: 15 }],
    ["unknown", { status: "waiting", isInDoubt: true, failures: 1, wait: 15 }],
    ["refused", { status: "failed", isInDoubt: false, failures: 1, wait: null }],
  ] as const)("an attempt that ended %s", (outcome, after) => {
    expect(afterAttempt({ failures: 0, isInDoubt: false }, result(outcome), 0)).toEqual(after)
  })

  it("what takes long is asked about often for an hour, then seldom, and given up as late as a failure", () => {
    const wait = (failures: number) => afterAttempt({ failures, isInDoubt: true }, result("pending"), 1).wait
    expect([wait(0), wait(8), wait(17), wait(18)]).toEqual([30, 300, 300, 7200])
    expect(wait(MOST_FAILURES - 1)).toBeNull()
  })

  it.each([
    [30, 30],
    [0.2, 1],
    [1e9, 86_400],
    [Infinity, 86_400],
    [0, null],
    [-5, null],
    [Number.NaN, null],
    ["7", null],
    [null, null],
  ])("a server that asks for %j seconds is left alone for %j", (asked, believed) => {
    expect(believedRest(asked)).toBe(believed)
  })

  it("what an earlier try may have done stays in doubt until it is known", () => {
    expect(afterAttempt({ failures: 1, isInDoubt: true }, result("temporary"), 0).isInDoubt).toBe(true)
    expect(afterAttempt({ failures: 1, isInDoubt: true }, result("refused"), 0).isInDoubt).toBe(true)
    expect(afterAttempt({ failures: 1, isInDoubt: true }, result("done"), 0).isInDoubt).toBe(false)
  })

  it("the last failure is a dead letter", () => {
    expect(afterAttempt({ failures: MOST_FAILURES - 1, isInDoubt: false }, result("unknown"), 0)).toMatchObject({
      status: "failed",
      isInDoubt: true,
    })
  })
})
