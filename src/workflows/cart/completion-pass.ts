import type { MedusaContainer } from "@medusajs/framework/types"
import { CORE_MODULE, type CoreModuleService, type RoomCondition } from "../../modules/core"
import { CART_STAGES, cartChanges, firstStaleStage, startPlan, type CartStageName } from "../../rules/cart"
import { logFailure } from "../errors/log-failure"
import { refuse } from "../errors/refuse"
import type { CartRoom } from "./cart-stage"
import { dryLineIds } from "./line-ids"
import { checkPayloads } from "./line-payloads"
import type { MedusaCart } from "./medusa-cart"
import { askCart, findActiveRooms, namesOf, roomsWith, stagesOf, type CheckedCart } from "./find-active-rooms"
import { PassMemory } from "./pass-memory"
import { runStages, type StagesRun } from "./run-stages"
import { toCartFacts } from "./to-cart-facts"

/** What each room has reserved for the order, in the rooms' order. Plain data: a workflow may store it. */
export type CompletionReservations = { room: string; reservation: unknown }[]

/**
 * The completion pass (decision 0017): plans the cart as a dry run before it becomes an order. A cart that differs from
 * its plan is refused; any update of the cart reconciles it. Then the rooms reserve what the order uses up. The cart
 * itself is not written.
 */
export async function completionPass(
  container: MedusaContainer,
  cart: MedusaCart,
  all: CartRoom[],
): Promise<CompletionReservations> {
  const checked = cart.completed_at ? null : await check(container, cart, all.map(atCompletion))
  const { options } = container.resolve<CoreModuleService>(CORE_MODULE)
  if (checked?.isBoundByEmail && options.emailBinding === "guest") {
    refuse("email", "It belongs to an account: log in to order with it, or give the cart an e-mail address again")
  }
  if (!checked?.active) {
    return []
  }
  const { active, isBoundByEmail } = checked
  const records = checkPayloads(active.records, all)
  const run = await runStages(
    container,
    {
      plan: startPlan(toCartFacts(cart, records), dryLineIds(), namesOf(all)),
      cart: { ...cart, isLoggedIn: !isBoundByEmail },
      pass: { kind: "completion" },
      memory: new PassMemory(),
    },
    { rooms: roomsWith(active), stages: CART_STAGES },
  )
  const stale = firstStaleStage(cartChanges(run.plan, stagesOf(all)))
  if (stale) {
    refuseStale(stale)
  }
  return reserveAll(container, run.reservations, all)
}

const check = async (container: MedusaContainer, cart: MedusaCart, rooms: CartRoom[]): Promise<CheckedCart> =>
  findActiveRooms(await askCart(container, cart.id, rooms), cart.items ?? [], rooms)

/** A room as it is asked at completion, where it may handle carts that it has nothing else to do with. */
function atCompletion(room: CartRoom): CartRoom {
  const { condition, completionCondition } = room
  return completionCondition
    ? { ...room, condition: (cartId) => either(condition(cartId), completionCondition(cartId)) }
    : room
}

const either = (one: RoomCondition, other: RoomCondition): RoomCondition => ({
  sql: `(${one.sql}) or (${other.sql})`,
  bindings: [...one.bindings, ...other.bindings],
})

function refuseStale(stage: CartStageName): never {
  if (stage === "discounts") {
    refuse(
      "discounts",
      "The cart's discounts are not what they were: update the cart to see its prices, then complete again",
    )
  }
  refuse("items", "The cart has changed since its fees and trials were calculated: update it, then complete again")
}

async function reserveAll(
  container: MedusaContainer,
  reservations: StagesRun["reservations"],
  all: CartRoom[],
): Promise<CompletionReservations> {
  const done: CompletionReservations = []
  try {
    for (const { room, reserve } of reservations) {
      done.push({ room, reservation: await reserve() })
    }
  } catch (error) {
    await releaseReservations(container, done, all)
    throw error
  }
  return done
}

/**
 * Releases the reservations of a completion that failed, last first. What cannot be released is logged: each room's own sweep, or
 * the cart's next completion, finds it.
 */
export async function releaseReservations(
  container: MedusaContainer,
  done: CompletionReservations,
  all: CartRoom[],
): Promise<void> {
  for (const { room, reservation } of [...done].reverse()) {
    const handler = all.find((one) => one.room === room)
    const work = async () => handler?.release?.(container, reservation)
    await logFailure(container, `${room}: what a cart's completion reserved could not be released`, work)
  }
}
