import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import {
  claimOrderTasks,
  type ClaimedTask,
  CORE_MODULE,
  type CoreModuleService,
  finishOrderTasks,
  ORDER_CHANGE_KINDS,
  postponeOrderTask,
} from "../../modules/core"
import type { CivilDate } from "../../rules/calendar"
import type { OrderRoom } from "./order-room"

export interface RunOrderTasksInput {
  rooms: readonly OrderRoom[]
  /** Null: all that is due. */
  orderIds: string[] | null
  now: Date
  today: CivilDate
}

/** A process that dies holds up so many tasks until its claim has run out. */
const BATCH = 100

/** Hands what waits to the rooms, until nothing is due. What fails is put off: it holds up nobody else. */
export async function runOrderTasks(container: MedusaContainer, input: RunOrderTasksInput): Promise<void> {
  const { knex } = container.resolve<CoreModuleService>(CORE_MODULE).db
  const { orderIds, now } = input
  const rooms = input.rooms.map(({ room }) => room)
  for (let taken = BATCH; taken === BATCH;) {
    const tasks = await claimOrderTasks(knex, { rooms, orderIds, now, limit: BATCH })
    taken = tasks.length
    for (const room of input.rooms) {
      for (const kind of ORDER_CHANGE_KINDS) {
        const its = tasks.filter((task) => task.room === room.room && task.kind === kind)
        if (its.length) {
          await handOut(container, { room, tasks: its, input })
        }
      }
    }
  }
}

interface Batch {
  room: OrderRoom
  /** All of one kind. */
  tasks: ClaimedTask[]
  input: RunOrderTasksInput
}

async function handOut(container: MedusaContainer, { room, tasks, input }: Batch): Promise<void> {
  const { knex } = container.resolve<CoreModuleService>(CORE_MODULE).db
  const done: string[] = []
  const failed = (list: ClaimedTask[], reason: unknown) => postpone(container, list, { reason, now: input.now })
  try {
    const concerned = await concernedBy(container, room, tasks)
    done.push(...ids(tasks.filter(({ order_id }) => !concerned.has(order_id))))
    for (const task of tasks.filter(({ order_id }) => concerned.has(order_id))) {
      try {
        await room.handle(container, task, { today: input.today })
        done.push(task.id)
      } catch (error) {
        await failed([task], error)
      }
    }
  } catch (error) {
    await failed(tasks, error)
  }
  await finishOrderTasks(knex, done)
}

async function concernedBy(
  container: MedusaContainer,
  room: OrderRoom,
  tasks: ClaimedTask[],
): Promise<ReadonlySet<string>> {
  const [first] = tasks
  return first && room.concerns
    ? room.concerns(container, tasks, first.kind)
    : new Set(tasks.map(({ order_id }) => order_id))
}

async function postpone(
  container: MedusaContainer,
  tasks: ClaimedTask[],
  { reason, now }: { reason: unknown; now: Date },
): Promise<void> {
  const { knex } = container.resolve<CoreModuleService>(CORE_MODULE).db
  const error = reason instanceof Error ? reason.message : String(reason)
  for (const { id, room, order_id, kind } of tasks) {
    await postponeOrderTask(knex, id, { error, now })
    container
      .resolve(ContainerRegistrationKeys.LOGGER)
      .error(`${room}: order ${order_id} could not be followed (${kind}); it is tried again: ${error}`)
  }
}

const ids = (tasks: ClaimedTask[]): string[] => tasks.map(({ id }) => id)
