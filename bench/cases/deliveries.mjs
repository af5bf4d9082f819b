import { onFreshDatabase } from "../machine/on-fresh-database.mjs"
import { compare } from "../machine/results.mjs"

const LATENCY_MS = 50
/** Of the deliveries' own server: so slow that whoever waited for it would be seen to. */
const SLOW_MS = 5_000

/** How many services are delivered, and whether a billing run waits for those that are being delivered. */
export default async function deliveries(bench) {
  const run = onFreshDatabase(bench)
  const { deliveries: count, deliveriesWarmUp: warmUp, renewalsBeside } = bench.sizes
  const { perSecond, concurrency } = await run("deliveries", { count, warmUp, latency: LATENCY_MS })
  const beside = (queued) =>
    run("renew-beside-deliveries", { count: renewalsBeside, queued, latency: SLOW_MS }).then(
      (output) => output.perSecond,
    )
  const before = await beside(0)
  const queued = await beside(count)
  const after = await beside(0)
  return [
    compare({
      name: `${count} deliveries to a server that takes ${LATENCY_MS} ms, ${concurrency} at once`,
      unit: "1/s",
      ours: perSecond,
      reference: (concurrency * 1000) / LATENCY_MS,
      reference_name: "what the server's own time allows",
      atLeast: 0.8,
    }),
    compare({
      name: `a billing run of ${renewalsBeside} with ${count} deliveries queued`,
      unit: "s",
      ours: renewalsBeside / queued,
      reference: renewalsBeside / ((before + after) / 2),
      reference_name: "one without, before and after",
      atMost: 1.1,
    }),
  ]
}
