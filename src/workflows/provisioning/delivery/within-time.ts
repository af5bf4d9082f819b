/** A provider that does not heed the signal is left alone when the time is over. */
export async function withinTime<Result>(signal: AbortSignal, work: Promise<Result>): Promise<Result> {
  return new Promise((resolve, reject) => {
    const stop = () => reject(new Error("The provider did not answer in time"))
    signal.addEventListener("abort", stop, { once: true })
    work.then(resolve, reject).finally(() => signal.removeEventListener("abort", stop))
  })
}

/** Asks a provider something that is no call: it has so many seconds, whatever it does with the signal. */
export async function askInSeconds<Result>(
  seconds: number,
  ask: (signal: AbortSignal) => Promise<Result>,
): Promise<Result> {
  const signal = AbortSignal.timeout(seconds * 1000)
  return withinTime(signal, ask(signal))
}
