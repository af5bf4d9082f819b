import { StorageBoxProvider } from "../../docs/guides/examples/provisioning-provider"
import { FakeBoxes } from "../../integration-tests/support/fake-boxes"
import { checkProvider } from "./test-kit"

describe("the guide's example of a provider", () => {
  const fake = new FakeBoxes()
  beforeAll(() => fake.outside.start())
  afterAll(() => fake.outside.stop())

  it("S11: keeps the contract", async () => {
    const provider = new StorageBoxProvider(null, { allowPrivateAddresses: true })
    const broken = await checkProvider({
      provider,
      configuration: { gigabytes: 50 },
      credentials: { url: fake.outside.url, token: "a-token-of-the-server" },
      outside: { count: fake.count, status: fake.status, failNext: (failure) => fake.outside.failNext(failure) },
    })
    expect(broken).toEqual([])
  })
})
