import { sdk } from "./sdk"

/** Fetches a file as the admin who is logged in, and hands it to the browser to be kept. */
export async function download(path: string, query: Record<string, unknown>, name: string): Promise<void> {
  const answer = await sdk.client.fetch<Response>(path, { query, headers: { accept: "*/*" } })
  const address = URL.createObjectURL(await answer.blob())
  const link = document.createElement("a")
  link.href = address
  link.download = name
  link.click()
  URL.revokeObjectURL(address)
}
