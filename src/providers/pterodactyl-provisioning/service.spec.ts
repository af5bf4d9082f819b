import { FakePanel } from "../../../integration-tests/support/fake-panel"
import type { ProvisioningRequest } from "../../provisioning-providers"
import { withChosen, type PanelConfiguration, type PanelCredentials } from "./forms"
import { PterodactylProvisioningProvider } from "./index"

let panel: FakePanel
beforeEach(async () => {
  panel = new FakePanel()
  await panel.outside.start()
})
afterEach(() => panel.outside.stop())

const provider = new PterodactylProvisioningProvider(null, { allowPrivateAddresses: true })
const configuration = provider.describe().configuration.parse({ nest: 1, egg: 5, location: 1 }) as PanelConfiguration
type Request = ProvisioningRequest<PanelConfiguration, PanelCredentials>
const request = (reference: string, given: Partial<Request["service"]> = {}): Request => ({
  key: `pcall_${reference}`,
  service: {
    ...{
      reference,
      title: "Server",
      product_id: "prod_1",
      variant_id: null,
      order_id: "order_1",
      subscription_id: null,
    },
    ...{ customer_id: "cus_1", email: "Clara@Example.com", unit: 1, expires_on: null, suspension_reason: null },
    ...given,
  },
  configuration,
  options: {},
  server: { id: "psrv_1", name: "Panel", credentials: { url: panel.outside.url, api_key: "ptla_0123456789" } },
  data: {},
  signal: AbortSignal.timeout(5000),
})

describe("Pterodactyl", () => {
  it("S3: what was chosen takes the place of the limits that it is called as; nonsense and the rest change nothing", () => {
    const options = { memory: "4096", cpu: 250, disk: -5, host: "box1", nest: 9 }
    expect(withChosen(configuration, options)).toEqual({ ...configuration, memory: 4096, cpu: 250 })
  })

  it("PV7: a second server stands on the same user", async () => {
    await provider.create(request("psvc_1"))
    await provider.create(request("psvc_2"))
    expect(panel.users).toHaveLength(1)
    expect(panel.servers.map(({ user }) => user)).toEqual([1, 1])
  })

  it("PV7: a user that the panel has without our id is found by exactly this address, on whatever page", async () => {
    for (const [index, email] of ["x-clara@example.com", "clara@example.com.au", "clara@example.com"].entries()) {
      panel.users.push({ id: 10 + index, external_id: null, email })
    }
    await provider.create(request("psvc_1"))
    expect(panel.servers[0]?.user).toBe(12)
    expect(panel.users).toHaveLength(3)
  })

  it("PV8: a backup that is locked holds a deletion up: it is tried again, and said why", async () => {
    await provider.create(request("psvc_1"))
    const [server] = panel.servers
    if (server) {
      server.isLocked = true
    }
    await expect(provider.terminate(request("psvc_1"))).rejects.toMatchObject({
      kind: "temporary",
      message: expect.stringContaining("BackupLockedException"),
    })
    expect(await provider.getStatus(request("psvc_1"))).toEqual({ status: "active" })
  })

  it("transferred to another customer, it stands under that one's user; what was adopted stays where it is", async () => {
    const { data = {} } = await provider.create(request("psvc_1"))
    const dora = { customer_id: "cus_2", email: "dora@example.com" }
    const { data: after } = await provider.changePackage({ ...request("psvc_1", dora), data })
    expect([panel.users.length, panel.servers[0]?.user]).toEqual([2, 2])
    expect(after).toMatchObject({ customer_id: "cus_2" })
    const key = panel.makeByHand()
    const adopted = await provider.adopt(request("psvc_2", dora), key)
    await provider.changePackage({ ...request("psvc_2", dora), data: adopted.data ?? {} })
    expect(panel.servers[1]?.user).toBe(1)
  })

  it("takes over what another system has named, and not what a service has", async () => {
    await provider.create(request("psvc_1"))
    const key = panel.makeByHand()
    await expect(provider.adopt(request("psvc_2"), "1")).rejects.toMatchObject({ kind: "refused" })
    for (const [index, server] of panel.servers.entries()) {
      server.external_id = index === 1 ? "whmcs-7" : server.external_id
    }
    await provider.adopt(request("psvc_2"), key)
    expect(panel.servers.map(({ external_id }) => external_id)).toEqual(["psvc_1", "psvc_2"])
  })

  it("a 404 that is not the panel's own says nothing of a server: neither that it is gone, nor that it was never made", async () => {
    await provider.create(request("psvc_1"))
    panel.outside.instead = { status: 404, text: "404 page not found" }
    const asked = [
      provider.terminate(request("psvc_1")),
      provider.lookup(request("psvc_1")),
      provider.getStatus(request("psvc_1")),
      provider.create(request("psvc_2")),
    ]
    for (const answer of await Promise.allSettled(asked)) {
      expect(answer).toMatchObject({
        reason: { kind: "temporary", message: expect.stringContaining("is its address right") },
      })
    }
    panel.outside.instead = null
    expect(await provider.getStatus(request("psvc_1"))).toEqual({ status: "active" })
    expect(await provider.getStatus(request("psvc_2"))).toEqual({ status: "terminated" })
  })

  it("what is being moved or installed is left alone until that is over: no conflict is given up", async () => {
    await provider.create(request("psvc_1"))
    const [server] = panel.servers
    if (server) {
      server.isMoving = true
    }
    await expect(provider.suspend(request("psvc_1"))).rejects.toMatchObject({
      kind: "temporary",
      message: expect.stringContaining("transferred"),
    })
  })

  it("another egg is installed anew; the same one is not", async () => {
    await provider.create(request("psvc_1"))
    panel.actions.length = 0
    await provider.changePackage(request("psvc_1"))
    expect(panel.actions).toEqual(["build"])
    await provider.changePackage({ ...request("psvc_1"), configuration: { ...configuration, egg: 6 } })
    expect(panel.actions).toEqual(["build", "build", "startup", "reinstall"])
  })

  it("the egg's own image, start and variables are sent, and an egg that is not there is named", async () => {
    await provider.create(request("psvc_1"))
    const sent = panel.outside.asked.find(({ method, path }) => method === "POST" && path.endsWith("/servers"))
    expect(sent?.json).toMatchObject({
      external_id: "psvc_1",
      docker_image: "ghcr.io/example/java:21",
      environment: { VERSION: "latest" },
      limits: { memory: 1024 },
      feature_limits: { allocations: 1 },
    })
    const wrong = { ...request("psvc_2"), configuration: { ...configuration, egg: 404 } }
    await expect(provider.create(wrong)).rejects.toMatchObject({ kind: "refused", message: /egg 404/ })
  })

  it("lists what there is, page by page, and needs an address of the customer", async () => {
    for (const id of ["1", "2", "3"]) {
      await provider.create(request(`psvc_${id}`))
    }
    const { server, signal } = request("psvc_1")
    const all = await provider.listServices(server, signal)
    expect(all.map(({ reference, status }) => [reference, status])).toEqual([
      ["psvc_1", "active"],
      ["psvc_2", "active"],
      ["psvc_3", "active"],
    ])
    await expect(provider.create(request("psvc_4", { email: null }))).rejects.toMatchObject({ kind: "refused" })
  })
})
