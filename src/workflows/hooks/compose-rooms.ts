import type { MedusaContainer } from "@medusajs/framework/types"
import { MedusaError } from "@medusajs/framework/utils"
import { StepResponse } from "@medusajs/framework/workflows-sdk"
import { logFailure } from "../errors/log-failure"

export interface RoomResult {
  /** What the hook returns, e.g. promotion context. A later room's value overrides an earlier one's. */
  context?: Record<string, unknown>
  /** What `undo` needs, as plain data: a workflow may store it. */
  undo?: unknown
}

/** What one room does at a hook. */
export interface RoomHandler<Input> {
  room: string
  /** `request`: what the workflows of one request share; undefined where it was run otherwise. */
  run: (input: Input, container: MedusaContainer, request?: string) => Promise<RoomResult | void>
  undo?: (undo: unknown, container: MedusaContainer) => Promise<void>
}

/** A room's result, which the workflow stores for compensation. */
export interface Done {
  room: string
  undo: unknown
}

export interface StepContext {
  container: MedusaContainer
  /** Medusa's own name for all workflows that run within one, whose events leave together. */
  eventGroupId?: string
}

/** The two functions that a core hook takes. */
export interface HookHandler<Input> {
  invoke: (input: Input, context: StepContext) => Promise<StepResponse<Record<string, unknown>, Done[]>>
  compensate: (done: Done[] | undefined, context: StepContext) => Promise<void>
}

/**
 * Composes the rooms' handlers into one handler of a core hook. They run in the given order, and `withContext` adds the
 * results of earlier rooms to the input of later ones. If one fails, or the workflow fails later, the completed ones
 * are undone, last first; an undo that fails is logged and keeps no other from being done.
 */
export function composeRooms<Input>(
  rooms: RoomHandler<Input>[],
  withContext: (input: Input, context: Record<string, unknown>) => Input = (input) => input,
): HookHandler<Input> {
  const undoAll = async (done: Done[], container: MedusaContainer): Promise<boolean> => {
    let isUndone = true
    for (const { room, undo } of [...done].reverse()) {
      const handler = rooms.find((one) => one.room === room)
      const work = async () => handler?.undo?.(undo, container)
      isUndone = (await logFailure(container, `${room}: what was done at a hook could not be undone`, work)) && isUndone
    }
    return isUndone
  }

  return {
    invoke: async (input: Input, { container, eventGroupId }: StepContext) => {
      const done: Done[] = []
      let context: Record<string, unknown> = {}
      try {
        for (const { room, run } of rooms) {
          const result = await run(withContext(input, context), container, eventGroupId)
          context = { ...context, ...result?.context }
          done.push({ room, undo: result?.undo })
        }
      } catch (error) {
        await undoAll(done, container)
        throw error
      }
      return new StepResponse(context, done)
    },
    compensate: async (done: Done[] | undefined, { container }: StepContext): Promise<void> => {
      if (!(await undoAll(done ?? [], container))) {
        const message = "What was done at a hook could not be undone whole: the log says what"
        throw new MedusaError(MedusaError.Types.UNEXPECTED_STATE, message)
      }
    },
  }
}
