import { EventEmitter } from "events"

type Listener = ((...args: unknown[]) => unknown) & { subscriberId?: string }

/** Medusa's event bus of one process hands events to the listeners of an emitter, and waits for none of them. */
function emitterOf(bus: object): EventEmitter {
  const emitter = "eventEmitter_" in bus ? bus.eventEmitter_ : null
  if (!(emitter instanceof EventEmitter)) {
    throw new Error("The tests' store needs Medusa's local event bus: no other says which events are still dealt with")
  }
  return emitter
}

/** Counts what subscribers have begun and not yet ended, whatever it is that they do. */
export class EventWatch {
  private begun = 0
  private underWay = 0

  /** From now on, with the subscribers that the booted store has. */
  watch(bus: object): void {
    const emitter = emitterOf(bus)
    for (const name of emitter.eventNames()) {
      for (const listener of emitter.listeners(name) as Listener[]) {
        emitter.off(name, listener)
        emitter.on(name, this.counted(listener))
      }
    }
  }

  /** How many events have been passed to subscribers so far. */
  get begunCount(): number {
    return this.begun
  }

  get isQuiet(): boolean {
    return this.underWay === 0
  }

  private counted(listener: Listener): Listener {
    const counted = async (...args: unknown[]): Promise<void> => {
      this.begun += 1
      this.underWay += 1
      try {
        await listener(...args)
      } finally {
        this.underWay -= 1
      }
    }
    // By this the bus finds the listener again when it is unsubscribed.
    return Object.assign(counted, { subscriberId: listener.subscriberId })
  }
}
