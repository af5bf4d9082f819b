import { medusaIntegrationTestRunner, type MedusaSuiteOptions } from "@medusajs/test-utils"
import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import type { AxiosInstance } from "axios"
import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { resolve } from "path"
import { ContractWatch } from "./contract-watch"
import { EventWatch } from "./event-watch"
import { StatementLog } from "./statement-log"
import { StoreDatabase } from "./store-database"
import { isWanted, storeSuite, type StoreSuite } from "./store-suite"
import { noteTime } from "./store-times"
import { until } from "./until"

/** A running store on a database of its own, which is put back to its suite's first state before each test. */
export type TestStore = {
  /** An axios client on the store's address. It throws on 4xx and 5xx, as axios does: `error.response`. */
  api: AxiosInstance
  /** The application's container; a function, because the store is booted after the suite is described. */
  container: () => MedusaContainer
  /** The database itself, for SQL checks. */
  knex: () => Knex
  /** Waits until no workflow is under way and no subscriber is dealing with an event. */
  settled: () => Promise<void>
  /** Holds every answer of the plugin's routes to its contract. */
  contracts: ContractWatch
  databaseUrl: string
}

const ENDED = ["not_started", "done", "reverted", "failed"]

function asStore(options: MedusaSuiteOptions, events: EventWatch, contracts: ContractWatch): TestStore {
  const knex = (): Knex => options.getContainer().resolve(ContainerRegistrationKeys.PG_CONNECTION)
  const isAtRest = async (): Promise<boolean> => {
    const heard = events.begunCount
    const running = await knex()("workflow_execution").whereNotIn("state", ENDED).whereNull("deleted_at").first("id")
    return !running && events.isQuiet && events.begunCount === heard
  }
  return {
    api: options.api,
    container: options.getContainer,
    knex,
    settled: () => until("every workflow and every subscriber to end", isAtRest),
    contracts,
    databaseUrl: options.dbConfig.clientUrl,
  }
}

/**
 * Boots this repository's own store (`medusa-config.ts`) once, for one suite or for several after each other. What
 * `beforeAll` of a suite writes is part of its first state; what a test writes is gone before the next, and what a suite
 * writes before the next suite.
 *
 * ```ts
 * storeTest(offersSuite, cartSuite)
 * ```
 */
export function storeTest(...given: (StoreSuite | StoreSuite["describe"])[]): void {
  const file = String(expect.getState().testPath)
  const suites = given.map((one) => (typeof one === "function" ? storeSuite(file, one) : one)).filter(isWanted)
  const database = new StoreDatabase()
  const times = new Stopwatch()

  // Before the runner's own: it boots the store in a `beforeAll`, and puts the database back in a `beforeEach`.
  beforeAll(() => database.create())
  beforeAll(() => times.begin())
  beforeEach(() => times.begin())
  medusaIntegrationTestRunner({
    dbName: database.name,
    cwd: resolve(__dirname, "../.."),
    inApp: true,
    testSuite: (options) => {
      const events = new EventWatch()
      const statements = new StatementLog()
      const contracts = new ContractWatch()
      const store = asStore(options, events, contracts)
      beforeAll(async () => {
        events.watch(store.container().resolve(Modules.EVENT_BUS))
        statements.listen(store.knex())
        contracts.watch(store.api)
        await options.dbUtils.snapshot({ templateName: database.baseName })
        noteTime({ boot: storeSuite(file, () => undefined).name, totalMs: times.end() })
      })
      for (const suite of suites) {
        describeSuite(suite, { store, options, statements, database, times })
      }
      it("decision 12, B39: whatever was asked of a table that grows is found by an index", async () => {
        expect(await statements.readWhole(store.databaseUrl)).toEqual([])
      })
    },
  })
  afterAll(() => database.drop())
}

interface Surroundings {
  store: TestStore
  options: MedusaSuiteOptions
  statements: StatementLog
  database: StoreDatabase
  times: Stopwatch
}

function describeSuite(suite: StoreSuite, { store, options, statements, database, times }: Surroundings): void {
  describe(suite.name, () => {
    const figures = { tests: 0, worldMs: 0, restoreMs: 0 }
    let begun = 0

    beforeAll(async () => {
      begun = performance.now()
      statements.suite = suite.name
      await options.dbUtils.restore({ templateName: database.baseName })
      await emptyCaches(store.container())
    })
    beforeEach(() => {
      figures.tests += 1
      figures.restoreMs += times.end()
    })
    suite.describe(store)
    // After the suite's own: what they wrote is what each of its tests begins with.
    beforeAll(async () => {
      await store.settled()
      await options.dbUtils.snapshot()
      figures.worldMs = performance.now() - begun
    })
    // Before the database is put back under what still runs.
    afterEach(() => store.settled())
    afterAll(() => {
      jest.restoreAllMocks()
      noteTime({ suite: suite.name, ...figures, totalMs: performance.now() - begun })
    })
  })
}

/** What the process has kept of an earlier suite's database. The store's clock and the demo provider's switch are in it. */
async function emptyCaches(container: MedusaContainer): Promise<void> {
  await container.resolve(Modules.CACHE, { allowUnregistered: true })?.invalidate("*")
}

class Stopwatch {
  private begun = 0

  begin(): void {
    this.begun = performance.now()
  }

  /** Milliseconds since it began. */
  end(): number {
    return performance.now() - this.begun
  }
}
