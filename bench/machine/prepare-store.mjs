import { migrate, runScript } from "./medusa.mjs"

/** A migrated database with a store that can renew, to be copied for each measurement. */
export async function prepareStore(databases, store) {
  const template = await databases.create()
  await migrate(store, template)
  const world = await runScript(store, template, { script: "scripts/prepare-world.ts" })
  return { template, world }
}
