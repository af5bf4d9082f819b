import { ManualProvisioningProvider } from "../../../providers/manual-provisioning"
import {
  ProvisioningError,
  type OutsideStatus,
  type ProvisioningAnswer,
  type ProvisioningRequest,
} from "../../../provisioning-providers"
import type { ServiceAction } from "../../../rules/provisioning"
import { callProvider, type ProviderCall } from "./call-provider"

/** Does what it is told to, and keeps what it was asked. */
class Told extends ManualProvisioningProvider {
  readonly asked: string[] = []
  status: OutsideStatus = "active"
  found: ProvisioningAnswer | null = null
  fails: Error | null = null
  isDeaf = false

  private async answer(what: string): Promise<ProvisioningAnswer> {
    this.asked.push(what)
    if (this.fails) {
      throw this.fails
    }
    if (this.isDeaf) {
      await new Promise(() => undefined)
    }
    return { data: { made: what } }
  }

  override create = () => this.answer("create")
  override suspend = () => this.answer("suspend")
  override terminate = () => this.answer("terminate")
  override async lookup(): Promise<ProvisioningAnswer | null> {
    this.asked.push("lookup")
    return this.found
  }
  override async getStatus(): Promise<{ status: OutsideStatus }> {
    this.asked.push("status")
    return { status: this.status }
  }
}

const request: Omit<ProvisioningRequest, "signal"> = {
  key: "pcall_1",
  service: {
    ...{ reference: "psvc_1", title: "Backup", product_id: "prod_1", variant_id: null, order_id: "order_1" },
    ...{ subscription_id: null, customer_id: null, email: null, unit: 1, expires_on: null, suspension_reason: null },
  },
  configuration: {},
  options: {},
  server: null,
  data: {},
}
const call = (told: Told, action: ServiceAction, given: Partial<ProviderCall> = {}) =>
  callProvider(
    told,
    { action, isInDoubt: false, isKnown: true, adopts: null, request, ...given },
    { timeoutSeconds: 1 },
  )

describe("a call of a provider (S5)", () => {
  it("is made, and its answer kept", async () => {
    const told = new Told()
    expect(await call(told, "create")).toMatchObject({ outcome: "done", answer: { data: { made: "create" } } })
    expect(told.asked).toEqual(["create"])
  })

  it("a creation in doubt is looked up: what is there is not made again", async () => {
    const told = new Told()
    told.found = { data: { id: 7 } }
    expect(await call(told, "create", { isInDoubt: true })).toMatchObject({
      ...{ outcome: "done", answer: told.found, isFound: true },
    })
    expect(told.asked).toEqual(["lookup"])
    told.found = null
    expect(await call(told, "create", { isInDoubt: true })).not.toHaveProperty("isFound")
    expect(told.asked).toEqual(["lookup", "lookup", "create"])
  })

  it("what exists is adopted under its key instead of being created; in doubt it is looked up first", async () => {
    const told = new Told()
    expect(await call(told, "create", { adopts: "7" })).toMatchObject({ outcome: "refused" })
    const adopting = Object.assign(told, { adopt: async (_: unknown, key: string) => ({ data: { adopted: key } }) })
    expect(await call(adopting, "create", { adopts: "7" })).toMatchObject({ answer: { data: { adopted: "7" } } })
    expect(told.asked).toEqual(["status"])
    told.found = { data: { id: 7 } }
    told.status = "suspended"
    expect(await call(adopting, "create", { adopts: "7", isInDoubt: true })).toMatchObject({
      ...{ answer: told.found, isSuspended: true },
    })
  })

  it("a suspension is done once the provider says so, and is on its way until then", async () => {
    const told = new Told()
    expect(await call(told, "suspend")).toMatchObject({ outcome: "pending", reason: expect.stringContaining("active") })
    told.status = "suspended"
    expect(await call(told, "suspend")).toMatchObject({ outcome: "done" })
    expect(told.asked).toEqual(["suspend", "status", "suspend", "status"])
  })

  it("PV9: a termination in doubt is asked about first", async () => {
    const told = new Told()
    told.status = "terminated"
    expect(await call(told, "terminate", { isInDoubt: true })).toMatchObject({ outcome: "done" })
    expect(told.asked).toEqual(["status"])
  })

  it("what may never have been made is looked up before it is terminated", async () => {
    const told = new Told()
    expect(await call(told, "terminate", { isKnown: false })).toMatchObject({ outcome: "done" })
    expect(told.asked).toEqual(["lookup"])
  })

  it("whatever is thrown is an end: known errors by their kind, others unknown", async () => {
    const told = new Told()
    told.fails = new ProvisioningError("temporary", "Come back later", { retryAfter: 9 })
    expect(await call(told, "create")).toMatchObject({ outcome: "temporary", retryAfter: 9, reason: "Come back later" })
    told.fails = new TypeError("undefined is not a function")
    expect(await call(told, "create")).toMatchObject({ outcome: "unknown", reason: "undefined is not a function" })
  })

  it("a provider that heeds no signal is left alone when the time is over", async () => {
    const told = new Told()
    told.isDeaf = true
    const end = await call(told, "create")
    expect(end).toMatchObject({ outcome: "unknown", reason: expect.stringContaining("in time") })
    expect([end.retryAfter, "its server is left alone for as long"]).toEqual([
      1,
      "its server is left alone for as long",
    ])
  })

  it.each<[string, unknown, RegExp]>([
    ["a state that there is not", { state: "maybe" }, /state/],
    ["a text", "done", /the answer/],
    ["a list", [], /the answer/],
    ["something shown that is no text", { shown: [{ label: "Port", value: 8080 }] }, /shown\.0\.value/],
    ["a memory that is no object", { data: "x" }, /data/],
    ["a memory of a megabyte", { data: { log: "x".repeat(1_000_000) } }, /characters/],
  ])("an answer that is none may have been done: %s", async (_name, answer, reason) => {
    const told = Object.assign(new Told(), { create: async () => answer })
    expect(await call(told, "create")).toMatchObject({ outcome: "unknown", reason: expect.stringMatching(reason) })
  })

  it("no answer is a good one, and of what no database takes the rest is kept", async () => {
    const told = Object.assign(new Told(), { create: async (): Promise<unknown> => undefined })
    expect(await call(told, "create")).toMatchObject({ outcome: "done", answer: {} })
    told.create = async () => ({
      data: { "na\u0000me": "a\u0000b", half: "\ud83d", big: 10n },
      shown: [{ label: "Key", value: "\udc00-1" }],
    })
    expect(await call(told, "create")).toMatchObject({
      outcome: "done",
      answer: { data: { name: "ab", half: "\ufffd", big: "10" }, shown: [{ label: "Key", value: "\ufffd-1" }] },
    })
    told.lookup = async () => ({ data: { id: "\u00007" } })
    expect(await call(told, "create", { isInDoubt: true })).toMatchObject({ answer: { data: { id: "7" } } })
  })

  it.each([
    [1e12, 86_400],
    [Number.NaN, null],
    [-1, null],
  ])("a wish to be left alone for %d seconds is heeded for %j", async (retryAfter, believed) => {
    const told = new Told()
    told.fails = new ProvisioningError("temporary", "Later", { retryAfter })
    expect(await call(told, "create")).toMatchObject({ retryAfter: believed })
  })

  it("what a provider is still at is said, with each way of saying it", async () => {
    const told = Object.assign(new Told(), { create: async () => ({ state: "pending" }) })
    expect(await call(told, "create")).toMatchObject({ outcome: "pending", reason: expect.stringContaining("still") })
  })

  it("what a person does, a person ends", async () => {
    const manual = new ManualProvisioningProvider()
    const end = await callProvider(
      manual,
      { action: "create", isInDoubt: false, isKnown: false, adopts: null, request },
      { timeoutSeconds: 1 },
    )
    expect(end).toMatchObject({ outcome: "staff" })
  })
})
