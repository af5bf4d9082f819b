import { createHash } from "node:crypto"
import { headLine, type ChainPosition } from "../../../rules/sales"

/** The root over heads that come page by page; each page may be looked at on the way. */
export async function hashHeadLines(
  pages: AsyncIterable<ChainPosition[]>,
  look: (heads: ChainPosition[]) => Promise<void>,
): Promise<string> {
  const hash = createHash("sha256")
  for await (const heads of pages) {
    hash.update(heads.map(headLine).join(""))
    await look(heads)
  }
  return hash.digest("hex")
}
