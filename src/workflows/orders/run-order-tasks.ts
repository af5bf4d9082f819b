import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import {
  claimOrderTasks,
  type ClaimedTask,
  CORE_MODULE,
  type CoreModuleService,
  finishOrderTasks,
  ORDER_CHANGE_KINDS,
  type OrderChangeKind,
  postponeOrderTask,
  takeOrderTasks,
} from "../../modules/core"
import type { CivilDate } from "../../rules/calendar"
import type { HandlerContext, OrderRoom } from "./order-room"
import { reasonOf } from "../errors/log-failure"

export interface RunOrderTasksInput {
  rooms: readonly OrderRoom[]
  /** Null: the due tasks of all orders. */
  orderIds: string[] | null
  /** The kind that an event reports of these orders: their changes are recorded first. Null: those that are recorded. */
  eventKind: OrderChangeKind | null
  now: Date
  today: () => Promise<CivilDate>
}

/** Tasks of one claim. If the process dies, they wait until the claim runs out. */
const BATCH = 100
/** So many tasks are worth a statement of their own; one order has fewer. */
const FINISHED_AT_ONCE = 20

/**
 * Claims due tasks and has their rooms handle them, until none is due. A task that fails is postponed and does not
 * block the others.
 */
export async function runOrderTasks(container: MedusaContainer, input: RunOrderTasksInput): Promise<void> {
  const context = { now: input.now, today: once(input.today) }
  for (let tasks = await firstTasks(container, input); tasks.length; tasks = await nextTasks(container, input, tasks)) {
    await runClaim(container, { rooms: input.rooms, tasks, context })
  }
}

async function firstTasks(container: MedusaContainer, input: RunOrderTasksInput): Promise<ClaimedTask[]> {
  const { orderIds, eventKind } = input
  const { knex } = container.resolve<CoreModuleService>(CORE_MODULE).db
  return orderIds && eventKind
    ? takeOrderTasks(knex, { ...input, orderIds, eventKind, limit: BATCH })
    : claim(container, input)
}

/** A claim that was not full has left none. */
const nextTasks = async (
  container: MedusaContainer,
  input: RunOrderTasksInput,
  { length }: ClaimedTask[],
): Promise<ClaimedTask[]> => (length === BATCH ? claim(container, input) : [])

async function claim(container: MedusaContainer, { rooms, orderIds, now }: RunOrderTasksInput): Promise<ClaimedTask[]> {
  const { knex } = container.resolve<CoreModuleService>(CORE_MODULE).db
  return claimOrderTasks(knex, { rooms: rooms.map(({ room }) => room), orderIds, now, limit: BATCH })
}

const once = <Value>(ask: () => Promise<Value>): (() => Promise<Value>) => {
  let asked: Promise<Value> | null = null
  return () => (asked ??= ask())
}

interface Claim {
  rooms: readonly OrderRoom[]
  tasks: ClaimedTask[]
  context: HandlerContext
}

/** The tasks are finished some at a time: after a crash some are handled again, which changes nothing. */
async function runClaim(container: MedusaContainer, { rooms, tasks, context }: Claim): Promise<void> {
  const { knex } = container.resolve<CoreModuleService>(CORE_MODULE).db
  const done: string[] = []
  try {
    for (const room of rooms) {
      for (const kind of ORDER_CHANGE_KINDS) {
        const batch = tasks.filter((task) => task.room === room.room && task.kind === kind)
        if (batch.length) {
          done.push(...(await runBatch(container, { room, tasks: batch, context })))
        }
        if (done.length >= FINISHED_AT_ONCE) {
          await finishOrderTasks(knex, done.splice(0))
        }
      }
    }
  } finally {
    await finishOrderTasks(knex, done)
  }
}

interface TaskBatch {
  room: OrderRoom
  /** All of one kind. */
  tasks: ClaimedTask[]
  context: HandlerContext
}

/**
 * Returns the tasks that are done: handled, or of orders that do not concern the room. Where a room cannot even be asked about
 * tasks together, it is asked about each alone: it may be one of them that it fails on.
 */
async function runBatch(container: MedusaContainer, batch: TaskBatch): Promise<string[]> {
  const { room, tasks, context } = batch
  let problems: ReadonlyMap<string, unknown>
  try {
    problems = await problemsOf(container, batch)
  } catch (error) {
    const [task, ...others] = tasks
    if (others.length) {
      const done: string[] = []
      for (const one of tasks) {
        done.push(...(await runBatch(container, { room, tasks: [one], context })))
      }
      return done
    }
    problems = new Map(task ? [[task.id, error]] : [])
  }
  for (const task of tasks.filter(({ id }) => problems.has(id))) {
    await postpone(container, task, { reason: problems.get(task.id), now: context.now })
  }
  return tasks.flatMap(({ id }) => (problems.has(id) ? [] : id))
}

/** What failed, by task. Throws where nothing is known of each. */
async function problemsOf(
  container: MedusaContainer,
  { room, tasks, context }: TaskBatch,
): Promise<ReadonlyMap<string, unknown>> {
  const concerned = await concernedBy(container, room, tasks)
  const own = tasks.filter(({ order_id }) => concerned.has(order_id))
  return own.length ? handleEach(container, { room, tasks: own, context }) : new Map()
}

/** What failed, by task. */
async function handleEach(
  container: MedusaContainer,
  { room, tasks, context }: TaskBatch,
): Promise<ReadonlyMap<string, unknown>> {
  if (room.handleAll && tasks.length > 1) {
    const failed = await room.handleAll(container, tasks, context)
    return new Map(tasks.flatMap(({ id, order_id }) => (failed.has(order_id) ? [[id, failed.get(order_id)]] : [])))
  }
  const failed = new Map<string, unknown>()
  for (const task of tasks) {
    await room.handle(container, task, context).catch((error: unknown) => failed.set(task.id, error))
  }
  return failed
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
  { id, room, order_id, kind }: ClaimedTask,
  { reason, now }: { reason: unknown; now: Date },
): Promise<void> {
  const error = reasonOf(reason)
  await postponeOrderTask(container.resolve<CoreModuleService>(CORE_MODULE).db.knex, id, { error, now })
  container
    .resolve(ContainerRegistrationKeys.LOGGER)
    .error(`${room}: order ${order_id}: the change "${kind}" could not be handled and will be tried again: ${error}`)
}
