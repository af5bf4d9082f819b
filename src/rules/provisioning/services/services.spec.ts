import fc from "fast-check"
import {
  CURRENT_CALL_STATUSES,
  decideService,
  HOLDS,
  remoteAfter,
  SERVICE_ACTIONS,
  serviceStatus,
  STANDINGS,
  type Entitlement,
  type ServiceFacts,
} from "../index"

const SEED = { seed: 15, numRuns: 500 }
const service = (given: Partial<ServiceFacts> = {}): ServiceFacts => ({
  remote: "active",
  mayExist: false,
  hold: null,
  neverSuspend: false,
  isWanted: true,
  isOnHold: false,
  isEnded: false,
  suspendedFor: null,
  expiresOn: "2026-02-01",
  packageKey: "small",
  heldUpPackage: null,
  current: null,
  ...given,
})
const sold = (given: Partial<Entitlement> = {}): Entitlement => ({
  standing: "running",
  hasOverdueInvoice: false,
  paidUntil: "2026-02-01",
  packageKey: "small",
  ...given,
})
const call = (action: string, reason: string | null = null) => ({ kind: "call", action, reason })
const overdue = sold({ standing: "overdue", hasOverdueInvoice: true })
const suspended = service({ remote: "suspended", suspendedFor: "overdue" })
const current = (action: "renew" | "change_package", status: "waiting" | "failed") =>
  ({ action, status, wasTried: true, isInDoubt: false }) as const
const renewal = (status: "waiting" | "failed") => current("renew", status)
const GIVEN_UP = service({ heldUpPackage: "big", current: current("change_package", "failed") })
const ON_BIG = sold({ packageKey: "big", paidUntil: "2026-03-01" })

describe("what a service is asked for", () => {
  it.each<[string, ServiceFacts, Entitlement, object]>([
    ["paid: created", service({ remote: "none" }), sold(), call("create")],
    ["not paid: waits", service({ remote: "none" }), sold({ standing: "unpaid" }), { kind: "wait", why: "unpaid" }],
    ["S4: not created by itself", service({ remote: "none", isWanted: false }), sold(), { kind: "wait", why: "admin" }],
    ["H2: its sale is on hold", service({ remote: "none", isOnHold: true }), sold(), { kind: "wait", why: "on_hold" }],
    [
      "held before it was made: not made",
      service({ remote: "none", hold: "abuse" }),
      sold(),
      { kind: "wait", why: "on_hold" },
    ],
    ["H2: its sale is on hold, it runs already", service({ isOnHold: true }), sold(), { kind: "keep" }],
    ["PV1: renewed to a date, not by a month", service(), sold({ paidUntil: "2026-03-01" }), call("renew")],
    ["PV1: renewed already", service({ expiresOn: "2026-03-01" }), sold({ paidUntil: "2026-03-01" }), { kind: "keep" }],
    ["overdue: suspended", service(), overdue, call("suspend", "overdue")],
    ["PV2: no invoice, no suspension", service(), sold({ standing: "overdue" }), { kind: "keep" }],
    ["S6: never suspended", service({ neverSuspend: true }), overdue, { kind: "keep" }],
    ["PV4: paid again: resumed", suspended, sold(), call("unsuspend")],
    ["never suspend, said later: resumed", { ...suspended, neverSuspend: true }, overdue, call("unsuspend")],
    [
      "held no more, while an edit of its order is not paid yet: resumed",
      service({ remote: "suspended", suspendedFor: "abuse" }),
      sold({ standing: "unpaid" }),
      call("unsuspend"),
    ],
    ["held, and paid: stays so", service({ remote: "suspended", hold: "abuse" }), sold(), { kind: "keep" }],
    ["by hand", service({ hold: "manual" }), sold(), call("suspend", "manual")],
    ["paused with its subscription", service(), sold({ standing: "paused" }), call("suspend", "paused")],
    ["changed: another package", service(), sold({ packageKey: "big" }), call("change_package")],
    ["another package is given up, or staff is at it: it holds up no renewal", GIVEN_UP, ON_BIG, call("renew")],
    ["that renewal stays until it took", { ...GIVEN_UP, current: renewal("waiting") }, ON_BIG, { kind: "keep" }],
    ["nor is anything asked in turn", { ...GIVEN_UP, current: renewal("failed") }, ON_BIG, { kind: "keep" }],
    [
      "renewed, it is asked for the package again",
      { ...GIVEN_UP, expiresOn: "2026-03-01", current: null },
      ON_BIG,
      call("change_package"),
    ],
    ["yet another package is asked for at once", GIVEN_UP, { ...ON_BIG, packageKey: "huge" }, { kind: "keep" }],
    ["ended: terminated", service(), sold({ standing: "ended" }), call("terminate")],
    [
      "ended for what it owes: suspended first",
      service(),
      sold({ standing: "ended_overdue" }),
      call("suspend", "overdue"),
    ],
    ["then terminated", suspended, sold({ standing: "ended_overdue" }), call("terminate")],
    [
      "not where it is never suspended",
      service({ neverSuspend: true }),
      sold({ standing: "ended_overdue" }),
      { kind: "wait", why: "never_suspend" },
    ],
    ["ended before it was made", service({ remote: "none" }), sold({ standing: "ended" }), { kind: "close" }],
    [
      "ended, and it may have been made",
      service({ remote: "none", mayExist: true }),
      sold({ standing: "ended" }),
      call("terminate"),
    ],
    ["over: never again", service({ remote: "terminated" }), sold(), { kind: "keep" }],
  ])("%s", (_name, facts, entitlement, decision) => {
    expect(decideService(facts, entitlement)).toEqual(decision)
  })

  const waiting = (action: (typeof SERVICE_ACTIONS)[number], wasTried: boolean, isInDoubt = false) =>
    ({ action, status: "waiting", wasTried, isInDoubt }) as const

  it.each<[string, ServiceFacts, Entitlement, object]>([
    ["the same call stays", service({ current: waiting("suspend", true) }), overdue, { kind: "keep" }],
    [
      "paid before anybody was asked to suspend",
      service({ current: waiting("suspend", false) }),
      sold(),
      { kind: "withdraw" },
    ],
    [
      "paid after a suspension that may have worked",
      service({ current: waiting("suspend", true) }),
      sold(),
      call("unsuspend"),
    ],
    [
      "that resumption stays until it took",
      service({ current: waiting("unsuspend", false) }),
      sold({ packageKey: "big" }),
      { kind: "keep" },
    ],
    [
      "a call under way is waited for",
      service({ current: { action: "suspend", status: "running", wasTried: true, isInDoubt: false } }),
      sold(),
      { kind: "wait", why: "running" },
    ],
    [
      "ended while it is created",
      service({ remote: "none", mayExist: true, current: waiting("create", true) }),
      sold({ standing: "ended" }),
      call("terminate"),
    ],
    [
      "sold on before anybody was asked to terminate",
      service({ current: waiting("terminate", false) }),
      sold(),
      { kind: "withdraw" },
    ],
    [
      "sold on after a termination that was refused",
      service({ current: waiting("terminate", true) }),
      sold(),
      { kind: "withdraw" },
    ],
    [
      "sold on after a termination that may have worked: it is carried through",
      service({ current: waiting("terminate", true, true) }),
      sold(),
      { kind: "keep" },
    ],
  ])("with a call in the queue: %s", (_name, facts, entitlement, decision) => {
    expect(decideService(facts, entitlement)).toEqual(decision)
  })

  const entitlements = fc.record<Entitlement>({
    standing: fc.constantFrom(...STANDINGS),
    hasOverdueInvoice: fc.boolean(),
    paidUntil: fc.constantFrom(null, "2026-02-01", "2026-03-01"),
    packageKey: fc.constantFrom("small", "big"),
  })
  const services = fc.record<ServiceFacts>({
    remote: fc.constantFrom("none", "active", "suspended"),
    mayExist: fc.boolean(),
    hold: fc.constantFrom(null, ...HOLDS),
    neverSuspend: fc.boolean(),
    isWanted: fc.boolean(),
    isOnHold: fc.boolean(),
    isEnded: fc.boolean(),
    suspendedFor: fc.constantFrom(null, "overdue", "manual"),
    expiresOn: fc.constantFrom(null, "2026-02-01", "2026-03-01"),
    packageKey: fc.constantFrom("small", "big"),
    heldUpPackage: fc.constantFrom(null, "small", "big"),
    current: fc.option(
      fc.record({
        action: fc.constantFrom(...SERVICE_ACTIONS),
        status: fc.constantFrom(...CURRENT_CALL_STATUSES),
        wasTried: fc.boolean(),
        isInDoubt: fc.boolean(),
      }),
    ),
  })

  it("law: a payment never lifts what an admin holds", () => {
    fc.assert(
      fc.property(services, fc.constantFrom(...HOLDS), fc.constantFrom(...STANDINGS), (facts, hold, standing) => {
        const held = { ...facts, remote: "suspended" as const, hold, current: null }
        const decision = decideService(held, sold({ standing }))
        expect(decision.kind === "call" && decision.action === "unsuspend").toBe(false)
      }),
      SEED,
    )
  })

  it("law PV2, S6: nothing is suspended for what it owes without an overdue invoice, or where it never is", () => {
    fc.assert(
      fc.property(services, entitlements, (facts, entitlement) => {
        const decision = decideService({ ...facts, remote: "active", current: null }, entitlement)
        const isForDebt = decision.kind === "call" && decision.reason === "overdue"
        const mayBe = entitlement.hasOverdueInvoice || entitlement.standing === "ended_overdue"
        expect(isForDebt && (!mayBe || facts.neverSuspend)).toBe(false)
      }),
      SEED,
    )
  })

  it("law: whatever the queue holds, carrying out what is decided comes to an end, and then nothing more is asked", () => {
    fc.assert(
      fc.property(services, entitlements, (given, entitlement) => {
        let facts = given
        for (let step = 0; step < 8; step += 1) {
          const decision = decideService(facts, entitlement)
          if (decision.kind === "withdraw" || decision.kind === "close") {
            facts = { ...facts, current: null, ...(decision.kind === "close" && { remote: "terminated" as const }) }
          } else if (decision.kind === "call") {
            const { action } = decision
            facts = { ...facts, current: { action, status: "waiting", wasTried: false, isInDoubt: false } }
          } else if (facts.current) {
            facts = carriedOut(facts, entitlement)
          }
        }
        expect(facts.current).toBeNull()
        expect(["keep", "wait"]).toContain(decideService(facts, entitlement).kind)
      }),
      SEED,
    )
  })

  function carriedOut(facts: ServiceFacts, entitlement: Entitlement): ServiceFacts {
    const action = facts.current?.action ?? "renew"
    const made = action === "create" || action === "change_package"
    return {
      ...facts,
      remote: remoteAfter(action, facts.remote),
      suspendedFor: action === "suspend" ? "overdue" : facts.suspendedFor,
      ...(made && { packageKey: entitlement.packageKey }),
      ...((action === "create" || action === "renew") && { expiresOn: entitlement.paidUntil }),
      current: null,
    }
  }
})

describe("what a service is shown as (S4)", () => {
  it.each([
    ["none", null, "pending"],
    ["none", { action: "create", status: "failed" }, "failed"],
    ["active", { action: "suspend", status: "waiting" }, "suspending"],
    ["active", { action: "renew", status: "failed" }, "active"],
    ["suspended", { action: "unsuspend", status: "waiting" }, "resuming"],
    ["suspended", null, "suspended"],
    ["active", { action: "terminate", status: "failed" }, "terminating"],
    ["terminated", null, "terminated"],
  ] as const)("%s with %j: %s", (remote, current, status) => {
    expect(serviceStatus(remote, current)).toBe(status)
  })
})
