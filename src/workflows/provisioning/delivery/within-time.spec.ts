import { askInSeconds } from "./within-time"

describe("a question to a provider", () => {
  it("is answered in its time", async () => {
    expect(await askInSeconds(5, async ({ aborted }) => aborted)).toBe(false)
  })

  it("has an end, also where its provider does not heed the signal", async () => {
    const never = new Promise<void>(() => undefined)
    await expect(askInSeconds(0.05, () => never)).rejects.toThrow("did not answer in time")
  })
})
