/** So many may be at work at once: who comes when all places are taken waits, in the order of coming. */
export class Places {
  private readonly waiting: (() => void)[] = []

  constructor(private free: number) {}

  /** Does work at a place of its own, once there is one. */
  async at<Result>(work: () => Promise<Result>): Promise<Result> {
    if (this.free > 0) {
      this.free -= 1
    } else {
      await new Promise<void>((resolve) => this.waiting.push(resolve))
    }
    try {
      return await work()
    } finally {
      const next = this.waiting.shift()
      if (next) {
        next()
      } else {
        this.free += 1
      }
    }
  }
}
