import { relative, resolve } from "path"
import type { TestStore } from "./store-test"

const TESTS = resolve(__dirname, "..")

/** One topic's tests, in a file `<topic>.suite.ts`; a spec file gathers several of them in one booted store. */
export interface StoreSuite {
  file: string
  /** Where it stands below `integration-tests`: "http/billing/offers". */
  name: string
  describe: (store: TestStore) => void
}

/**
 * ```ts
 * export const offersSuite = storeSuite(__filename, (store) => {
 *   let world: World
 *   beforeAll(async () => { world = await createWorld(store) })
 *   it("B5: …", async () => { await store.api.post("/store/carts", {…}, world.storeHeaders) })
 * })
 * ```
 */
export const storeSuite = (file: string, describe: (store: TestStore) => void): StoreSuite => ({
  file,
  name: relative(TESTS, file).replace(/\.(suite|spec)\.ts$/, ""),
  describe,
})

/** Whether this run is to have the suite: `npm test -- integration-tests/http/billing/offers` asks for one of several. */
export function isWanted({ file }: StoreSuite): boolean {
  const wanted = process.env.TEST_SUITES
  return !wanted || !file.endsWith(".suite.ts") || wanted.split("\n").includes(file)
}
