import type { MedusaContainer } from "@medusajs/framework/types"
import { MedusaError } from "@medusajs/framework/utils"
import { noteInStore } from "../chain/note-in-store"
import { writePack } from "./write-pack"

/** The auditor's pack as parts of a file. That it was made is an event of the store's own chain (SA7). */
export async function* packParts(
  container: MedusaContainer,
  { now, actor }: { now: Date; actor: string },
): AsyncGenerator<Uint8Array> {
  await noteInStore(container, { kind: "exported", actor, now, content: { what: "pack" } })
  const pipe = new PartPipe()
  const work = writePack(container, { now, actor, push: (part) => pipe.push(part) }).finally(() => pipe.end())
  // A failure is thrown where the work is awaited.
  work.catch(() => undefined)
  try {
    for (let part = await pipe.next(); part; part = await pipe.next()) {
      yield part
    }
    await work
  } finally {
    // Whoever reads no more ends the work, and the transaction that it reads in.
    pipe.stop()
  }
}

/** Hands one part at a time from who writes to who reads. */
class PartPipe {
  private waiting: Uint8Array | null = null
  private isEnded = false
  private isStopped = false
  private wakeReader: () => void = () => undefined
  private wakeWriter: () => void = () => undefined

  async push(part: Uint8Array): Promise<void> {
    while (this.waiting && !this.isStopped) {
      await new Promise<void>((resolve) => (this.wakeWriter = resolve))
    }
    if (this.isStopped) {
      throw new MedusaError(MedusaError.Types.UNEXPECTED_STATE, "Nobody reads the pack any more")
    }
    this.waiting = part
    this.wakeReader()
  }

  async next(): Promise<Uint8Array | null> {
    while (!this.waiting && !this.isEnded) {
      await new Promise<void>((resolve) => (this.wakeReader = resolve))
    }
    const part = this.waiting
    this.waiting = null
    this.wakeWriter()
    return part
  }

  end(): void {
    this.isEnded = true
    this.wakeReader()
  }

  stop(): void {
    this.isStopped = true
    this.wakeWriter()
  }
}
