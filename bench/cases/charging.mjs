import { join } from "node:path"
import { installStore } from "../machine/install-store.mjs"
import { migrate, PROJECT, runScript } from "../machine/medusa.mjs"
import { onFreshDatabase } from "../machine/on-fresh-database.mjs"
import { compare } from "../machine/results.mjs"

const PEER = "@reorderjs/reorder"
const PEER_STORE = join(PROJECT, "bench", "stores", "reorder")

async function peerRate({ databases, sizes, step }) {
  await step(`Installing ${PEER}`, () => installStore(PEER_STORE, PEER))
  return step(`${sizes.renewals} renewals of ${PEER}`, async () => {
    const database = await databases.create()
    await migrate(PEER_STORE, database)
    const input = { count: sizes.renewals, warmUp: sizes.peerWarmUp }
    const output = await runScript(PEER_STORE, database, { script: "stores/reorder/renew.ts", input })
    await databases.drop(database)
    return output.perSecond
  })
}

/** Whole renewals with their charge, next to Medusa's payment module alone, and to another plugin. */
export default async function charging(bench) {
  const { sizes } = bench
  const run = onFreshDatabase(bench)
  const payments = await run("authorize-reference", { count: sizes.payments })
  const atPayments = await run("renew-ours", { count: sizes.payments })
  const few = await run("renew-ours", { count: sizes.renewals })
  const peer = await peerRate(bench)
  return [
    compare({
      name: `whole renewals, ${sizes.payments}`,
      unit: "1/s",
      ours: atPayments.perSecond,
      reference: payments.perSecond,
      reference_name: "Medusa's payment module alone: sessions and authorisations of the same amount and provider",
      atLeast: 0.7,
    }),
    compare({
      name: `whole renewals, ${sizes.renewals}`,
      unit: "1/s",
      ours: few.perSecond,
      reference: peer,
      reference_name: `${PEER}@1.1.0, its own scheduled job`,
      atLeast: 10,
    }),
  ]
}
