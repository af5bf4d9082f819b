import { Worker } from "worker_threads"

/** A thread of its own: the peak of a long synchronous stretch is seen, too. */
const SAMPLER = `
  const { parentPort } = require("node:worker_threads")
  let peak = 0
  const sample = () => { peak = Math.max(peak, process.memoryUsage.rss()) }
  setInterval(sample, 5)
  parentPort.on("message", () => { sample(); parentPort.postMessage(peak) })
  parentPort.postMessage("ready")
`

const answerOf = (worker: Worker): Promise<unknown> => new Promise((resolve) => worker.once("message", resolve))

const MEGABYTE = 1024 * 1024

/** Watches this process's resident memory; the answer is called at the end: the peak above the start, in megabytes. */
export async function watchMemory(): Promise<() => Promise<number>> {
  const worker = new Worker(SAMPLER, { eval: true, execArgv: [] })
  await answerOf(worker)
  globalThis.gc?.()
  const start = process.memoryUsage.rss()
  return async () => {
    worker.postMessage("end")
    const peak = Number(await answerOf(worker))
    await worker.terminate()
    return (peak - start) / MEGABYTE
  }
}
