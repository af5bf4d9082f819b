import fc from "fast-check"
import { chooseServer, FILL_RULES, soleServer, whyNoServer, type ServerFacts } from "../index"

const server = (id: string, given: Partial<ServerFacts> = {}): ServerFacts => ({
  id,
  group: null,
  isActive: true,
  capacity: 10,
  used: 0,
  rank: 0,
  ...given,
})

describe("which server a service goes to (S8)", () => {
  const servers = [
    server("a", { used: 9, rank: 0 }),
    server("b", { used: 2, rank: 1 }),
    server("c", { used: 2, capacity: 100, rank: 2, group: "eu" }),
    server("off", { isActive: false, rank: 3 }),
  ]
  it.each([
    ["first_free", null, "a"],
    ["least_used", null, "c"],
    ["first_free", "eu", "c"],
    ["least_used", "asia", undefined],
  ] as const)("%s in %j: %s", (fillRule, group, id) => {
    expect(chooseServer(servers, { group, fillRule })?.id).toBe(id)
  })

  it.each([
    [[], null, "The provider has no server yet"],
    [servers, "asia", 'No server of the provider is in the group "asia"'],
    [[server("off", { isActive: false })], null, "No server of the provider takes new services"],
    [[server("full", { used: 10, group: "eu" })], "eu", 'No server of the provider in the group "eu" has room'],
    [[server("full", { used: 10 })], null, "No server of the provider has room"],
  ])("it is said why there is none (%#)", (all, group, reason) => {
    expect(whyNoServer(all, { group })).toBe(reason)
  })

  const facts = fc.record<ServerFacts>({
    id: fc.uuid(),
    group: fc.constantFrom(null, "eu"),
    isActive: fc.boolean(),
    capacity: fc.constantFrom(null, 0, 1, 3),
    used: fc.nat(4),
    rank: fc.nat(3),
  })

  it("law: never one that is full or off; one is found where there is one", () => {
    fc.assert(
      fc.property(fc.array(facts), fc.constantFrom(...FILL_RULES), (all, fillRule) => {
        const chosen = chooseServer(all, { group: null, fillRule })
        const isFree = (one: ServerFacts) => one.isActive && (one.capacity === null || one.used < one.capacity)
        expect(chosen ? isFree(chosen) : !all.some(isFree)).toBe(true)
      }),
      { seed: 15 },
    )
  })

  it("law: what is chosen without counting is what counting would choose", () => {
    fc.assert(
      fc.property(
        fc.array(facts, { maxLength: 3 }),
        fc.constantFrom(...FILL_RULES),
        fc.constantFrom(null, "eu"),
        (all, fillRule, group) => {
          const sole = soleServer(all, { group })
          fc.pre(sole !== null)
          expect(chooseServer(all, { group, fillRule })).toBe(sole)
        },
      ),
      { seed: 15 },
    )
  })
})
