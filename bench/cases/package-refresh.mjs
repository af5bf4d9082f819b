import { runCommand } from "../../scripts/machine/run-command.mjs"
import { byTurns, median } from "../machine/by-turns.mjs"
import { CLI, PROJECT } from "../machine/medusa.mjs"
import { openStore } from "../machine/open-store.mjs"
import { compare } from "../machine/results.mjs"

const WARM_UP = 20
const PAUSE_MS = 20
const LINES = 3

/** A refresh of a cart without a package, in a store with the plugin and in the same store without packages' part of it. */
export default async function packageRefresh({ databases, sizes, step }) {
  await step("Building the plugin", () =>
    runCommand([process.execPath, CLI, "plugin:build"], { cwd: PROJECT, quiet: true, mustPass: true }),
  )
  const stores = await step("Starting a store with packages and one without", async () => [
    await openStore(databases, "with-plugin"),
    await openStore(databases, "without-packages"),
  ])
  const refresh = ({ visitor, cartId }, turn) => visitor.refresh(cartId, String(turn))
  await step(`${sizes.refreshes} refreshes in each store`, async () => {
    for (const store of stores) {
      store.cartId = await store.visitor.fill(LINES)
    }
    await byTurns(stores, { times: WARM_UP, pause: PAUSE_MS }, refresh)
    stores.forEach((store) => (store.samples = []))
    await byTurns(stores, { times: sizes.refreshes, pause: PAUSE_MS }, refresh)
  })
  await Promise.all(stores.map(({ stop }) => stop()))
  const [with_, without] = stores.map(({ samples }) => median(samples.map(({ milliseconds }) => milliseconds)))
  return [
    compare({
      name: "refreshing a cart without a package, median",
      unit: "ms",
      ours: with_,
      reference: without,
      reference_name: "the same store without packages' part of a refresh, interleaved",
      atMost: 1.03,
      samples: sizes.refreshes,
    }),
  ]
}
