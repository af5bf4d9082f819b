import { join } from "node:path"
import { installStore } from "../machine/install-store.mjs"
import { migrate, PROJECT, runScript } from "../machine/medusa.mjs"
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
  const { databases, prepared, sizes, step } = bench
  const run = (script, input) =>
    step(`${script} ${JSON.stringify(input)}`, async () => {
      const database = await databases.create(prepared.template)
      const output = await runScript(PROJECT, database, {
        script: `scripts/${script}.ts`,
        input: { world: prepared.world, warmUp: sizes.warmUp, ...input },
      })
      await databases.drop(database)
      return output
    })

  const payments = (await run("authorize-reference", { count: sizes.payments })).perSecond
  const atPayments = (await run("renew-ours", { count: sizes.payments })).perSecond
  const few = (await run("renew-ours", { count: sizes.renewals })).perSecond
  const peer = await peerRate(bench)
  // Before and after: in the minutes between, the machine itself may have become slower or faster.
  const before = (await run("renew-ours", { count: sizes.renewals })).perSecond
  const many = (await run("renew-ours", { count: sizes.manyRenewals })).perSecond
  const after = (await run("renew-ours", { count: sizes.renewals })).perSecond

  return [
    compare({
      name: `whole renewals, ${sizes.payments}`,
      unit: "1/s",
      ours: atPayments,
      reference: payments,
      reference_name: "Medusa's payment module alone: sessions and authorisations of the same amount and provider",
      atLeast: 0.7,
    }),
    compare({
      name: `whole renewals, ${sizes.renewals}`,
      unit: "1/s",
      ours: few,
      reference: peer,
      reference_name: `${PEER}@1.1.0, its own scheduled job`,
      atLeast: 10,
    }),
    compare({
      name: `whole renewals, ${sizes.manyRenewals}`,
      unit: "1/s",
      ours: many,
      reference: (before + after) / 2,
      reference_name: `itself at ${sizes.renewals}, before and after`,
      atLeast: 0.9,
    }),
  ]
}
