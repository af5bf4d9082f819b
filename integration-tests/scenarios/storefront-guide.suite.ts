import { execFile } from "child_process"
import { readFileSync } from "fs"
import { resolve } from "path"
import { promisify } from "util"
import { createOfferedProduct } from "../support/create-offered-product"
import { createWorld, type World } from "../support/create-world"
import { giveDiscount } from "../support/give-discount"
import { storeSuite } from "../support/store-suite"

const GUIDES = resolve(__dirname, "../../docs/guides")
const ANSWER = /<!-- answer: ([^>]+?) -->\s*```json\n([\s\S]*?)```/g

type Json = null | boolean | number | string | Json[] | { [key: string]: Json }

/** What the guide quotes of each answer, as it stands there. */
const quoted = [...readFileSync(resolve(GUIDES, "storefront.md"), "utf8").matchAll(ANSWER)].map(
  ([, name = "", text = ""]) => ({ name, answer: JSON.parse(text) as Json }),
)

/** The quoted part of an answer; what differs from store to store is written as `"…"`, `"cart_…"`. */
function asMatcher(value: Json): unknown {
  if (typeof value === "string" && value.endsWith("…")) {
    return expect.stringContaining(value.slice(0, -1))
  }
  if (Array.isArray(value)) {
    return value.map(asMatcher)
  }
  return value && typeof value === "object"
    ? expect.objectContaining(Object.fromEntries(Object.entries(value).map(([key, one]) => [key, asMatcher(one)])))
    : value
}

/** An answer with its lines by title: neither carts nor orders answer them in an order of their own. */
function withSortedLines(value: Json): Json {
  if (Array.isArray(value)) {
    return value.map(withSortedLines)
  }
  if (!value || typeof value !== "object") {
    return value
  }
  const entries = Object.entries(value).map(([key, one]) => [key, withSortedLines(one)])
  return { ...Object.fromEntries(entries), ...(Array.isArray(value.items) && { items: byTitle(value.items) }) }
}

const titleOf = (line: Json) => (line && typeof line === "object" && !Array.isArray(line) ? String(line.title) : "")
const byTitle = (lines: Json[]) =>
  lines.map(withSortedLines).sort((a, b) => (titleOf(a) < titleOf(b) ? -1 : titleOf(a) > titleOf(b) ? 1 : 0))

export const storefrontGuideSuite = storeSuite(__filename, (store) => {
  let world: World

  beforeAll(async () => {
    world = await createWorld(store)
    const { salesChannelId } = world
    const { variants } = await createOfferedProduct(store.container(), {
      title: "Hosting",
      salesChannelId,
      cycles: [
        {
          name: "Monthly",
          interval: { unit: "month", count: 1 },
          prices: { eur: 9.9 },
          setupFees: { eur: "25" },
        },
        { name: "Yearly", interval: { unit: "year", count: 1 }, prices: { eur: 99 } },
      ],
    })
    const on = [{ level: "variant" as const, target_id: variants.Monthly ?? "" }]
    await giveDiscount(store.container(), { name: "Five or more", rules: [{ min: "5", value: "10" }], on })
  })

  it("the storefront guide's example runs, and the store answers as the guide quotes it", async () => {
    const { stdout } = await promisify(execFile)(process.execPath, [resolve(GUIDES, "examples/storefront.mjs")], {
      env: {
        PATH: process.env.PATH,
        STORE_URL: store.api.defaults.baseURL,
        PUBLISHABLE_KEY: world.storeHeaders.headers["x-publishable-api-key"],
        REGION_ID: world.regions.eur.id,
        PROVIDER_ID: "pp_demo_demo",
      },
      maxBuffer: 10_000_000,
    })
    const answers: Record<string, Json> = JSON.parse(stdout)
    expect(quoted.map(({ name }) => name).sort()).toEqual(Object.keys(answers).sort())
    for (const { name, answer } of quoted) {
      expect({ [name]: withSortedLines(answers[name] ?? null) }).toEqual({
        [name]: asMatcher(withSortedLines(answer)),
      })
    }
  })
})
