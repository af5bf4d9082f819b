import type { ConcernedRooms } from "../../modules/core"
import { recordsAfter, type CartChanges } from "../../rules/cart"

/**
 * What the passes of one refresh of a cart share: the cart is locked from the first to the last, and what they ask of it
 * and of the catalogue is asked once.
 */
export class PassMemory {
  private facts: ConcernedRooms | null = null
  private asked: ReadonlySet<string> = new Set()
  private readonly read = new Map<string, Promise<unknown>>()

  /** What these rooms know of the cart once a pass is over. */
  keepFacts(facts: ConcernedRooms, rooms: ReadonlySet<string>): void {
    this.facts = facts
    this.asked = rooms
  }

  /** A product that comes into the cart may concern another room: then all is asked again. */
  changeFacts({ lines, records }: CartChanges): void {
    const known = new Set(this.facts?.productIds)
    const isAsked = lines.create.every(({ productId }) => productId === null || known.has(productId))
    this.facts = this.facts && isAsked ? { ...this.facts, records: recordsAfter(this.facts.records, records) } : null
  }

  /** Null: not all of these rooms were asked. */
  factsFor(rooms: ReadonlySet<string>): ConcernedRooms | null {
    return [...rooms].every((room) => this.asked.has(room)) ? this.facts : null
  }

  /** What is read under this name: once, however many ask. */
  async once<Value>(name: string, read: () => Promise<Value>): Promise<Value> {
    const known = this.read.get(name) as Promise<Value> | undefined
    const asked = known ?? read()
    this.read.set(name, asked)
    return asked
  }
}

/** Who does not come to the amounts pass leaves its memory behind: as many as may be under way in one process. */
const MOST = 200

/** By the group of events that a request's workflows share, and the cart. */
const memories = new Map<string, PassMemory>()

const nameOf = (request: string, cartId: string): string => `${request} ${cartId}`

/** A memory for a lines pass, which the amounts pass of the same refresh finds. */
export function newMemory(request: string | undefined, cartId: string): PassMemory {
  const memory = new PassMemory()
  if (request !== undefined) {
    memories.delete(nameOf(request, cartId))
    memories.set(nameOf(request, cartId), memory)
    const [oldest] = memories.keys()
    if (memories.size > MOST && oldest !== undefined) {
      memories.delete(oldest)
    }
  }
  return memory
}

/** That of the lines pass before, once; an empty one where there was none, or in another process. */
export function takeMemory(request: string | undefined, cartId: string): PassMemory {
  const memory = request === undefined ? undefined : memories.get(nameOf(request, cartId))
  memories.delete(nameOf(request ?? "", cartId))
  return memory ?? new PassMemory()
}
