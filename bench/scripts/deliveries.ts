import type { ExecArgs } from "@medusajs/framework/types"
import { PROVISIONING_MODULE, type ProvisioningModuleService } from "../../src/modules/provisioning"
import { deliverCalls } from "../../src/workflows/provisioning/delivery/deliver-calls"
import { readInput, writeOutput } from "../support/child"
import { seedDeliveries } from "../support/seed-deliveries"
import { startSlowOutside } from "../support/slow-outside"

export interface DeliveriesInput {
  count: number
  warmUp: number
  /** How long the outside takes. */
  latency: number
}

/** What waits is delivered by one process: claimed, asked of a local server, recorded. */
export default async function deliveries({ container }: ExecArgs): Promise<void> {
  const { count, warmUp, latency } = readInput<DeliveriesInput>()
  const module = container.resolve<ProvisioningModuleService>(PROVISIONING_MODULE)
  const outside = await startSlowOutside(latency)
  const deliver = async (many: number, prefix: string): Promise<number> => {
    await seedDeliveries(module, { count: many, url: outside.url, prefix })
    const begun = performance.now()
    const made = await deliverCalls(container, "2026-02-28", { mostSeconds: 600 })
    const perSecond = (many * 1000) / (performance.now() - begun)
    const [active] = await module.db.knex("provisioning_service").where({ status: "active" }).count("id")
    if (made !== many || Number(active?.count) < many) {
      throw new Error(`Of ${many} deliveries ${made} were made, and ${String(active?.count)} services are active`)
    }
    return perSecond
  }
  await deliver(warmUp, "W")
  const { Client } = require("pg"); const q = Client.prototype.query; const stats: any = {};
  Client.prototype.query = function (...a: any[]) { const text = (typeof a[0] === "string" ? a[0] : a[0]?.text ?? "").replace(/\s+/g, " ").slice(0, 90); const t = performance.now();
    const done = () => { const s = (stats[text] ??= [0, 0]); s[0]++; s[1] += performance.now() - t };
    const last = a[a.length - 1];
    if (typeof last === "function") { a[a.length - 1] = (...r: any[]) => { done(); last(...r) }; return q.apply(this, a) }
    const r = q.apply(this, a); r?.then?.(done, done); return r }
  const cpu0 = process.cpuUsage(); const c0 = performance.now();
  const perSecond = await deliver(count, "B")
  const cpu = process.cpuUsage(cpu0);
  require("fs").writeFileSync("/tmp/prof/del.txt", [`CPU ${cpu.user/1e3} ${cpu.system/1e3} ${performance.now()-c0} ${perSecond}`, ...Object.entries(stats).sort((a: any, b: any) => b[1][1] - a[1][1]).map(([k, [n, ms]]: any) => `${n} ${(ms).toFixed(0)} ${(ms/n).toFixed(2)} ${k}`)].join("\n"));
  process.exit(0)
  await outside.stop()
  writeOutput({ perSecond, concurrency: module.room.options.concurrency })
}
