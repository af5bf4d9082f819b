import { ENDPOINT_SECRET, FakeEndpoint } from "../../integration-tests/support/fake-endpoint"
import { FakePanel } from "../../integration-tests/support/fake-panel"
import { LicenseKeyProvisioningProvider } from "../providers/license-key-provisioning"
import { ManualProvisioningProvider } from "../providers/manual-provisioning"
import { PterodactylProvisioningProvider } from "../providers/pterodactyl-provisioning"
import { WebhookProvisioningProvider } from "../providers/webhook-provisioning"
import {
  ProvisioningError,
  type AbstractProvisioningProvider,
  type ProvisioningAnswer,
  type ProvisioningRequest,
} from "./index"
import { checkProvider, CLAUSES, type TestOutside } from "./test-kit"

const endpoint = new FakeEndpoint()
const panel = new FakePanel()

beforeAll(async () => {
  await endpoint.outside.start()
  await panel.outside.start()
})
afterAll(async () => {
  await endpoint.outside.stop()
  await panel.outside.stop()
})

const outsideOf = (fake: FakeEndpoint | FakePanel): TestOutside => ({
  count: (reference) => fake.count(reference),
  status: (reference) => fake.status(reference),
  failNext: (failure) => fake.outside.failNext(failure),
  takeActions: () => fake.actions.splice(0),
})
const PANEL = { nest: 1, egg: 5, location: 1 }
const panelOf = (provider: AbstractProvisioningProvider) => ({
  provider,
  configuration: PANEL,
  credentials: { url: panel.outside.url, api_key: "ptla_a-key-of-the-panel" },
  outside: outsideOf(panel),
})
const endpointOf = (provider: AbstractProvisioningProvider) => ({
  provider,
  configuration: { plan: "small" },
  credentials: { url: `${endpoint.outside.url}/hook`, secret: ENDPOINT_SECRET, previous_secret: "" },
  outside: outsideOf(endpoint),
})
/** The kit takes any provider; each of ours knows its own configuration. */
const any = (provider: object) => provider as AbstractProvisioningProvider
const allowed = { allowPrivateAddresses: true }

describe("the test kit passes (S11)", () => {
  it("manual", async () => {
    expect(await checkProvider({ provider: any(new ManualProvisioningProvider()), configuration: {} })).toEqual([])
  })

  it("license keys", async () => {
    const seed = Buffer.alloc(32, 7).toString("base64")
    const provider = any(new LicenseKeyProvisioningProvider(null, { seed }))
    expect(await checkProvider({ provider, configuration: { edition: "pro" } })).toEqual([])
  })

  it("webhook", async () => {
    expect(await checkProvider(endpointOf(any(new WebhookProvisioningProvider(null, allowed))))).toEqual([])
  })

  it("pterodactyl", async () => {
    expect(await checkProvider(panelOf(any(new PterodactylProvisioningProvider(null, allowed))))).toEqual([])
  })
})

type Request = ProvisioningRequest<never, never>

/** Of the panel's provider, but wrong in one thing. */
class CreatesTwice extends PterodactylProvisioningProvider {
  override create(request: Request): Promise<ProvisioningAnswer> {
    const reference = `${(request as ProvisioningRequest).service.reference}`
    panel.servers.push({ ...blank, external_id: reference, id: panel.servers.length + 1000 })
    return super.create(request)
  }
}
class FindsEverything extends PterodactylProvisioningProvider {
  override async lookup(): Promise<ProvisioningAnswer | null> {
    return {}
  }
}
class FindsNothing extends PterodactylProvisioningProvider {
  override async lookup(): Promise<ProvisioningAnswer | null> {
    return null
  }
}
class SuspendsForUnsuspend extends PterodactylProvisioningProvider {
  override async unsuspend(request: Request): Promise<ProvisioningAnswer> {
    await super.suspend(request)
    return super.unsuspend(request)
  }
}
class OnlySaysSo extends PterodactylProvisioningProvider {
  override async suspend(): Promise<ProvisioningAnswer> {
    return {}
  }
}
class CannotTerminateTwice extends PterodactylProvisioningProvider {
  override async terminate(request: Request): Promise<ProvisioningAnswer> {
    const found = await super.lookup(request)
    if (!found) {
      throw new Error("There is none")
    }
    return super.terminate(request)
  }
}
class CallsItAFailure extends PterodactylProvisioningProvider {
  override async create(request: Request): Promise<ProvisioningAnswer> {
    try {
      return await super.create(request)
    } catch {
      throw new ProvisioningError("temporary", "It failed")
    }
  }
}
class Talks extends PterodactylProvisioningProvider {
  override async create(request: Request): Promise<ProvisioningAnswer> {
    const answer = await super.create(request)
    return { ...answer, data: { ...answer.data, server: (request as ProvisioningRequest).server } }
  }
}
class NeverEnds extends PterodactylProvisioningProvider {
  override create(request: Request): Promise<ProvisioningAnswer> {
    const { signal: _signal, ...rest } = request as ProvisioningRequest
    const other: ProvisioningRequest = { ...rest, signal: AbortSignal.timeout(2500) }
    return super.create(other as Request)
  }
}
const blank = { id: 0, external_id: "", identifier: "x", name: "x", user: 1, egg: 5, suspended: false, isLocked: false }

describe("the test kit fails what is wrong on purpose, and names the clause (S11)", () => {
  it.each<[string, new (container: unknown, options: Record<string, unknown>) => object, string]>([
    ["creates a second one", CreatesTwice, "creates once, however often it is asked"],
    ["finds what never was", FindsEverything, "looks up what it has made, and nothing else"],
    ["finds nothing", FindsNothing, "says that a creation whose answer is lost is unknown, and finds it"],
    ["suspends where it is to resume", SuspendsForUnsuspend, "resumes, and never suspends for it"],
    ["says that it has suspended", OnlySaysSo, "suspends, however often it is asked"],
    ["fails at what is gone", CannotTerminateTwice, "terminates, however often it is asked, and what never was"],
    [
      "takes what is unknown for a failure",
      CallsItAFailure,
      "says that a creation is unknown where the outside answers 500",
    ],
    ["keeps credentials", Talks, "keeps no secret in what it answers"],
    ["does not heed its signal", NeverEnds, "ends when its time is over, and says that it does not know"],
  ])("%s", async (_name, Wrong, clause) => {
    panel.outside.forgetFailures()
    const broken = await checkProvider(panelOf(any(new Wrong(null, allowed))), [clause])
    expect(broken.map((one) => one.clause)).toEqual([clause])
  })

  it("every clause has a name that a reader understands", () => {
    expect(Object.keys(CLAUSES).length).toBe(15)
  })
})
