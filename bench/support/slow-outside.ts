import { Worker } from "worker_threads"

/** A local server, in a thread of its own, that agrees to everything after so many milliseconds. */
const SERVER = `
const { createServer } = require("node:http")
const { parentPort, workerData } = require("node:worker_threads")
const server = createServer((request, response) => {
  request.resume()
  request.on("end", () => setTimeout(() => {
    response.writeHead(200, { "content-type": "application/json" }).end("{}")
  }, workerData.latency))
})
server.listen(0, "127.0.0.1", () => parentPort.postMessage(server.address().port))
`

export interface SlowOutside {
  url: string
  stop: () => Promise<unknown>
}

export async function startSlowOutside(latency: number): Promise<SlowOutside> {
  const worker = new Worker(SERVER, { eval: true, workerData: { latency } })
  const port = await new Promise<number>((resolve, reject) => {
    worker.once("message", resolve)
    worker.once("error", reject)
  })
  return { url: `http://127.0.0.1:${port}`, stop: () => worker.terminate() }
}
