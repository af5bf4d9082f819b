import { Modules } from "@medusajs/framework/utils"
import {
  acceptOrderTransferWorkflow,
  deleteRegionsWorkflow,
  deleteShippingOptionsWorkflow,
  requestOrderTransferWorkflow,
  updateRegionsWorkflow,
} from "@medusajs/medusa/core-flows"
import { CORE_MODULE, type CoreModuleService } from "../../../src/modules/core"
import { DEMO_BEHAVIOURS } from "../../../src/providers/demo-payment/behaviours"
import { setSwitch } from "../../../src/providers/demo-payment/ledger"
import { addDays, type CivilDate } from "../../../src/rules/calendar"
import { dispatchOutbox } from "../../../src/workflows/events/dispatch-outbox"
import { sweepOrders } from "../../../src/workflows/orders/sweep-orders"
import { orderRooms } from "../../../src/workflows/rooms"
import type { TestCustomer } from "../create-customer"
import { DraftClient } from "../draft-client"
import { pushClockTo } from "../push-clock-to"
import { runBilling } from "../run-billing"
import type { TestStore } from "../store-test"
import { until } from "../until"
import { billAsPreviewed } from "./bill-as-previewed"
import { RECURRING, type LifeWorld } from "./create-life-world"
import { SUBSCRIPTION_STEP_KINDS, SubscriptionSteps, type SubscriptionStepKind } from "./subscription-steps"

/** What happens after a sale. `which` and `much` choose among what there is: a seed decides them. */
export interface Step {
  kind: StepKind
  which: number
  much: number
}

interface OrderRow {
  id: string
  status: string
  customer_id: string
  currency_code: string
  renewal_id: string | null
}

interface PaymentRow {
  id: string
  left: string
}

const ORDER_STEP_KINDS = [
  "pass",
  "behave",
  "edit",
  "remove_line",
  "add_line",
  "transfer",
  "cancel_order",
  "cancel_subscription",
  "refund",
  "mark_as_paid",
  "taxes_off",
  "region_gone",
  "new_tax",
  "new_parcel_price",
  "parcel_gone",
  "race",
  "customer_gone",
] as const

/** With what is done to subscriptions themselves. */
export const STEP_KINDS = [...ORDER_STEP_KINDS, ...SUBSCRIPTION_STEP_KINDS] as const
export type StepKind = (typeof STEP_KINDS)[number]

const DAYS_AT_MOST = 45

const isOfSubscription = (kind: StepKind): kind is SubscriptionStepKind =>
  SUBSCRIPTION_STEP_KINDS.some((one) => one === kind)

/** One store's life after the sale, as admins, customers and the provider make it by Medusa's own ways. */
export class Life {
  private readonly admin: DraftClient
  private readonly gone = new Set<string>()
  private readonly subscriptions: SubscriptionSteps

  constructor(
    private readonly store: TestStore,
    private readonly shop: LifeWorld,
  ) {
    this.admin = new DraftClient(store, shop.world)
    const attempt = (make: () => Promise<unknown>, what: string) => this.try(make, what)
    this.subscriptions = new SubscriptionSteps({ store, today: this.today, post: this.post, attempt })
  }

  /** Makes one step; answers what was done, or that there was nothing to do it with. */
  async make({ kind, which, much }: Step): Promise<string> {
    const done = isOfSubscription(kind)
      ? await this.subscriptions.make(kind, which, much)
      : await this.steps[kind](which, much)
    await this.settle()
    await this.askAgain()
    return `${kind}: ${done}`
  }

  /** Ten minutes later: of a charge in doubt the provider is asked again. Until then its money and its renewal may differ. */
  private async askAgain(): Promise<void> {
    const { knex, container } = this.store
    const inDoubt = await knex()("billing_charge_attempt").where({ status: "unknown" }).first("id")
    if (!inDoubt) {
      return
    }
    await this.passTenMinutes()
    await runBilling(container(), await this.today())
    await this.settle()
  }

  private passTenMinutes = () =>
    this.store.knex()("billing_renewal").whereNull("claimed_by").update({ claimed_until: null })

  /** Everything that is handled later is handled now. */
  async settle(): Promise<void> {
    await this.store.settled()
    await sweepOrders(this.store.container(), { now: new Date(), today: await this.today() }, orderRooms)
    await this.store.settled()
    await dispatchOutbox(this.store.container())
    await this.store.settled()
  }

  private readonly steps: Record<
    Exclude<StepKind, SubscriptionStepKind>,
    (which: number, much: number) => Promise<string>
  > = {
    pass: async (_which, much) => {
      const date = addDays(await this.today(), 1 + (much % DAYS_AT_MOST))
      await pushClockTo(this.store, this.shop.world, date)
      await this.passTenMinutes()
      await billAsPreviewed(this.store, this.shop.world, date)
      return date
    },
    behave: async (which) => {
      const behaviour = DEMO_BEHAVIOURS[which % DEMO_BEHAVIOURS.length] ?? "ok"
      await setSwitch(this.store.knex(), { scope: "*", behaviour, delay_ms: 30 })
      return behaviour
    },
    edit: (which, much) =>
      this.editing(which, async (order, line) => {
        const quantity = [1, 2, 3].filter((one) => one !== line.quantity)[much % 2] ?? 1
        await this.admin.change(order.id, line.id, quantity)
        return `${line.quantity} → ${quantity}`
      }),
    remove_line: (which) =>
      this.editing(which, async (order, line) => {
        await this.admin.change(order.id, line.id, 0)
        return "0"
      }),
    add_line: (which, much) =>
      this.editing(which, async (order) => {
        const article = RECURRING[much % RECURRING.length] ?? "backup"
        await this.admin.add(order.id, { variant_id: this.shop.variants[article], quantity: 1 + (much % 2) })
        return article
      }),
    transfer: async (which) => {
      const order = await this.anOrder(which)
      const to = this.customersLeft().find(({ customer }) => customer.id !== order?.customer_id)
      return order && to ? this.transfer(order, to) : "nobody"
    },
    cancel_order: async (which) => {
      const order = await this.anOrder(which, { withRenewals: true })
      return order ? this.try(() => this.post(`orders/${order.id}/cancel`), order.id) : "no order"
    },
    cancel_subscription: async (which, much) => {
      const running = await this.store
        .knex()("billing_subscription")
        .whereNull("ended_on")
        .whereNull("cancel_on")
        .whereNotIn("status", ["canceled", "expired"])
        .orderBy("display_id")
      const one = running[which % Math.max(1, running.length)]
      const when = much % 2 ? "now" : "period_end"
      return one
        ? this.try(
            () => this.post(`billing/subscriptions/${one.id}/cancel`, { when, reason: "moves away" }),
            `${one.id} ${when}`,
          )
        : "none"
    },
    refund: async (which, much) => {
      const payments = await this.payments()
      const payment = payments[which % Math.max(1, payments.length)]
      if (!payment) {
        return "no payment"
      }
      const amount = much % 2 ? Number(payment.left) : Math.ceil(Number(payment.left) / 3)
      return this.try(() => this.post(`payments/${payment.id}/refund`, { amount }), `${amount} of ${payment.id}`)
    },
    mark_as_paid: async (which) => {
      const unpaid = await this.store.knex()("billing_renewal").whereIn("status", ["issued", "failed"]).orderBy("id")
      const one = unpaid[which % Math.max(1, unpaid.length)]
      const path = `payment-collections/${one?.payment_collection_id}/mark-as-paid`
      return one ? this.try(() => this.post(path, { order_id: one.order_id }), one.order_id) : "nothing is open"
    },
    taxes_off: async (which) => {
      const id = await this.aRegion(which)
      await updateRegionsWorkflow(this.store.container()).run({
        input: { selector: { id }, update: { automatic_taxes: false } },
      })
      return id
    },
    region_gone: async (which) => {
      const id = await this.aRegion(which)
      await deleteRegionsWorkflow(this.store.container()).run({ input: { ids: [id] } })
      return id
    },
    new_tax: async (_which, much) => {
      const rate = [7, 16, 19][much % 3] ?? 19
      await this.store.container().resolve(Modules.TAX).updateTaxRates(this.shop.germanRate, { rate })
      return String(rate)
    },
    new_parcel_price: async (_which, much) => {
      const { eur, jpy } = this.shop.world.regions
      const prices = [
        { region_id: eur.id, amount: 5 + (much % 3) / 3 },
        { region_id: jpy?.id ?? "", amount: 701 + (much % 3) },
      ]
      const { optionId } = this.shop.world.shipping
      return this.try(() => this.post(`shipping-options/${optionId}`, { prices }), `${prices[0]?.amount}`)
    },
    parcel_gone: async () => {
      const ids = [this.shop.world.shipping.optionId]
      await deleteShippingOptionsWorkflow(this.store.container()).run({ input: { ids } })
      return "the option is not offered any more"
    },
    race: async (which, much) => {
      const date = addDays(await this.today(), 1 + (much % DAYS_AT_MOST))
      await pushClockTo(this.store, this.shop.world, date)
      return this.race(date, which)
    },
    customer_gone: async (which) => {
      const left = this.customersLeft()
      const one = left[which % Math.max(1, left.length)]
      return one ? this.leave(one.customer.id) : "nobody"
    },
  }

  /** While a slow provider takes the money, somebody cancels an order that is charged, or marks it as paid. */
  private async race(date: CivilDate, which: number): Promise<string> {
    const { knex, container } = this.store
    await setSwitch(knex(), { scope: "*", behaviour: "slow", delay_ms: 600 })
    let isOver = false
    const running = runBilling(container(), date).finally(() => (isOver = true))
    const charged = async () =>
      knex()("billing_charge_attempt as a")
        .join("billing_renewal as r", "r.id", "a.renewal_id")
        .where("a.status", "started")
        .whereNotNull("a.sent_at")
        .orderBy("r.id")
        .select("r.order_id", "r.payment_collection_id")
    await until("a charge to be made, or the run to end", async () => isOver || (await charged()).length > 0)
    const under = await charged()
    const one = under[which % Math.max(1, under.length)]
    const done = !one
      ? "nothing was charged"
      : which % 2
        ? await this.try(() => this.post(`orders/${one.order_id}/cancel`), `${one.order_id} canceled`)
        : await this.try(
            () =>
              this.post(`payment-collections/${one.payment_collection_id}/mark-as-paid`, { order_id: one.order_id }),
            `${one.order_id} marked as paid`,
          )
    await running
    await setSwitch(knex(), { scope: "*", behaviour: "ok" })
    await this.settle()
    // What nobody owes is given back at once or by the next run.
    await this.passTenMinutes()
    await runBilling(container(), date)
    return `${date} ${done}`
  }

  private today = () => this.store.container().resolve<CoreModuleService>(CORE_MODULE).today()

  private post = (path: string, body: object = {}) =>
    this.store.api.post(`/admin/${path}`, body, this.shop.world.adminHeaders)

  /** A refusal is a right answer; a failure of the server is none. */
  private async try(make: () => Promise<unknown>, what: string): Promise<string> {
    try {
      await make()
      return what
    } catch (error) {
      const { response } = error as { response?: { status: number; data: { message: string } } }
      if (!response || response.status >= 500) {
        throw error
      }
      return `${what} refused: ${response.data.message}`
    }
  }

  private customersLeft = (): TestCustomer[] =>
    this.shop.customers.filter(({ customer }) => !this.gone.has(customer.id))

  private async anOrder(which: number, { withRenewals = false } = {}): Promise<OrderRow | undefined> {
    const orders: OrderRow[] = await this.store
      .knex()("order as o")
      .leftJoin("billing_renewal as r", "r.order_id", "o.id")
      .whereNot("o.status", "canceled")
      .whereNull("o.deleted_at")
      .orderBy("o.display_id")
      .select("o.id", "o.status", "o.customer_id", "o.currency_code", "r.id as renewal_id")
    const ones = withRenewals ? orders : orders.filter(({ renewal_id }) => !renewal_id)
    return ones[which % Math.max(1, ones.length)]
  }

  private async payments(): Promise<PaymentRow[]> {
    const { rows } = await this.store.knex().raw<{ rows: PaymentRow[] }>(
      `select p.id, (coalesce(c.amount, 0) - coalesce(f.amount, 0))::text as left from payment p
         left join lateral (select sum(amount) as amount from capture x where x.payment_id = p.id and x.deleted_at is null) c on true
         left join lateral (select sum(amount) as amount from refund x where x.payment_id = p.id and x.deleted_at is null) f on true
       where coalesce(c.amount, 0) > coalesce(f.amount, 0) and p.deleted_at is null order by p.created_at, p.id`,
    )
    return rows
  }

  private async aRegion(which: number): Promise<string> {
    const { eur, jpy } = this.shop.world.regions
    return (which % 2 ? jpy?.id : eur.id) ?? eur.id
  }

  private async editing(
    which: number,
    change: (order: OrderRow, line: { id: string; quantity: number }) => Promise<string>,
  ): Promise<string> {
    const order = await this.anOrder(which, { withRenewals: true })
    const lines = order ? (await this.admin.read(order.id)).items : []
    const own = lines.filter(({ title, quantity }) => quantity > 0 && !title.startsWith("Set-up fee"))
    const line = own[which % Math.max(1, own.length)]
    if (!order || !line) {
      return "no line"
    }
    let what = ""
    const done = await this.try(async () => {
      await this.admin.beginEdit(order.id)
      what = await change(order, line)
      await this.admin.confirm(order.id)
    }, order.id)
    if (done !== order.id) {
      await this.try(() => this.admin.drop(`/order-edits/${order.id}`), "undo")
    }
    return `${done} ${what}`
  }

  private async transfer(order: OrderRow, { customer }: TestCustomer): Promise<string> {
    const container = this.store.container()
    await requestOrderTransferWorkflow(container).run({
      input: { order_id: order.id, customer_id: customer.id, logged_in_user: customer.id },
    })
    const [change] = await container
      .resolve(Modules.ORDER)
      .listOrderChanges({ order_id: order.id, status: "requested" }, { relations: ["actions"] })
    const token = String(change?.actions?.find(({ action }) => action === "TRANSFER_CUSTOMER")?.details?.token)
    await acceptOrderTransferWorkflow(container).run({ input: { order_id: order.id, token } })
    return `${order.id} to ${customer.email}`
  }

  /** Refused while subscriptions run for the customer, and only then. */
  private async leave(id: string): Promise<string> {
    await this.settle()
    const running = await this.store
      .knex()("billing_subscription")
      .where({ customer_id: id })
      .whereNotIn("status", ["canceled", "expired"])
    const answer = await this.store.api.delete(`/admin/customers/${id}`, {
      ...this.shop.world.adminHeaders,
      validateStatus: () => true,
    })
    expect({ running: running.length > 0, status: answer.status }).toEqual({
      running: running.length > 0,
      status: running.length > 0 ? 400 : 200,
    })
    if (answer.status === 200) {
      this.gone.add(id)
    }
    return `${id} ${answer.status}`
  }
}
