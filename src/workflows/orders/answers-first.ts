import { setTimeout as wait } from "timers/promises"

/** Requests of this process that are placing an order, until they are answered. */
const open = new Set<Promise<void>>()

/** The longest that the handling of an order waits for an answer. */
const PATIENCE_MS = 1_000

/** A request that places an order begins. The returned function says that it is answered, or was given up. */
export function beginAnswer(): () => void {
  let end = (): void => undefined
  const answer = new Promise<void>((done) => {
    end = done
  })
  open.add(answer)
  return () => {
    open.delete(answer)
    end()
  }
}

/**
 * Ends when the requests are answered that are placing orders now. Medusa reports an order before its buyer has the answer:
 * what the rooms make of the order would compete with it.
 */
export async function answersSent(): Promise<void> {
  if (open.size) {
    const patience = new AbortController()
    const limit = wait(PATIENCE_MS, undefined, { signal: patience.signal }).catch(() => undefined)
    await Promise.race([Promise.all(open), limit])
    patience.abort()
  }
}
