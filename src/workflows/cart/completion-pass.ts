import type { MedusaContainer } from "@medusajs/framework/types"
import { CORE_MODULE, type CoreModuleService, readLineRecords } from "../../modules/core"
import { CART_STAGES, cartChanges, firstStaleStage, startPlan, type CartStageName } from "../../rules/cart"
import { refuse } from "../errors/refuse"
import type { CartRoom } from "./cart-stage"
import { dryLineIds } from "./line-ids"
import { checkPayloads } from "./line-payloads"
import type { MedusaCart } from "./medusa-cart"
import { namesOf, findActiveRooms, stagesOf } from "./find-active-rooms"
import { runStages, type StagesRun } from "./run-stages"
import { toCartFacts } from "./to-cart-facts"

/** What rooms have taken for an order to be, in their order. Plain data: a workflow may store it. */
export type CompletionReservations = { room: string; taken: unknown }[]

/**
 * The completion pass (decision 0017): the same plan as a dry run, before a cart becomes an order. A cart that is not as
 * planned is refused: completion cannot put it right, any update of the cart does. Then the rooms take what the order uses
 * up. Nothing of the cart is written.
 */
export async function completionPass(
  container: MedusaContainer,
  cart: MedusaCart,
  all: CartRoom[],
): Promise<CompletionReservations> {
  const items = cart.items ?? []
  const work = cart.completed_at ? null : await findActiveRooms(container, { id: cart.id, items }, all)
  if (!work) {
    return []
  }
  const { knex } = container.resolve<CoreModuleService>(CORE_MODULE).db
  const records = work.hasRecords ? checkPayloads(await readLineRecords(knex, cart.id), all) : []
  const run = await runStages(
    container,
    { plan: startPlan(toCartFacts(cart, records), dryLineIds(), namesOf(all)), cart, pass: { kind: "completion" } },
    { rooms: work.rooms, stages: CART_STAGES },
  )
  const stale = firstStaleStage(cartChanges(run.plan, stagesOf(all)))
  if (stale) {
    refuseStale(stale)
  }
  return takeAll(container, run.takes, all)
}

function refuseStale(stage: CartStageName): never {
  if (stage === "discounts") {
    refuse(
      "discounts",
      "The cart's discounts are not what they were: update the cart to see its prices, then complete again",
    )
  }
  refuse("items", "The cart has changed since its fees and trials were reckoned: update it, then complete again")
}

async function takeAll(
  container: MedusaContainer,
  takes: StagesRun["takes"],
  all: CartRoom[],
): Promise<CompletionReservations> {
  const done: CompletionReservations = []
  try {
    for (const { room, take } of takes) {
      done.push({ room, taken: await take() })
    }
  } catch (error) {
    await giveBack(container, done, all)
    throw error
  }
  return done
}

/** Gives back what a completion took that did not become an order, last first. */
export async function giveBack(container: MedusaContainer, done: CompletionReservations, all: CartRoom[]): Promise<void> {
  for (const { room, taken } of [...done].reverse()) {
    await all.find((one) => one.room === room)?.giveBack?.(container, taken)
  }
}
