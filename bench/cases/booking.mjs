import { Stop } from "../../scripts/machine/say.mjs"
import { PROJECT, runScript } from "../machine/medusa.mjs"
import { compare } from "../machine/results.mjs"

/** Bookings a second, beside those of a table with a row for each unit and an exclusion constraint. */
const AT_LEAST = 10
const CLIENTS = 20
const CAPACITY = 100
const MANY_ITEMS = 10
const REFERENCE = "a table with a row for each unit of stock and an exclusion constraint, in the same run"

/** Bookings of one contested item, and of ten items at a time: how many a second, and no deadlock. */
export default async function booking({ databases, prepared, sizes, step }) {
  const run = (input) =>
    step(`${CLIENTS} clients, ${input.itemsEach} of ${CAPACITY} in stock each`, async () => {
      const database = await databases.create(prepared.template)
      const output = await runScript(PROJECT, database, {
        script: "scripts/booking.ts",
        input: { clients: CLIENTS, capacity: CAPACITY, ...input },
        // A connection for each client: they meet in the database, not before it.
        env: { DATABASE_POOL: String(CLIENTS + 4) },
      })
      await databases.drop(database)
      if (output.ours.worst > CAPACITY) {
        throw new Stop(`overbooked: ${output.ours.worst} of ${CAPACITY} at once`)
      }
      return output
    })
  const one = await run({ calls: sizes.bookings, itemsEach: 1 })
  const ten = await run({ calls: Math.ceil(sizes.bookings / 5), itemsEach: MANY_ITEMS })
  return [
    compare({
      name: `bookings of one contested item of ${CAPACITY}, ${CLIENTS} clients`,
      unit: "per second",
      ours: one.ours.perSecond,
      reference: one.reference.perSecond,
      reference_name: REFERENCE,
      atLeast: AT_LEAST,
      booked: [one.ours.booked, one.reference.booked],
    }),
    {
      name: `deadlocks of ${CLIENTS} clients with ${MANY_ITEMS} items each`,
      unit: "deadlocks",
      ours: ten.ours.deadlocks,
      reference: ten.reference.deadlocks,
      reference_name: REFERENCE,
      ratio: ten.ours.deadlocks / Math.max(1, ten.reference.deadlocks),
      goal: "none",
      met: ten.ours.deadlocks === 0 && ten.ours.booked > 0,
      booked: [ten.ours.booked, ten.reference.booked],
    },
  ]
}
