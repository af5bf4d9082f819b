import { randomUUID } from "crypto"
import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type {
  BigNumberInput,
  AuthorizePaymentInput,
  AuthorizePaymentOutput,
  CancelPaymentInput,
  CancelPaymentOutput,
  CapturePaymentInput,
  CapturePaymentOutput,
  CreateAccountHolderInput,
  CreateAccountHolderOutput,
  DeleteAccountHolderInput,
  DeleteAccountHolderOutput,
  DeletePaymentInput,
  DeletePaymentMethodInput,
  DeletePaymentMethodOutput,
  DeletePaymentOutput,
  GetPaymentStatusInput,
  GetPaymentStatusOutput,
  InitiatePaymentInput,
  InitiatePaymentOutput,
  ListPaymentMethodsInput,
  ListPaymentMethodsOutput,
  PaymentProviderContext,
  RefundPaymentInput,
  RefundPaymentOutput,
  RetrievePaymentInput,
  RetrievePaymentOutput,
  SavePaymentMethodInput,
  SavePaymentMethodOutput,
  UpdatePaymentInput,
  UpdatePaymentOutput,
  WebhookActionResult,
} from "@medusajs/framework/types"
import {
  AbstractPaymentProvider,
  MathBN,
  MedusaError,
  PaymentActions,
  PaymentSessionStatus,
} from "@medusajs/framework/utils"
import { isCurrency, round } from "../../rules/money"
import { EVERY_METHOD, type DemoChargeStatus } from "./behaviours"
import { LATE_OUTCOMES, readMessage } from "./late-outcomes"
import { behaviourOf, findCharge, moveCharge, recordRefund, type DemoCharge } from "./ledger"
import { requireOwn } from "./require-own"
import { PROVIDERS_OWN, readSessionData } from "./session-data"
import { takeCharge } from "./take-charge"
import { deleteAccountHolder, deleteMethod, findOrCreateAccountHolder, listMethods, saveMethod } from "./vault"

const SESSION_STATUS: Record<DemoChargeStatus, PaymentSessionStatus> = {
  captured: PaymentSessionStatus.CAPTURED,
  authorized: PaymentSessionStatus.AUTHORIZED,
  declined: PaymentSessionStatus.ERROR,
  canceled: PaymentSessionStatus.CANCELED,
  requires_action: PaymentSessionStatus.REQUIRES_MORE,
  processing: PaymentSessionStatus.PENDING_AUTHORIZATION,
  // What is taken back later had been captured.
  returned: PaymentSessionStatus.CAPTURED,
  disputed: PaymentSessionStatus.CAPTURED,
}

type Data = Record<string, unknown> | undefined

const holderOf = (context: PaymentProviderContext | undefined): string | null => {
  const id = context?.account_holder?.data?.id
  return typeof id === "string" ? id : null
}

/** A real provider knows whole minor units alone, and rounds what it is given. */
const wholeUnits = (amount: BigNumberInput, currencyCode: string): string => {
  const exact = MathBN.convert(amount).toFixed()
  return isCurrency(currencyCode) ? round(exact, currencyCode) : exact
}

const TAKES_MONEY = new Set<DemoChargeStatus>(["captured", "authorized", "returned", "disputed"])

const refuse = (message: string): MedusaError => new MedusaError(MedusaError.Types.NOT_ALLOWED, message)

/**
 * A payment provider that takes no money: for the demo store and for tests. Its books (`ledger.ts`) lie in the database,
 * so that every process sees the same ones; how it answers is set by switches (`behaviours.ts`). Never for a live store.
 */
export class DemoPaymentProvider extends AbstractPaymentProvider {
  static override identifier = "demo"
  private readonly knex: Knex

  constructor(container: { __pg_connection__: Knex }, options?: Record<string, unknown>) {
    super(container, options)
    this.knex = container.__pg_connection__
  }

  /** Only opens the session; with `confirm`, charges at once, as Stripe does. */
  async initiatePayment({
    data,
    amount,
    currency_code,
    context,
  }: InitiatePaymentInput): Promise<InitiatePaymentOutput> {
    const session = {
      ...readSessionData(data),
      ...PROVIDERS_OWN,
      amount: wholeUnits(amount, currency_code),
      currency_code,
      account_holder_id: holderOf(context),
    }
    if (!session.confirm) {
      return { id: session.session_id ?? "", status: PaymentSessionStatus.PENDING, data: session }
    }
    const { status, data: charged } = await this.charge(session, context?.idempotency_key)
    return { id: String(charged?.id), status, data: charged }
  }

  updatePayment({ data, amount, currency_code }: UpdatePaymentInput): Promise<UpdatePaymentOutput> {
    const session = readSessionData(data)
    return Promise.resolve({ data: { ...session, amount: wholeUnits(amount, currency_code), currency_code } })
  }

  async authorizePayment({ data, context }: AuthorizePaymentInput): Promise<AuthorizePaymentOutput> {
    const session = readSessionData(data)
    if (!session.id) {
      return this.charge(session, context?.idempotency_key)
    }
    const charge = requireOwn(session, await this.find(session.id))
    const isConfirmed = session.confirmed === true && charge.status === "requires_action"
    if (isConfirmed) {
      await moveCharge(this.knex, charge.id, { from: "requires_action", to: "captured" })
    }
    return this.answer(session, isConfirmed ? await this.find(charge.id) : charge)
  }

  async capturePayment({ data }: CapturePaymentInput): Promise<CapturePaymentOutput> {
    await this.move(data, { from: "authorized", to: "captured" })
    return { data }
  }

  /** Money that was taken is refunded, not canceled. */
  async cancelPayment({ data }: CancelPaymentInput): Promise<CancelPaymentOutput> {
    if (readSessionData(data).id) {
      await this.move(data, { from: "authorized", to: "canceled" })
    }
    return { data }
  }

  /** Nobody can confirm afterwards; what the bank is processing cannot be called back. */
  async deletePayment({ data }: DeletePaymentInput): Promise<DeletePaymentOutput> {
    const { id } = readSessionData(data)
    const charge = id ? await findCharge(this.knex, id) : undefined
    if (charge?.status === "processing") {
      throw refuse(`The demo provider's bank is processing the charge ${charge.id}`)
    }
    if (charge?.status === "requires_action") {
      await this.move(data, { from: "requires_action", to: "canceled" })
    }
    return { data }
  }

  async refundPayment({ data, amount, context }: RefundPaymentInput): Promise<RefundPaymentOutput> {
    const { id, currency_code } = readSessionData(data)
    const key = context?.idempotency_key
    if (!id || !key) {
      throw refuse("The demo provider refunds a charge that was made, under a key")
    }
    const units = wholeUnits(amount, currency_code ?? "")
    if (!(await recordRefund(this.knex, { key, chargeId: id, amount: units }))) {
      throw refuse(`The demo provider refunds no more of the charge ${id} than was captured`)
    }
    return { data }
  }

  async retrievePayment({ data }: RetrievePaymentInput): Promise<RetrievePaymentOutput> {
    const { id } = readSessionData(data)
    return { data: id ? { ...(await this.find(id)) } : data }
  }

  async getPaymentStatus({ data }: GetPaymentStatusInput): Promise<GetPaymentStatusOutput> {
    const session = readSessionData(data)
    return session.id
      ? this.answer(session, requireOwn(session, await this.find(session.id)))
      : { status: PaymentSessionStatus.PENDING, data: session }
  }

  async createAccountHolder({ context }: CreateAccountHolderInput): Promise<CreateAccountHolderOutput> {
    const { id: customerId, email } = context.customer
    const id = await findOrCreateAccountHolder(this.knex, { id: customerId, email: email ?? null })
    return { id, data: { id, customer_id: customerId } }
  }

  async deleteAccountHolder({ context }: DeleteAccountHolderInput): Promise<DeleteAccountHolderOutput> {
    const id = context.account_holder.data?.id
    if (typeof id === "string") {
      await deleteAccountHolder(this.knex, id)
    }
    return {}
  }

  async listPaymentMethods({ context }: ListPaymentMethodsInput): Promise<ListPaymentMethodsOutput> {
    const holder = holderOf(context)
    const methods = holder ? await listMethods(this.knex, holder) : []
    return methods.map((method) => ({ id: method.id, data: { ...method } }))
  }

  /** Asks for the customer first, where the switch says so: the shop confirms by sending `confirmed` with the data. */
  async savePaymentMethod({ context, data }: SavePaymentMethodInput): Promise<SavePaymentMethodOutput> {
    const holder = holderOf(context)
    if (!holder) {
      throw refuse("The demo provider saves a payment method for an account holder only")
    }
    const method = {
      id: `dpm_${context?.idempotency_key ?? randomUUID()}`,
      account_holder_id: holder,
      brand: "demo",
      last4: "4242",
    }
    const mustConfirm = (await behaviourOf(this.knex, EVERY_METHOD)) === "action_required"
    if (mustConfirm && data?.confirmed !== true) {
      return { id: method.id, data: { ...method, status: "requires_action" } }
    }
    await saveMethod(this.knex, method)
    const { expires } = readSessionData(data)
    return { id: method.id, data: { ...method, ...(expires && { expires }) } }
  }

  async deletePaymentMethod({ context, data }: DeletePaymentMethodInput): Promise<DeletePaymentMethodOutput> {
    const holder = holderOf(context)
    if (holder) {
      await deleteMethod(this.knex, { id: data.id, account_holder_id: holder })
    }
    return {}
  }

  /** Anybody may send a message: it is believed only where the books say the same. */
  async getWebhookActionAndData({ data }: { data: Record<string, unknown> }): Promise<WebhookActionResult> {
    const message = readMessage(data)
    if (!message) {
      return { action: PaymentActions.NOT_SUPPORTED }
    }
    const charge = await this.find(message.charge)
    if (charge.status !== LATE_OUTCOMES[message.outcome].to || !charge.session_id) {
      throw refuse(`The demo provider did not say of the charge ${charge.id} that it was ${message.outcome}`)
    }
    const about = { session_id: charge.session_id, amount: charge.amount }
    switch (message.outcome) {
      case "settled":
        return { action: PaymentActions.SUCCESSFUL, data: about }
      case "failed":
        return { action: PaymentActions.FAILED, data: about }
      case "returned":
      case "disputed":
      case "reinstated":
        return { action: PaymentActions.NOT_SUPPORTED }
    }
  }

  private async charge(data: Data, key: string | undefined): Promise<AuthorizePaymentOutput> {
    if (!key) {
      throw refuse("The demo provider charges under a key only")
    }
    const session = readSessionData(data)
    return this.answer(session, await takeCharge(this.knex, session, key))
  }

  private answer(session: Data, charge: DemoCharge): AuthorizePaymentOutput {
    return {
      status: SESSION_STATUS[charge.status],
      data: {
        ...session,
        id: charge.id,
        status: charge.status,
        payment_method: charge.payment_method_id,
        account_holder_id: charge.account_holder_id,
        decline_code: charge.decline_code,
        taken: TAKES_MONEY.has(charge.status) ? wholeUnits(charge.amount, charge.currency_code) : null,
      },
    }
  }

  private async find(id: string): Promise<DemoCharge> {
    const charge = await findCharge(this.knex, id)
    if (!charge) {
      throw new MedusaError(MedusaError.Types.NOT_FOUND, `The demo provider has no charge ${id}`)
    }
    return charge
  }

  private async move(data: Data, change: { from: DemoChargeStatus; to: DemoChargeStatus }): Promise<void> {
    const { id } = readSessionData(data)
    const moved = id ? await moveCharge(this.knex, id, change) : false
    if (!moved && (!id || (await this.find(id)).status !== change.to)) {
      throw refuse(`The demo provider cannot make the charge ${id ?? "(none)"} ${change.to}`)
    }
  }
}
