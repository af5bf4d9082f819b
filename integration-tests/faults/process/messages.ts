import type { OrderChangeKind } from "../../../src/modules/core"
import type { PluginOptionsInput } from "../../../src/options"
import type { OrderToChange } from "../../support/change-order"

/** The parts of a billing run, identified by their first statements. */
export const PHASES = ["issuing", "collecting", "dispatching"] as const
export type Phase = (typeof PHASES)[number]

/** When a process is to die: so many statements after the first one of a part, and then so many milliseconds. */
export interface Death {
  /** null: counted from the start of the job. */
  phase: Phase | "ordering" | null
  statements: number
  milliseconds: number
}

/** The jobs that a process of the store can run. */
export type Job =
  /** Ticks until nothing is left to do by this date, charges of unknown end included. */
  | {
      kind: "bill"
      asOf: string
      death?: Death
      /** A tick that fails is followed by the next one, as the schedule has it: the database was away. */
      goesOn?: boolean
    }
  /** Completes a cart, as the Store API's route does, and what its events set going. */
  | { kind: "complete"; cartId: string; death?: Death }
  /** Delivers what waits of services. */
  | { kind: "deliver"; death?: Death }
  /** Changes an order, and dies as soon as it is changed, before its events are out. */
  | { kind: "change"; change: OrderChangeKind; order: OrderToChange }

/** Whether the process does not outlive the job. */
export const isLastJob = (job: Job): boolean => job.kind === "change" || job.death !== undefined

export type Answer =
  { kind: "ready" } | { kind: "done"; statements: Record<string, number> } | { kind: "failed"; reason: string }

export type ProcessOptions = Pick<
  NonNullable<PluginOptionsInput["billing"]>,
  "batchSize" | "chargeConcurrency" | "claimSeconds" | "catchUpLimit" | "catchUp"
>
