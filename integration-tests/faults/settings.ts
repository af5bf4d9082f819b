/** `FAULT_KILLS` says how often, `FAULT_SEED` when: the same seed plans the same deaths. */
export const KILLS = Number(process.env.FAULT_KILLS ?? 50)
export const SEED = Number(process.env.FAULT_SEED ?? Math.floor(Math.random() * 1_000_000))
/** How many subscriptions are billed. */
export const SUBSCRIPTIONS = Number(process.env.FAULT_SUBSCRIPTIONS ?? 140)
