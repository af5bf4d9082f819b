import { Modules } from "@medusajs/framework/utils"
import { demoCollector, registerCollector } from "../../../src/collectors"
import { BILLING_MODULE, type BillingModuleService } from "../../../src/modules/billing"
import type { DemoBehaviour } from "../../../src/providers/demo-payment/behaviours"
import { listCharges, setSwitch } from "../../../src/providers/demo-payment/ledger"
import { chargeRenewals, type RenewalCharge } from "../../../src/workflows/billing/charges/charge-renewals"
import { attemptFor, sessionFor } from "../../../src/workflows/billing/charges/charge-request"
import { ChargeSessions } from "../../../src/workflows/billing/charges/charge-sessions"
import { createCharge, readCollection } from "../../support/create-charge"
import { storeSuite } from "../../support/store-suite"

export const collectingSuite = storeSuite(__filename, (store) => {
  const charge = (...charges: RenewalCharge[]) => chargeRenewals(store.container(), charges)
  const billing = () => store.container().resolve<BillingModuleService>(BILLING_MODULE)
  const behave = (behaviour: DemoBehaviour, scope = "*", delay_ms = 0) =>
    setSwitch(store.knex(), { scope, behaviour, delay_ms })
  const ledger = async () =>
    (await listCharges(store.knex())).map(({ idempotency_key, status, times_asked }) => ({
      key: idempotency_key,
      status,
      times_asked,
    }))
  const attempts = (renewal_id: string) => billing().listChargeAttempts({ renewal_id }, { order: { number: "ASC" } })

  describe("B30: charging automatically", () => {
    it("charges once, under the attempt's key, and Medusa shows it as captured", async () => {
      const renewal = await createCharge(store)
      const [result] = await charge(renewal)

      expect(result).toMatchObject({
        renewal_id: renewal.renewal_id,
        attempt_number: 1,
        outcome: { status: "paid", reason: null },
        payment_id: expect.stringMatching(/^pay_/),
        capture_id: expect.stringMatching(/^capt_/),
      })
      const key = `msc-${renewal.renewal_id}-1`
      expect(await ledger()).toEqual([{ key, status: "captured", times_asked: 1 }])
      expect(await readCollection(store, renewal.payment_collection_id)).toEqual({
        status: "completed",
        captured: 29.48,
        payments: 1,
        captures: 1,
        sessions: 1,
      })
      const [attempt] = await attempts(renewal.renewal_id)
      expect(attempt).toMatchObject({
        status: "paid",
        idempotency_key: key,
        payment_session_id: result?.session_id,
        payment_id: result?.payment_id,
        as_of: "2026-02-28",
      })
      expect(attempt?.finished_at).not.toBeNull()
    })

    it("returns the same result when called again, without a call to the provider", async () => {
      const renewal = await createCharge(store)
      const again = (await charge(renewal)).map((one) => ({ ...one, attempt: { number: 1, was: "paid" } }))
      expect(await charge(renewal)).toEqual(again)
      // A caller that lost count asks for the next attempt: a paid renewal stays with the one that paid it.
      expect(await charge({ ...renewal, attempt_number: 2 })).toEqual(again)
      expect(await ledger()).toMatchObject([{ times_asked: 1 }])
      expect(await attempts(renewal.renewal_id)).toHaveLength(1)
    })

    it("charges a batch, each on its own collection", async () => {
      const renewals = await Promise.all(Array.from({ length: 25 }, () => createCharge(store)))
      const results = await charge(...renewals)
      expect(results.map(({ renewal_id }) => renewal_id).sort()).toEqual(
        renewals.map(({ renewal_id }) => renewal_id).sort(),
      )
      expect(results.every(({ outcome }) => outcome?.status === "paid")).toBe(true)
      expect(await ledger()).toHaveLength(25)
    })

    it("charges nothing where nothing can be charged: no method, or a provider that cannot", async () => {
      const none = await createCharge(store, { payment_method: null })
      const manual = await createCharge(store, { payment_provider_id: "pp_system_default" })
      const outcome = { status: "requires_action", reason: "no_chargeable_payment_method" }
      expect(await charge(none, manual)).toMatchObject([{ outcome }, { outcome }])
      expect(await billing().listChargeAttempts({})).toEqual([])
      expect(await ledger()).toEqual([])
    })

    it("does not charge another customer's method", async () => {
      const renewal = await createCharge(store)
      const method = { ...renewal.payment_method, account_holder_id: "dacc_somebody_else" }
      const outcome = { status: "hard_declined", reason: "payment_method_missing" }
      expect(await charge({ ...renewal, payment_method: method })).toMatchObject([{ outcome }])
    })
  })

  describe("B32: a charge that fails", () => {
    it("reports a soft decline as retryable, and the next attempt pays on the same collection", async () => {
      const renewal = await createCharge(store)
      await behave("decline")
      const declined = { status: "soft_declined", reason: "insufficient_funds" }
      expect(await charge(renewal)).toMatchObject([{ outcome: declined, payment_id: null }])
      expect(await readCollection(store, renewal.payment_collection_id)).toMatchObject({ captured: 0, payments: 0 })

      await behave("ok")
      expect(await charge(renewal)).toMatchObject([{ outcome: declined }])
      expect(await charge({ ...renewal, attempt_number: 2 })).toMatchObject([{ outcome: { status: "paid" } }])
      expect(await readCollection(store, renewal.payment_collection_id)).toMatchObject({
        status: "completed",
        captured: 29.48,
        payments: 1,
      })
      expect(await attempts(renewal.renewal_id)).toMatchObject([
        { number: 1, status: "soft_declined", reason: "insufficient_funds" },
        { number: 2, status: "paid" },
      ])
    })

    it("reports a hard decline as final", async () => {
      const bad = await createCharge(store)
      const good = await createCharge(store)
      await behave("hard_decline", String(bad.payment_method?.id))
      expect(await charge(bad, good)).toMatchObject([
        { outcome: { status: "hard_declined", reason: "stolen_card" } },
        { outcome: { status: "paid" } },
      ])
    })
  })

  describe("once means once", () => {
    it("reconciles a time-out after the capture, and charges no more", async () => {
      const renewal = await createCharge(store)
      await behave("timeout_after_capture")
      expect(await charge(renewal)).toMatchObject([{ outcome: { status: "unknown" }, payment_id: null }])
      expect(await attempts(renewal.renewal_id)).toMatchObject([{ status: "unknown", finished_at: null }])

      // A request for a second attempt returns the first.
      const second = { ...renewal, attempt_number: 2 }
      expect(await charge(second)).toMatchObject([{ outcome: { status: "paid" }, attempt_number: 1 }])
      const key = `msc-${renewal.renewal_id}-1`
      expect(await ledger()).toEqual([{ key, status: "captured", times_asked: 2 }])
      expect(await readCollection(store, renewal.payment_collection_id)).toEqual({
        status: "completed",
        captured: 29.48,
        payments: 1,
        captures: 1,
        sessions: 1,
      })
    })

    it("finds out about it with the request that was sent, though the customer has changed the method since", async () => {
      const renewal = await createCharge(store)
      const other = await createCharge(store)
      await behave("timeout_after_capture")
      await charge(renewal)
      const changed = { ...renewal, payment_method: other.payment_method }
      expect(await charge(changed)).toMatchObject([{ outcome: { status: "paid" } }])
      const removed = await createCharge(store)
      await charge(removed)
      expect(await charge({ ...removed, payment_method: null })).toMatchObject([{ outcome: { status: "paid" } }])
      expect(await ledger()).toHaveLength(2)
    })

    it.each(["attempt", "session", "charge", "answer", "payment"])(
      "goes on after a process that died when it had made the %s",
      async (last) => {
        const renewal = await createCharge(store)
        const wanted = attemptFor(renewal)
        const [attempt] = await billing().openChargeAttempts(wanted ? [wanted] : [], [renewal.renewal_id])
        const session = attempt && sessionFor(attempt, renewal)
        if (!attempt || !session) {
          throw new Error("no attempt was made")
        }
        const sessions = new ChargeSessions(store.container().resolve(Modules.PAYMENT))
        const key = attempt.idempotency_key
        const steps: Record<string, () => Promise<unknown>> = {
          attempt: async () => undefined,
          session: () => sessions.create([session]),
          charge: async () => {
            const made = (await sessions.read([session.id])).get(session.id)
            return made && sessions.initiate(made, { key, amount: attempt.amount })
          },
          answer: async () => {
            const made = (await sessions.read([session.id])).get(session.id)
            return (
              made &&
              sessions.store([{ id: session.id, ...(await sessions.initiate(made, { key, amount: attempt.amount })) }])
            )
          },
          payment: () => sessions.authorize(session.id, key),
        }
        for (const [name, step] of Object.entries(steps)) {
          await step()
          if (name === last) {
            break
          }
        }

        expect(await charge(renewal)).toMatchObject([{ outcome: { status: "paid" }, attempt_number: 1 }])
        expect(await ledger()).toMatchObject([{ key, status: "captured" }])
        expect(await readCollection(store, renewal.payment_collection_id)).toEqual({
          status: "completed",
          captured: 29.48,
          payments: 1,
          captures: 1,
          sessions: 1,
        })
        expect(await attempts(renewal.renewal_id)).toMatchObject([{ status: "paid" }])
      },
    )

    it("is charged by one of several that try at the same time; the others leave it alone", async () => {
      const renewals = await Promise.all([createCharge(store), createCharge(store)])
      await behave("slow", "*", 300)
      const [first, second] = await Promise.all([charge(...renewals), charge(...renewals)])
      const outcomes = [...(first ?? []), ...(second ?? [])].map(({ outcome }) => outcome?.status ?? null)
      expect(outcomes.sort()).toEqual([null, null, "paid", "paid"])
      expect(await ledger()).toMatchObject([{ times_asked: 1 }, { times_asked: 1 }])
      expect(await readCollection(store, renewals[0].payment_collection_id)).toMatchObject({ payments: 1, captures: 1 })
    })

    it("skips renewals that another process has locked, and charges them when that process is gone", async () => {
      const renewal = await createCharge(store)
      await billing().withRenewalsLocked([renewal.renewal_id], async (free) => {
        expect([...free]).toEqual([renewal.renewal_id])
        expect(await charge(renewal)).toMatchObject([{ outcome: null }])
      })
      expect(await charge(renewal)).toMatchObject([{ outcome: { status: "paid" } }])
    })

    it("does not send a request again whose key the provider may have forgotten: a person decides", async () => {
      const renewal = await createCharge(store)
      await behave("timeout_after_capture")
      await charge(renewal)
      registerCollector({ ...demoCollector, keyLifetimeHours: 23 })
      try {
        await store
          .knex()("billing_charge_attempt")
          .update({ created_at: store.knex().raw("now() - interval '24 hours'") })
        expect(await charge(renewal)).toMatchObject([{ outcome: { status: "unknown", reason: "key_expired" } }])
        expect(await ledger()).toMatchObject([{ times_asked: 1 }])
      } finally {
        registerCollector(demoCollector)
      }
    })

    it("refuses, as Stripe does, another request under a key that was used", async () => {
      const payment = store.container().resolve(Modules.PAYMENT)
      const { payment_collection_id: collection, payment_method: method } = await createCharge(store)
      const context = {
        idempotency_key: "the-same-key",
        account_holder: { data: { id: method?.account_holder_id } },
      }
      const session = { provider_id: "pp_demo_demo", currency_code: "eur", context, data: { confirm: true } }
      await payment.createPaymentSession(collection, { ...session, amount: 10 })
      await expect(payment.createPaymentSession(collection, { ...session, amount: 11 })).rejects.toThrow(
        "idempotency_error",
      )
    })
  })

  describe("the demo provider, as Medusa's own pages use it", () => {
    const pay = async (data: Record<string, unknown>) => {
      const payment = store.container().resolve(Modules.PAYMENT)
      const collection = await payment.createPaymentCollections({ currency_code: "eur", amount: 10 })
      const session = { provider_id: "pp_demo_demo", currency_code: "eur", amount: 10, data }
      const { id } = await payment.createPaymentSession(collection.id, session)
      const made = await payment.authorizePaymentSession(id, {})
      return { payment, id: made?.id ?? "", collectionId: collection.id }
    }

    it("authorises, then captures or cancels", async () => {
      const captured = await pay({ capture: "manual" })
      expect(await readCollection(store, captured.collectionId)).toMatchObject({ status: "authorized", captured: 0 })
      await captured.payment.capturePayment({ payment_id: captured.id })
      expect(await readCollection(store, captured.collectionId)).toMatchObject({ status: "completed", captured: 10 })
      const canceled = await pay({ capture: "manual" })
      await canceled.payment.cancelPayment(canceled.id)
      expect((await ledger()).map(({ status }) => status)).toEqual(["captured", "canceled"])
    })

    it("gives back what was captured and no more, and cancels nothing that was captured", async () => {
      const { payment, id } = await pay({})
      await payment.refundPayment({ payment_id: id, amount: 4 })
      await expect(payment.refundPayment({ payment_id: id, amount: 7 })).rejects.toThrow("refund more")
      await payment.refundPayment({ payment_id: id, amount: 6 })
      const refunds = await store.knex()("demo_payment_refund").orderBy("created_at").pluck("amount")
      expect(refunds.map(Number)).toEqual([4, 6])
      await expect(payment.cancelPayment(id)).rejects.toThrow("canceled")
    })
  })
})
