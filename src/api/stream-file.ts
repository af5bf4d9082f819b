import type { MedusaResponse } from "@medusajs/framework/http"
import { Readable } from "node:stream"
import { pipeline } from "node:stream/promises"

/** Answers with a file that is written while it is read: nothing waits in memory for a slow reader. */
export async function streamFile(
  res: MedusaResponse,
  { fileName, mimeType, parts }: { fileName: string; mimeType: string; parts: AsyncIterable<string | Uint8Array> },
): Promise<void> {
  res.setHeader("Content-Type", mimeType)
  res.setHeader("Content-Disposition", `attachment; filename="${fileName}"`)
  res.setHeader("Cache-Control", "private, no-store")
  res.setHeader("X-Content-Type-Options", "nosniff")
  // Begins with the first part, so that what fails before it is answered as an error.
  const source = parts[Symbol.asyncIterator]()
  const first = await source.next()
  const rest = async function* () {
    try {
      for (let part = first; !part.done; part = await source.next()) {
        yield part.value
      }
    } finally {
      await source.return?.()
    }
  }
  await pipeline(Readable.from(rest(), { objectMode: true }), res)
}
