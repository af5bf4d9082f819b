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
import { oneLine } from "../../rules/text"
import type { OrderRoom } from "./order-room"

export interface RunOrderTasksInput {
  rooms: readonly OrderRoom[]
  /** Null: the due tasks of all orders. */
  orderIds: string[] | null
  now: Date
  today: CivilDate
}

/** Tasks of one claim. If the process dies, they wait until the claim runs out. */
const BATCH = 100

/**
 * Claims due tasks and has their rooms handle them, until none is due. A task that fails is postponed and does not
 * block the others.
 */
export async function runOrderTasks(container: MedusaContainer, input: RunOrderTasksInput): Promise<void> {
  const { knex } = container.resolve<CoreModuleService>(CORE_MODULE).db
  const { orderIds, now } = input
  const rooms = input.rooms.map(({ room }) => room)
  for (let claimed = BATCH; claimed === BATCH;) {
    const tasks = await claimOrderTasks(knex, { rooms, orderIds, now, limit: BATCH })
    claimed = tasks.length
    for (const room of input.rooms) {
      for (const kind of ORDER_CHANGE_KINDS) {
        const batch = tasks.filter((task) => task.room === room.room && task.kind === kind)
        if (batch.length) {
          await runBatch(container, { room, tasks: batch, input })
        }
      }
    }
  }
}

interface TaskBatch {
  room: OrderRoom
  /** All of one kind. */
  tasks: ClaimedTask[]
  input: RunOrderTasksInput
}

async function runBatch(container: MedusaContainer, { room, tasks, input }: TaskBatch): Promise<void> {
  const { knex } = container.resolve<CoreModuleService>(CORE_MODULE).db
  const done: string[] = []
  const failed = (list: ClaimedTask[], reason: unknown) => postpone(container, list, { reason, now: input.now })
  try {
    const concerned = await concernedBy(container, room, tasks)
    done.push(...ids(tasks.filter(({ order_id }) => !concerned.has(order_id))))
    for (const task of tasks.filter(({ order_id }) => concerned.has(order_id))) {
      try {
        await room.handle(container, task, { today: input.today, now: input.now })
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
      .error(
        `${room}: order ${order_id}: the change "${kind}" could not be handled and will be tried again: ${oneLine(error)}`,
      )
  }
}

const ids = (tasks: ClaimedTask[]): string[] => tasks.map(({ id }) => id)
