import fc from "fast-check"
import { findDrift, REMOTE_STATUSES } from "../index"

describe("what differs between a server and what is known of it (S1)", () => {
  const own = (id: string, remote: (typeof REMOTE_STATUSES)[number]) => ({ id, title: id, remote })
  const there = (reference: string | null, status: "active" | "suspended" | "pending" | "terminated") => ({
    ...{ reference, status, name: reference ?? "by hand" },
  })

  it.each([
    ["the same", [there("a", "active")], [own("a", "active")], []],
    ["gone outside", [], [own("a", "active")], ["missing"]],
    ["suspended by somebody", [there("a", "suspended")], [own("a", "active")], ["other_state"]],
    ["still there", [there("a", "active")], [own("a", "terminated")], ["other_state"]],
    ["made, though its answer was lost", [there("a", "active")], [own("a", "none")], ["other_state"]],
    ["still at it", [there("a", "pending")], [own("a", "active")], []],
    ["none of ours", [there(null, "active"), there("b", "active")], [], ["unknown", "unknown"]],
    ["over on both sides", [there("a", "terminated")], [own("a", "terminated")], []],
  ] as const)("%s", (_name, outside, services, kinds) => {
    expect(findDrift(outside, services).map(({ kind }) => kind)).toEqual(kinds)
  })

  it("law: what is listed as it is known differs in nothing", () => {
    const services = fc.uniqueArray(
      fc.record({ id: fc.uuid(), title: fc.constant("x"), remote: fc.constantFrom(...REMOTE_STATUSES) }),
      { selector: ({ id }) => id },
    )
    fc.assert(
      fc.property(services, (all) => {
        const outside = all.flatMap(({ id, remote }) =>
          remote === "active" || remote === "suspended" ? [{ reference: id, name: id, status: remote }] : [],
        )
        expect(findDrift(outside, all)).toEqual([])
      }),
      { seed: 15 },
    )
  })
})
