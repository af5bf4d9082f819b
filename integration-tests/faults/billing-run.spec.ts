import { addDays } from "../../src/rules/calendar"
import { createWorld } from "../support/create-world"
import { findBillingFaults } from "../support/find-billing-faults"
import { storeTest } from "../support/store-test"
import { until } from "../support/until"
import { differences, readFinalState, type FinalState } from "./final-state"
import { planDeaths } from "./plan-deaths"
import { ProcessPool } from "./process-pool"
import type { Death, ProcessOptions } from "./process/messages"
import { randomFrom } from "./random"
import { commitForGood, countOf, restartDatabase } from "./restart-database"
import { RUN_DATES, seedWorld } from "./seed-world"
import { KILLS, SEED, SUBSCRIPTIONS } from "./settings"

/** Small batches, so that there are many moments between two; a lease that runs out soon after its worker's death. */
const OPTIONS: ProcessOptions = { batchSize: 10, chargeConcurrency: 4, claimSeconds: 1 }

const AT_ONCE: Death = { phase: null, statements: 1, milliseconds: 0 }

storeTest((store) => {
  let undisturbed: FinalState
  let statements: Record<string, number> = {}
  let pool: ProcessPool

  const open = (ahead: number, options = OPTIONS): ProcessPool => {
    pool = new ProcessPool(store.databaseUrl, options, ahead)
    return pool
  }
  const expectAllRight = async () => {
    const knex = store.knex()
    expect(await findBillingFaults(knex)).toEqual([])
    expect(differences(undisturbed, await readFinalState(knex))).toEqual([])
  }

  beforeAll(async () => {
    await seedWorld(store, await createWorld(store))
  })

  afterEach(() => {
    pool.end()
    if (process.env.FAULT_VERBOSE) {
      console.log(pool.complaints())
    }
  })

  it("one undisturbed process bills every run", async () => {
    open(1)
    for (const [i, asOf] of RUN_DATES.entries()) {
      const ending = await pool.do({ kind: "bill", asOf })
      statements = i === 1 && !ending.killed ? ending.statements : statements
    }
    undisturbed = await readFinalState(store.knex())
    expect(await findBillingFaults(store.knex())).toEqual([])
    expect(undisturbed.renewals?.length).toBeGreaterThan(5 * SUBSCRIPTIONS)
    expect(pool.complaints()).toBe("")
  })

  it(`decision 7: killed ${KILLS} times (FAULT_KILLS) at moments of seed ${SEED} (FAULT_SEED), nothing is lost or doubled`, async () => {
    open(2)
    const plan = planDeaths({ kills: KILLS, runs: RUN_DATES.length, statements, random: randomFrom(SEED) })
    const died: Record<string, number> = {}
    for (const [i, asOf] of RUN_DATES.entries()) {
      for (const death of plan[i] ?? []) {
        const isInTime = (await pool.do({ kind: "bill", asOf, death })).killed
        // The work was done before its hour came: then it dies at once, looking for more.
        expect(isInTime || (await pool.do({ kind: "bill", asOf, death: AT_ONCE })).killed).toBe(true)
        const when = isInTime ? String(death.phase) : "idle"
        died[when] = (died[when] ?? 0) + 1
      }
      expect(await pool.do({ kind: "bill", asOf })).toMatchObject({ killed: false })
    }
    console.log(`Killed with seed ${SEED}: ${JSON.stringify(died)}`)
    expect(died.idle ?? 0).toBeLessThan(KILLS / 2)
    await expectAllRight()
  })

  it("decision 7: the database restarts in the midst of every run, and the same process goes on", async () => {
    await commitForGood(store.databaseUrl)
    open(1)
    for (const [i, asOf] of RUN_DATES.entries()) {
      // One while invoices are made, one while cards are charged.
      const table = i % 2 ? "billing_charge_attempt" : "billing_renewal"
      const before = await countOf(store.databaseUrl, table)
      const billed = pool.do({ kind: "bill", asOf, goesOn: true })
      await until("the run to be under way", async () => (await countOf(store.databaseUrl, table)) > before + 15)
      await restartDatabase(store.databaseUrl)
      expect(await billed).toMatchObject({ killed: false })
    }
    await expectAllRight()
  })

  it("decision 7: the clock goes back a day after a run, and in one that died: nothing is billed again", async () => {
    open(2)
    for (const [i, asOf] of RUN_DATES.entries()) {
      if (i > 0) {
        await pool.do({ kind: "bill", asOf, death: { phase: "collecting", statements: 60, milliseconds: 0 } })
        await pool.do({ kind: "bill", asOf: addDays(asOf, -1) })
      }
      await pool.do({ kind: "bill", asOf })
      await pool.do({ kind: "bill", asOf: addDays(asOf, -1) })
    }
    expect(await findBillingFaults(store.knex())).toEqual([])
    // What is dunned on the day before ends on that day; what is billed and charged is the same.
    const differing = differences(undisturbed, await readFinalState(store.knex()))
    expect(differing.filter((one) => !/^(subscriptions|time line|events|runs):/.test(one))).toEqual([])
  })

  it("decision 7: four processes at once share every run, and leave what one leaves", async () => {
    open(4)
    for (const asOf of RUN_DATES) {
      await Promise.all(Array.from({ length: 4 }, () => pool.do({ kind: "bill", asOf })))
    }
    await expectAllRight()
  })
})
