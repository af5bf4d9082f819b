import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { MedusaError } from "@medusajs/framework/utils"
import type { DemoLateOutcome } from "../../contracts/billing/demo-payments"
import { FAILED_CODE, LATE_OUTCOMES } from "./late-outcomes"
import { DEMO_DECLINE_CODES, EVERY_METHOD, type DemoBehaviour, type DemoChargeStatus } from "./behaviours"

/** One row of the provider's books: what was asked under one key, and what came of it. Amounts in major units. */
export interface DemoCharge {
  id: string
  idempotency_key: string
  request: string
  session_id: string | null
  account_holder_id: string | null
  payment_method_id: string | null
  amount: string
  currency_code: string
  status: DemoChargeStatus
  decline_code: string | null
  behaviour: DemoBehaviour
  times_asked: number
  created_at: Date
}

export interface DemoChargeRequest {
  idempotencyKey: string
  sessionId: string | null
  accountHolderId: string | null
  paymentMethodId: string | null
  /** The method was saved earlier: it must be one of the account holder's. */
  isSavedMethod: boolean
  amount: string
  currencyCode: string
  manualCapture: boolean
}

export interface DemoSwitch {
  scope: string
  behaviour: DemoBehaviour
  delay_ms: number
}

export interface DemoMethod {
  id: string
  account_holder_id: string
  brand: string
  last4: string
}

/**
 * Takes the money, once per key: the first call decides, every later one gets the same row with `times_asked` raised.
 * One statement, so that two processes under one key cannot both be the first.
 */
export async function recordCharge(knex: Knex, request: DemoChargeRequest): Promise<DemoCharge & DemoSwitch> {
  const captured = request.manualCapture ? "authorized" : "captured"
  const bindings = {
    id: `dch_${request.idempotencyKey}`,
    key: request.idempotencyKey,
    request: JSON.stringify(request),
    session: request.sessionId,
    holder: request.accountHolderId,
    method: request.paymentMethodId,
    every: EVERY_METHOD,
    saved: request.isSavedMethod,
    amount: request.amount,
    currency: request.currencyCode,
    captured,
    soft: DEMO_DECLINE_CODES.decline ?? null,
    hard: DEMO_DECLINE_CODES.hard_decline ?? null,
  }
  const { rows } = await knex.raw<{ rows: (DemoCharge & DemoSwitch)[] }>(
    `with chosen as (
       select behaviour, delay_ms from demo_payment_switch
       where scope in (:every, :method) order by (scope = :every) limit 1
     ), decided as (
       select coalesce(chosen.behaviour, 'ok') as behaviour, coalesce(chosen.delay_ms, 0) as delay_ms,
         case
           when cast(:saved as boolean) and not exists (
             select 1 from demo_payment_method
             where id = :method and account_holder_id = :holder and deleted_at is null
           ) then 'payment_method_missing'
           when chosen.behaviour = 'decline' then cast(:soft as text)
           when chosen.behaviour = 'hard_decline' then cast(:hard as text)
         end as decline_code
       from (select 1) as one left join chosen on true
     ), written as (
       insert into demo_payment_charge (id, idempotency_key, request, session_id, account_holder_id,
         payment_method_id, amount, currency_code, status, decline_code, behaviour)
       select :id, :key, :request, :session, :holder, :method, cast(:amount as numeric), :currency,
         case when decline_code is not null then 'declined'
           when behaviour = 'action_required' then 'requires_action'
           when behaviour = 'processing' then 'processing'
           else :captured end, decline_code, behaviour
       from decided
       on conflict (idempotency_key) do update set times_asked = demo_payment_charge.times_asked + 1
       returning *
     )
     select written.*, decided.delay_ms from written, decided`,
    bindings,
  )
  const [charge] = rows
  if (!charge) {
    const { UNEXPECTED_STATE } = MedusaError.Types
    throw new MedusaError(UNEXPECTED_STATE, `The demo provider did not record the charge ${request.idempotencyKey}`)
  }
  return charge
}

/** Every charge that was asked for, oldest first; `times_asked` counts the calls under its key. */
export async function listCharges(knex: Knex): Promise<DemoCharge[]> {
  return knex<DemoCharge>("demo_payment_charge").orderBy("created_at").orderBy("id")
}

/** The charges that were asked for last, the newest first. */
export async function listLatestCharges(knex: Knex, limit = 50): Promise<DemoCharge[]> {
  return knex<DemoCharge>("demo_payment_charge").orderBy("created_at", "desc").orderBy("id").limit(limit)
}

export async function findCharge(knex: Knex, id: string): Promise<DemoCharge | undefined> {
  return knex<DemoCharge>("demo_payment_charge").where({ id }).first()
}

/** Moves a charge on; `false` where it is not in the state that this starts from. */
export async function moveCharge(
  knex: Knex,
  id: string,
  { from, to }: { from: DemoChargeStatus; to: DemoChargeStatus },
): Promise<boolean> {
  const moved = await knex("demo_payment_charge").where({ id, status: from }).update({ status: to })
  return moved === 1
}

/** Writes what the bank says of a charge; `false` where it cannot say that of it. */
export async function recordLateOutcome(knex: Knex, id: string, outcome: DemoLateOutcome): Promise<boolean> {
  const { from, to } = LATE_OUTCOMES[outcome]
  const moved = await knex("demo_payment_charge")
    .where({ id })
    .whereIn("status", [...from])
    .update({ status: to, decline_code: to === "declined" ? FAILED_CODE : null })
  return moved === 1
}

/** How one saved method, or every method, behaves. */
export async function behaviourOf(knex: Knex, scope: string): Promise<DemoBehaviour> {
  const row = await knex("demo_payment_switch").where({ scope }).first<{ behaviour: DemoBehaviour } | undefined>()
  return row?.behaviour ?? "ok"
}

/** Gives money back, once per key; `false` where more would go back than was taken. */
export async function recordRefund(
  knex: Knex,
  { key, chargeId, amount }: { key: string; chargeId: string; amount: string },
): Promise<boolean> {
  return knex.transaction(async (trx) => {
    const charge = await trx("demo_payment_charge").where({ id: chargeId, status: "captured" }).forUpdate().first("id")
    if (!charge) {
      return false
    }
    await trx("demo_payment_refund")
      .insert({ idempotency_key: key, charge_id: chargeId, amount })
      .onConflict("idempotency_key")
      .ignore()
    const { rows } = await trx.raw<{ rows: { fits: boolean }[] }>(
      `select c.amount >= coalesce((select sum(r.amount) from demo_payment_refund r where r.charge_id = c.id), 0) as fits
       from demo_payment_charge c where c.id = ?`,
      [chargeId],
    )
    if (!rows[0]?.fits) {
      await trx("demo_payment_refund").where({ idempotency_key: key }).delete()
      return false
    }
    return true
  })
}

/** Sets how one saved method, or every method (`*`), behaves from now on; `ok` on `*` puts everything right again. */
export async function setSwitch(
  knex: Knex,
  { scope, behaviour, delay_ms }: { scope: string; behaviour: DemoBehaviour; delay_ms?: number },
): Promise<void> {
  await knex("demo_payment_switch")
    .insert({ scope, behaviour, delay_ms: delay_ms ?? 0 })
    .onConflict("scope")
    .merge()
}

export async function listSwitches(knex: Knex): Promise<DemoSwitch[]> {
  return knex<DemoSwitch>("demo_payment_switch").orderBy("scope")
}
