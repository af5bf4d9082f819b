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
import type { DemoChargeStatus } from "./behaviours"
import { findCharge, moveCharge, recordRefund, type DemoCharge } from "./ledger"
import { requireOwn } from "./require-own"
import { PROVIDERS_OWN, readSessionData } from "./session-data"
import { takeCharge } from "./take-charge"
import { deleteAccountHolder, deleteMethod, findOrCreateAccountHolder, listMethods, saveMethod } from "./vault"

const SESSION_STATUS: Record<DemoChargeStatus, PaymentSessionStatus> = {
  captured: PaymentSessionStatus.CAPTURED,
  authorized: PaymentSessionStatus.AUTHORIZED,
  declined: PaymentSessionStatus.ERROR,
  canceled: PaymentSessionStatus.CANCELED,
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

const TAKES_MONEY = new Set<DemoChargeStatus>(["captured", "authorized"])

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
    return session.id
      ? this.answer(session, requireOwn(session, await this.find(session.id)))
      : this.charge(session, context?.idempotency_key)
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

  deletePayment({ data }: DeletePaymentInput): Promise<DeletePaymentOutput> {
    return Promise.resolve({ data })
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

  /** It tells nothing by itself. */
  getWebhookActionAndData(): Promise<WebhookActionResult> {
    return Promise.resolve({ action: PaymentActions.NOT_SUPPORTED })
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
