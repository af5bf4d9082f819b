import type { MedusaResponse } from "@medusajs/framework/http"

export interface FileToSend {
  fileName: string
  mimeType: string
  content: Buffer
}

/** Answers with a file to be saved. It is somebody's own: nothing on the way keeps it. */
export function sendFile(res: MedusaResponse, { fileName, mimeType, content }: FileToSend): void {
  const plain = fileName.replace(/[^\x20-\x7e]|["\\]/g, "_")
  res.setHeader("Content-Type", mimeType)
  res.setHeader(
    "Content-Disposition",
    `attachment; filename="${plain}"; filename*=UTF-8''${encodeURIComponent(fileName)}`,
  )
  res.setHeader("Cache-Control", "private, no-store")
  res.setHeader("X-Content-Type-Options", "nosniff")
  res.send(content)
}
