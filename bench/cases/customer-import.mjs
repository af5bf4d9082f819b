import { PROJECT, runScript } from "../machine/medusa.mjs"
import { scaledLimit } from "../machine/speed.mjs"

/** On the machine for which the limit was set; elsewhere it is scaled by the machine's own speed. */
const GOAL_S = 60
const NAMES = {
  dry: "dry run",
  created: "all of them new",
  updated: "all of them changed",
  unchanged: "the same file again",
}

/** A file of customers imported among those who are there. */
export default async function customerImport({ databases, prepared, sizes, step, speed }) {
  const seconds = await step(`import of ${sizes.imported} customers`, async () => {
    const database = await databases.create(prepared.template)
    const input = { profiles: sizes.profiles, notes: sizes.profiles, isFallback: false }
    await runScript(PROJECT, database, { script: "scripts/seed-profiles.ts", input })
    const output = await runScript(PROJECT, database, {
      script: "scripts/import-customers.ts",
      input: { count: sizes.imported },
    })
    await databases.drop(database)
    return output
  })
  const limit = scaledLimit(GOAL_S, speed)
  return Object.entries(NAMES).map(([key, name]) => ({
    name: `import of ${sizes.imported} customers among ${sizes.profiles}, ${name}`,
    unit: "s",
    ours: Number(seconds[key].toPrecision(3)),
    reference: Number(limit.toPrecision(3)),
    reference_name: "the limit, scaled by the machine's own speed",
    ratio: Number((seconds[key] / limit).toPrecision(3)),
    goal: `under ${limit.toFixed(0)} s`,
    met: seconds[key] < limit,
  }))
}
