import { PROJECT, runScript } from "../machine/medusa.mjs"
import { scaledLimit } from "../machine/speed.mjs"

/** On the machine for which the limits were set; elsewhere they are scaled by the machine's own speed. */
const WAYS = [
  { name: "by pg_trgm", isFallback: false, goalMs: 100 },
  { name: "by the fallback", isFallback: true, goalMs: 250 },
]

/** Customers on their page, by search and filters, with the counts: the time of 95 in 100, and the plans. */
export default async function customerList({ databases, prepared, sizes, step, speed }) {
  const figures = []
  for (const { name, isFallback, goalMs } of WAYS) {
    const measured = await step(`${sizes.profiles} profiles, ${name}`, async () => {
      const database = await databases.create(prepared.template)
      const input = { profiles: sizes.profiles, notes: sizes.profiles * 5, isFallback }
      await runScript(PROJECT, database, { script: "scripts/seed-profiles.ts", input })
      const output = await runScript(PROJECT, database, {
        script: "scripts/profile-list.ts",
        input: { pages: sizes.pages },
      })
      await databases.drop(database)
      return output.measured
    })
    const limit = scaledLimit(goalMs, speed)
    figures.push(...measured.map((one) => figureOf(one, { name, limit, sizes })))
  }
  return figures
}

function figureOf({ name: page, p95, median, found, isCut, isSearch, reference, plans }, { name, limit, sizes }) {
  const scans = plans.filter((line) => /seq scan on customers_(profile|note)/i.test(line))
  // What every customer has, no index leaves any of out: it is read up to the most that are counted.
  const isOfAll = isCut || (isSearch && found === sizes.profiles)
  return {
    name: `customers among ${sizes.profiles}, ${page}, ${name}, p95`,
    unit: "ms",
    ours: Number(p95.toPrecision(3)),
    reference: Number(reference.toPrecision(3)),
    reference_name: "the same page by sequential scan, once",
    ratio: Number((p95 / reference).toPrecision(3)),
    goal: `under ${limit.toFixed(0)} ms${isOfAll ? "" : ", without a sequential scan"}`,
    met: p95 < limit && (isOfAll || scans.length === 0),
    median: Number(median.toPrecision(3)),
    found,
    is_cut: isCut,
    plan: plans,
  }
}
