import { MedusaError } from "@medusajs/framework/utils"
import { createHash } from "node:crypto"
import { z } from "@medusajs/framework/zod"
import { sha256, type StoredCheckpoint } from "../../../modules/sales"
import { CHECKPOINT_FORMAT, checkpointText, headLine, readHeadLine, type ChainPosition } from "../../../rules/sales"

const hash = z.string().regex(/^[0-9a-f]{64}$/)
const headerSchema = z.object({
  format: z.literal(CHECKPOINT_FORMAT),
  number: z.number().int().min(1),
  taken_at: z.string(),
  chains: z.number().int().min(0),
  events: z.number().int().min(0),
  root: hash,
  previous_hash: hash,
  hash,
})

export interface ReadCheckpointFile {
  checkpoint: StoredCheckpoint
  pages: () => AsyncIterable<ChainPosition[]>
}

const PAGE = 5_000

const refuse = (reason: string): never => {
  throw new MedusaError(MedusaError.Types.INVALID_DATA, `file: is no checkpoint of the sales history: ${reason}`)
}

/** Reads an exported checkpoint, and refuses one of which a byte is another. */
export function readCheckpointFile(text: string): ReadCheckpointFile {
  const [first = "", ...lines] = text.split("\n")
  const { format: _format, ...checkpoint } = headerOf(first)
  if (sha256(checkpointText(checkpoint)) !== checkpoint.hash) {
    refuse("its first line was changed")
  }
  const root = createHash("sha256")
  const heads = lines.filter(Boolean).map((line, index) => {
    const head = readHeadLine(line) ?? refuse(`line ${index + 2} is none of its lines`)
    root.update(headLine(head))
    return head
  })
  if (root.digest("hex") !== checkpoint.root) {
    refuse("its lines were changed")
  }
  return { checkpoint, pages: () => pagesOf(heads) }
}

function headerOf(line: string): z.infer<typeof headerSchema> {
  try {
    return headerSchema.parse(JSON.parse(line))
  } catch {
    return refuse("its first line does not say what it is")
  }
}

async function* pagesOf(heads: readonly ChainPosition[]): AsyncGenerator<ChainPosition[]> {
  for (let start = 0; start < heads.length; start += PAGE) {
    yield heads.slice(start, start + PAGE)
  }
}
