/**
 * Does work one at a time in this process. Who asks while it is done gets one that begins afterwards, shared by all who ask
 * meanwhile: what they ask for is in it, and so many more are never under way.
 */
export function inTurn<Given extends unknown[], Result>(
  work: (...given: Given) => Promise<Result>,
): (...given: Given) => Promise<Result> {
  let running: Promise<Result> | null = null
  let next: Promise<Result> | null = null
  const ask = (...given: Given): Promise<Result> => {
    if (running) {
      next ??= running
        .catch(() => undefined)
        .then(() => {
          next = null
          return ask(...given)
        })
      return next
    }
    running = work(...given).finally(() => {
      running = null
    })
    return running
  }
  return ask
}
