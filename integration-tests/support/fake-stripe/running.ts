import { FakeStripe } from "./stripe-server"

let running: FakeStripe | undefined

/** The fake that the spec file has started. */
export function fakeStripe(): FakeStripe {
  if (!running) {
    throw new Error("The spec file has to start the fake: startFakeStripe()")
  }
  return running
}

/** Starts it before the store boots, whose provider then finds its address, and stops it at the end. */
export function startFakeStripe(): void {
  beforeAll(async () => {
    running = await new FakeStripe().start()
    process.env.FAKE_STRIPE_URL = running.url
    process.env.STRIPE_PUBLISHABLE_KEY = "pk_test_fake"
  })
  afterAll(async () => {
    delete process.env.FAKE_STRIPE_URL
    delete process.env.STRIPE_PUBLISHABLE_KEY
    await running?.stop()
  })
}
