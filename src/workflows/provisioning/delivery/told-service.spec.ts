import { maskSecrets } from "../../../rules/provisioning"
import { toldBefore } from "./told-service"

const service = { product_id: "prod_1", customer_id: "cus_1", options: { ram: "16", root_password: "hunter22" } }
const now = {
  ...{ configuration: { plan: "big" }, expiresOn: "2026-03-01", packageKey: "prod_1?big", suspendedFor: null },
}
/** As a request is kept. */
const kept = (given: object = {}, options: object = service.options) =>
  maskSecrets({
    service: { product_id: "prod_1", customer_id: "cus_1", expires_on: "2026-02-01", ...given },
    options,
  }) as Record<string, unknown>

describe("what an earlier try has told of a service that it has made (S5)", () => {
  it("is what there is: its expiry is the one of then, its package the one of now where nothing of it has changed", () => {
    expect(toldBefore(kept(), { service, now })).toEqual({ ...now, expiresOn: "2026-02-01" })
    expect(toldBefore(kept({ expires_on: null }), { service, now }).expiresOn).toBeNull()
  })

  it.each<[string, Record<string, unknown> | null]>([
    ["another product", kept({ product_id: "prod_2" })],
    ["another customer", kept({ customer_id: "cus_2" })],
    ["other options", kept({}, { ram: "8" })],
    ["nobody knows what", null],
    ["a request of another shape", { note: "x" }],
  ])("%s: it has to be told anew", (_name, request) => {
    expect(toldBefore(request, { service, now }).packageKey).not.toBe(now.packageKey)
  })
})
