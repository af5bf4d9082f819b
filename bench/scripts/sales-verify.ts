import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { ExecArgs, MedusaContainer } from "@medusajs/framework/types"
import { hash } from "crypto"
import { readHeads, readLinks, SALES_MODULE, type SalesModuleService } from "../../src/modules/sales"
import { pagesOf } from "../../src/workflows/sales/chain/pages-of"
import { verifySales } from "../../src/workflows/sales/chain/verify-sales"
import { readInput, writeOutput } from "../support/child"

export interface SalesVerifyInput {
  /** Events that are stored. */
  events: number
  rounds: number
}

const PAGE = 5_000

/** Reads what a verification reads, in the same pages, one ahead, and hashes each event once. */
async function bareLoop(knex: Knex): Promise<number> {
  let events = 0
  for await (const page of pagesOf<Awaited<ReturnType<typeof readLinks>>[number]>((last) =>
    readLinks(knex, { after: last ?? { sale_id: "", seq: 0 }, limit: PAGE }),
  )) {
    for (const link of page) {
      hash("sha256", Object.values(link).join("|"))
      events += 1
    }
  }
  for await (const page of pagesOf<Awaited<ReturnType<typeof readHeads>>[number]>((last) =>
    readHeads(knex, { after: last?.sale_id ?? "", limit: PAGE }),
  )) {
    void page
  }
  return events
}

async function perSecond(work: () => Promise<number>): Promise<number> {
  const begun = performance.now()
  return (await work()) / ((performance.now() - begun) / 1000)
}

async function verify(container: MedusaContainer, expected: number): Promise<number> {
  const { ok, events } = await verifySales(container, { file: null })
  if (!ok || events !== expected) {
    throw new Error(`${events} events were verified instead of ${expected}, and all of it whole: ${ok}`)
  }
  return events
}

export default async function salesVerify({ container }: ExecArgs): Promise<void> {
  const { events, rounds } = readInput<SalesVerifyInput>()
  const { knex } = container.resolve<SalesModuleService>(SALES_MODULE).db
  const ours: number[] = []
  const bare: number[] = []
  for (let round = 0; round < rounds; round++) {
    ours.push(await perSecond(() => verify(container, events)))
    bare.push(await perSecond(() => bareLoop(knex)))
  }
  writeOutput({ ours, bare })
}
