import { Webhook } from "standardwebhooks"
import { ENDPOINT_SECRET, FakeEndpoint } from "../../../integration-tests/support/fake-endpoint"
import type { ProvisioningRequest } from "../../provisioning-providers"
import { WebhookProvisioningProvider } from "./index"

type Request = Parameters<WebhookProvisioningProvider["create"]>[0]

const endpoint = new FakeEndpoint()
beforeAll(() => endpoint.outside.start())
afterAll(() => endpoint.outside.stop())
beforeEach(() => {
  endpoint.instead = null
})

const provider = new WebhookProvisioningProvider(null, { allowPrivateAddresses: true })
const NEXT_SECRET = `whsec_${Buffer.alloc(24, "the-next-secret").toString("base64")}`
const request = (credentials: Record<string, unknown> = {}): Request => {
  const made: ProvisioningRequest = {
    key: "pcall_1",
    service: {
      ...{ reference: "psvc_1", title: "Backup", product_id: "prod_1", variant_id: null, order_id: "order_1" },
      ...{ subscription_id: null, customer_id: null, email: null, unit: 1, expires_on: null, suspension_reason: null },
    },
    configuration: { plan: "small" },
    options: {},
    server: {
      id: "psrv_1",
      name: "Endpoint",
      credentials: { url: endpoint.outside.url, secret: ENDPOINT_SECRET, previous_secret: "", ...credentials },
    },
    data: {},
    signal: AbortSignal.timeout(5000),
  }
  return made as Request
}

describe("webhook", () => {
  it("signs as Standard Webhooks says, with the call as the message's id", async () => {
    await provider.create(request())
    const sent = endpoint.outside.asked.at(-1)
    expect(sent?.headers["webhook-id"]).toBe("pcall_1")
    const verified = new Webhook(ENDPOINT_SECRET).verify(sent?.text ?? "", sent?.headers as Record<string, string>)
    expect(verified).toMatchObject({ type: "service.create", data: { service: { reference: "psvc_1" } } })
  })

  it("the same message five times creates once", async () => {
    for (const _time of [1, 2, 3, 4, 5]) {
      await provider.create(request())
    }
    expect(endpoint.count("psvc_1")).toBe(1)
  })

  it("bears both signatures while the secret changes: a receiver with either one takes it", async () => {
    await provider.renew(request({ secret: NEXT_SECRET, previous_secret: ENDPOINT_SECRET }))
    const sent = endpoint.outside.asked.at(-1)
    const headers = sent?.headers as Record<string, string>
    expect(headers["webhook-signature"]?.split(" ")).toHaveLength(2)
    for (const secret of [NEXT_SECRET, ENDPOINT_SECRET]) {
      expect(() => new Webhook(secret).verify(sent?.text ?? "", headers)).not.toThrow()
    }
  })

  it("410 switches the endpoint off", async () => {
    endpoint.instead = { status: 410 }
    await expect(provider.suspend(request())).rejects.toMatchObject({ kind: "refused", stopsServer: true })
  })

  it.each([
    ["a state that there is not", { state: "maybe" }],
    ["something shown without a name", { shown: [{ value: "x" }] }],
    ["a text", "yes"],
  ])("an answer with %s may have been done", async (_name, body) => {
    endpoint.instead = { status: 200, body }
    await expect(provider.create(request())).rejects.toMatchObject({ kind: "unknown" })
  })

  it("an answer that says of nothing that it is null, or an empty list, is an answer", async () => {
    endpoint.instead = { status: 200, body: { state: null, shown: null, data: [] } }
    expect(await provider.create(request())).toEqual({})
    endpoint.instead = { status: 200, body: { exists: true, shown: null, data: null } }
    expect(await provider.lookup(request())).toEqual({})
  })

  it.each([404, 409, 423, 425])("%d is tried again: it is set up anew, locked, or asked too early", async (status) => {
    endpoint.instead = { status }
    await expect(provider.create(request())).rejects.toMatchObject({ kind: "temporary" })
  })

  it.each<[string, object, string]>([
    [
      "padding in the midst of its secret",
      { secret: `${ENDPOINT_SECRET.slice(0, 20)}=${ENDPOINT_SECRET.slice(20)}` },
      "secret",
    ],
    ["an earlier secret that is none", { previous_secret: "whsec_short" }, "previous_secret"],
    ["an address of files", { url: "file:///etc/passwd" }, "url"],
    ["a script for an address", { url: "javascript:alert(1)" }, "url"],
  ])("refuses credentials with %s, by name, where they are saved", (_name, given, field) => {
    const { credentials } = provider.describe()
    const right = { url: "https://example.com", secret: ENDPOINT_SECRET, previous_secret: "" }
    expect(credentials?.safeParse(right).success).toBe(true)
    const parsed = credentials?.safeParse({ ...right, ...given })
    expect(parsed?.error?.issues.map(({ path }) => path[0])).toContain(field)
  })

  it("is told nothing where address or secret are missing, nor in the own network unless that is allowed", async () => {
    await expect(provider.create(request({ secret: "short" }))).rejects.toMatchObject({ kind: "refused" })
    const strict = new WebhookProvisioningProvider(null, {})
    const before = endpoint.outside.asked.length
    await expect(strict.create(request())).rejects.toMatchObject({ kind: "refused" })
    expect(endpoint.outside.asked).toHaveLength(before)
  })
})
