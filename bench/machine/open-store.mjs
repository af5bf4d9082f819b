import { join } from "node:path"
import { migrate, PROJECT, runScript } from "./medusa.mjs"
import { startStore } from "./start-store.mjs"
import { Visitor } from "./visitor.mjs"

/** Starts one of `bench/stores` with a product, on a database of its own, and a visitor for it. */
export async function openStore(databases, name) {
  const store = join(PROJECT, "bench", "stores", name)
  const database = await databases.create()
  await migrate(store, database)
  const shop = await runScript(store, database, { script: "scripts/prepare-shop.ts" })
  const { address, stop } = await startStore(store, database)
  const run = (script, input) => runScript(store, database, { script, input })
  return { name, shop, run, visitor: new Visitor(address, shop), stop, samples: [] }
}
