import { PROJECT, runScript } from "./medusa.mjs"

/** Runs a script of `bench/scripts` in a process and on a copy of the prepared store of its own; answers what it wrote. */
export const onFreshDatabase =
  ({ databases, prepared: { template, world }, sizes, step }) =>
  (script, input) =>
    step(`${script} ${JSON.stringify(input)}`, async () => {
      const database = await databases.create(template)
      const output = await runScript(PROJECT, database, {
        script: `scripts/${script}.ts`,
        input: { world, warmUp: sizes.warmUp, ...input },
      })
      await databases.drop(database)
      return output
    })

/**
 * How many per second of many, next to few before and after: in the minutes between, the machine itself may have become
 * slower or faster. Answers what the script wrote for the many, too.
 */
export async function besideFew(run, script, { many, few }) {
  const before = await run(script, { count: few })
  const output = await run(script, { count: many })
  const after = await run(script, { count: few })
  return { output, reference: (before.perSecond + after.perSecond) / 2 }
}
