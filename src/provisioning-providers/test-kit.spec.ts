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
  ...(fake instanceof FakePanel && { makeByHand: () => fake.makeByHand() }),
})
const LOGIN = { login_url: "https://panel.example.com" }
const PANEL = { nest: 1, egg: 5, location: 1 }
const panelOf = (provider: AbstractProvisioningProvider) => ({
  provider,
  configuration: PANEL,
  credentials: { url: panel.outside.url, api_key: "ptla_a-key-of-the-panel" },
  outside: outsideOf(panel),
})
const endpointOf = (provider: AbstractProvisioningProvider) => ({
  provider,
  configuration: { plan: "small", single_sign_on: true },
  credentials: { url: `${endpoint.outside.url}/hook`, secret: ENDPOINT_SECRET, previous_secret: "" },
  outside: outsideOf(endpoint),
})
/** The kit takes any provider; each of ours knows its own configuration. */
const any = (provider: object) => provider as AbstractProvisioningProvider
const allowed = { allowPrivateAddresses: true }

describe("the test kit passes (S11)", () => {
  it("manual", async () => {
    expect(await checkProvider({ provider: any(new ManualProvisioningProvider()), configuration: LOGIN })).toEqual([])
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
class ReachesNothing extends PterodactylProvisioningProvider {
  override testConnection(): Promise<void> {
    return Promise.reject(new ProvisioningError("refused", "The address is none"))
  }
}
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
class ForgetsWhatItShows extends PterodactylProvisioningProvider {
  override async lookup(request: Request): Promise<ProvisioningAnswer | null> {
    return (await super.lookup(request)) && {}
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
class RemembersAPassword extends PterodactylProvisioningProvider {
  override async create(request: Request): Promise<ProvisioningAnswer> {
    const answer = await super.create(request)
    return { ...answer, data: { ...answer.data, root_password: "hunter22" } }
  }
}
class NeverEnds extends PterodactylProvisioningProvider {
  override create(request: Request): Promise<ProvisioningAnswer> {
    const { signal: _signal, ...rest } = request as ProvisioningRequest
    const other: ProvisioningRequest = { ...rest, signal: AbortSignal.timeout(2500) }
    return super.create(other as Request)
  }
}
class HasNoForm extends PterodactylProvisioningProvider {
  override describe() {
    return { ...super.describe(), credentials: null }
  }
}
class MakesOneForAll extends PterodactylProvisioningProvider {
  private static first: string | null = null
  override create(request: Request): Promise<ProvisioningAnswer> {
    const { service, ...rest } = request as ProvisioningRequest
    const reference = (MakesOneForAll.first ??= service.reference)
    return super.create({ ...rest, service: { ...service, reference } } as Request)
  }
}
class RenewsByAnother extends PterodactylProvisioningProvider {
  private last = ""
  override create(request: Request): Promise<ProvisioningAnswer> {
    this.last = (request as ProvisioningRequest).service.reference
    return super.create(request)
  }
  override async renew(): Promise<ProvisioningAnswer> {
    panel.servers.push({ ...blank, external_id: this.last, id: panel.servers.length + 2000 })
    return {}
  }
}
class ForgetsHowLong extends PterodactylProvisioningProvider {
  override async create(request: Request): Promise<ProvisioningAnswer> {
    try {
      return await super.create(request)
    } catch {
      throw new ProvisioningError("temporary", "Too many requests")
    }
  }
}
class NeverGivesUp extends PterodactylProvisioningProvider {
  override async create(request: Request): Promise<ProvisioningAnswer> {
    try {
      return await super.create(request)
    } catch {
      throw new ProvisioningError("unknown", "Something failed")
    }
  }
}
class ListsNoReferences extends PterodactylProvisioningProvider {
  override async listServices(...given: Parameters<PterodactylProvisioningProvider["listServices"]>) {
    return (await super.listServices(...given)).map((one) => ({ ...one, reference: null }))
  }
}
class ListsAllAsActive extends PterodactylProvisioningProvider {
  override async listServices(...given: Parameters<PterodactylProvisioningProvider["listServices"]>) {
    return (await super.listServices(...given)).map((one) => ({ ...one, status: "active" as const }))
  }
}
class OnlySaysItAdopts extends PterodactylProvisioningProvider {
  override async adopt(): Promise<ProvisioningAnswer> {
    return {}
  }
}
class AdoptsWhatIsTaken extends PterodactylProvisioningProvider {
  override async adopt(request: Request, key: string): Promise<ProvisioningAnswer> {
    const taken = panel.servers.find(({ id }) => String(id) === key)
    if (taken) {
      taken.external_id = ""
    }
    return super.adopt(request, key)
  }
}
class CreatesWhatIsNotThere extends PterodactylProvisioningProvider {
  override async adopt(request: Request, key: string): Promise<ProvisioningAnswer> {
    return panel.servers.some(({ id }) => String(id) === key) ? super.adopt(request, key) : super.create(request)
  }
}
class RunsAScript extends PterodactylProvisioningProvider {
  override async singleSignOn(): Promise<{ url: string }> {
    return { url: "javascript:alert(1)" }
  }
}
class LogsInWithItsKey extends PterodactylProvisioningProvider {
  override async singleSignOn(request: Request): Promise<{ url: string }> {
    const { api_key } = (request as ProvisioningRequest).server?.credentials ?? {}
    return { url: `https://panel.example.com/?key=${String(api_key)}` }
  }
}
const blank = { id: 0, external_id: "", identifier: "x", name: "x", user: 1, egg: 5, suspended: false, isLocked: false }

const LISTS = "lists what exists, each under its reference and as it stands"
const ADOPTS = "takes over what exists, once, and finds it by its reference"
const LOGS_IN = "logs in by an address of the web, without secrets"

type Wrong = [string, new (container: unknown, options: Record<string, unknown>) => object, string]

describe("the test kit fails what is wrong on purpose, and names the clause (S11)", () => {
  const wrong: Wrong[] = [
    ["has no form for its servers", HasNoForm, "describes forms that can be drawn, and checks what is filled in"],
    ["does not reach its server", ReachesNothing, "reaches its server with these credentials"],
    ["makes one service for two units", MakesOneForAll, "makes a service of its own for each unit"],
    ["renews by making another", RenewsByAnother, "renews and changes the package, and still has one"],
    [
      "takes garbage for a failure",
      CallsItAFailure,
      "says that a creation is unknown where the outside answers garbage",
    ],
    ["forgets for how long", ForgetsHowLong, "hands on how long the outside wants to be left alone"],
    ["takes a refusal for something else", NeverGivesUp, "says that what the outside refuses is refused"],
    ["creates a second one", CreatesTwice, "creates once, however often it is asked"],
    ["finds what never was", FindsEverything, "looks up what it has made, and nothing else"],
    ["finds nothing", FindsNothing, "says that a creation whose answer is lost is unknown, and finds it"],
    [
      "forgets what it has shown",
      ForgetsWhatItShows,
      "looks up as much as it has answered: what its customer is shown, and its memory",
    ],
    ["suspends where it is to resume", SuspendsForUnsuspend, "resumes, and never suspends for it"],
    ["says that it has suspended", OnlySaysSo, "suspends, however often it is asked"],
    ["fails at what is gone", CannotTerminateTwice, "terminates, however often it is asked, and what never was"],
    [
      "takes what is unknown for a failure",
      CallsItAFailure,
      "says that a creation is unknown where the outside answers 500",
    ],
    ["keeps credentials", Talks, "keeps no secret in what it answers"],
    ["keeps a password of its own", RemembersAPassword, "keeps no secret in what it answers"],
    ["lists without references", ListsNoReferences, LISTS],
    ["lists what is suspended as active", ListsAllAsActive, LISTS],
    ["says that it has taken over", OnlySaysItAdopts, ADOPTS],
    ["takes over what is another's", AdoptsWhatIsTaken, ADOPTS],
    ["makes what it is to take over", CreatesWhatIsNotThere, ADOPTS],
    ["logs in by a script", RunsAScript, LOGS_IN],
    ["gives its key to whoever logs in", LogsInWithItsKey, LOGS_IN],
    ["does not heed its signal", NeverEnds, "ends when its time is over, and says that it does not know"],
  ]

  it.each(wrong)("%s", async (_name, Wrong, clause) => {
    panel.outside.forgetFailures()
    const broken = await checkProvider(panelOf(any(new Wrong(null, allowed))), [clause])
    expect(broken.map((one) => one.clause)).toEqual([clause])
  })

  it("each clause is broken by one of them", () => {
    expect(new Set(wrong.map(([, , clause]) => clause))).toEqual(new Set(Object.keys(CLAUSES)))
  })
})
