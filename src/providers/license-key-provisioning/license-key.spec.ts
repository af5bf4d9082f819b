import fc from "fast-check"
import type { ProvisioningRequest } from "../../provisioning-providers"
import { LicenseKeyProvisioningProvider, publicKeyOf, readLicenseKey } from "./index"

const seed = Buffer.alloc(32, 7).toString("base64")
const publicKey = publicKeyOf(seed)
const provider = new LicenseKeyProvisioningProvider(null, { seed })
const request = (data: Record<string, unknown> = {}, unit = 1): ProvisioningRequest<{ edition: string }> => ({
  key: "pcall_1",
  service: {
    ...{ reference: `psvc_${unit}`, title: "Editor", product_id: "prod_1", variant_id: null, order_id: "order_1" },
    ...{ subscription_id: null, customer_id: null, email: null, unit, expires_on: null, suspension_reason: null },
  },
  configuration: { edition: "pro" },
  server: null,
  data,
  signal: AbortSignal.timeout(1000),
})
const keyOf = (answer: { shown?: { value: string }[] }): string => answer.shown?.[0]?.value ?? ""

describe("license keys", () => {
  it("PV5: made twice, a unit has one key; another unit has another", async () => {
    const [one, again, other] = [request(), request(), request({}, 2)]
    const keys = await Promise.all([one, again, other].map(async (each) => keyOf(await provider.create(each))))
    expect(keys[0]).toBe(keys[1])
    expect(keys[2]).not.toBe(keys[0])
  })

  it("verifies with the public key alone, and says what it is for", async () => {
    const key = keyOf(await provider.create(request()))
    expect(readLicenseKey(key, publicKey)).toEqual({ id: "psvc_1", product: "prod_1", edition: "pro", unit: 1 })
  })

  it("PV6: the key is used again on reactivation, and another edition does not make another one", async () => {
    const made = await provider.create(request())
    const blocked = await provider.suspend(request(made.data))
    const again = await provider.unsuspend({ ...request(blocked.data), configuration: { edition: "team" } })
    expect(keyOf(again)).toBe(keyOf(made))
    expect(await provider.getStatus(request(blocked.data))).toEqual({ status: "suspended" })
  })

  it("PV6: what is ended is revoked, and shown no more", async () => {
    const made = await provider.create(request())
    const ended = await provider.terminate()
    expect(ended.shown).toEqual([])
    expect(await provider.getStatus(request({ ...made.data, ...ended.data }))).toEqual({ status: "terminated" })
  })

  it("law: no key with another sign in it is good", async () => {
    const key = keyOf(await provider.create(request()))
    fc.assert(
      fc.property(fc.nat(key.length - 1), fc.string({ minLength: 1, maxLength: 1 }), (at, sign) => {
        const other = key.slice(0, at) + sign + key.slice(at + 1)
        // The last sign of base64 has bits that mean nothing.
        const read = readLicenseKey(other, publicKey)
        expect(read === null || JSON.stringify(read) === JSON.stringify(readLicenseKey(key, publicKey))).toBe(true)
      }),
      { seed: 15 },
    )
  })

  it.each(["", "MSC1", "MSC1..", "MSC1.e30.x", "x.y.z", "MSC1.W10.AAAA.extra"])("%j is no key", (text) => {
    expect(readLicenseKey(text, publicKey)).toBeNull()
  })

  it("a key of somebody else's secret is none, and a secret of another length stops the boot", async () => {
    const stranger = new LicenseKeyProvisioningProvider(null, { seed: Buffer.alloc(32, 8).toString("base64") })
    expect(readLicenseKey(keyOf(await stranger.create(request())), publicKey)).toBeNull()
    expect(() => LicenseKeyProvisioningProvider.validateOptions({ seed: "c2hvcnQ=" })).toThrow(/32 bytes/)
  })
})
