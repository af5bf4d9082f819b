import type {
  BigNumberInput,
  IPaymentModuleService,
  PaymentDTO,
  PaymentProviderContext,
  PaymentSessionDTO,
} from "@medusajs/framework/types"
import { MedusaError, PaymentSessionStatus } from "@medusajs/framework/utils"
import type { ProviderAnswer } from "../../../collectors"

export interface NewChargeSession {
  id: string
  payment_collection_id: string
  provider_id: string
  amount: BigNumberInput
  currency_code: string
  /** The request that the provider gets, now and on every retry. */
  data: Record<string, unknown>
  context: Record<string, unknown>
  /** Left out: pending. */
  status?: string
}

/** Parts of Medusa's payment module that `IPaymentModuleService` does not declare: generated methods and providers. */
interface PaymentModule extends IPaymentModuleService {
  createPaymentSessions(sessions: NewChargeSession[]): Promise<PaymentSessionDTO[]>
  updatePaymentSessions(sessions: (ProviderAnswer & { id: string })[]): Promise<unknown>
  paymentProviderService_: {
    createSession(
      providerId: string,
      input: {
        data: Record<string, unknown>
        context: PaymentProviderContext
        amount: BigNumberInput
        currency_code: string
      },
    ): Promise<{ id: string; status?: string; data?: Record<string, unknown> }>
  }
}

/**
 * The payment sessions of charges. `createPaymentSession` of Medusa's module cannot be replayed: each call makes a new
 * session, whose id the provider sends on (Stripe's as `metadata.session_id`), so that Stripe refuses the same key with
 * "other parameters"; and it deletes the session where the provider throws, although money may have been taken. So the
 * session is stored first, under an id of ours, and every retry sends it again.
 */
export class ChargeSessions {
  private readonly module: PaymentModule

  constructor(paymentModule: IPaymentModuleService) {
    this.module = paymentModule as PaymentModule
    if (typeof this.module.paymentProviderService_?.createSession !== "function") {
      throw new MedusaError(
        MedusaError.Types.UNEXPECTED_STATE,
        "This version of Medusa's payment module keeps its providers elsewhere: renewals cannot be charged with it",
      )
    }
  }

  /** The sessions by id, each with its payment and captures. */
  async read(ids: string[]): Promise<Map<string, PaymentSessionDTO>> {
    const config = { relations: ["payment", "payment.captures"], take: ids.length }
    const sessions = ids.length ? await this.module.listPaymentSessions({ id: ids }, config) : []
    return new Map(sessions.map((session) => [session.id, session]))
  }

  async create(sessions: NewChargeSession[]): Promise<void> {
    if (sessions.length) {
      await this.module.createPaymentSessions(sessions)
    }
  }

  /**
   * Sends the request to the provider under the key. The amount is what the provider is to take; the session's own is the
   * order's exact total, which Medusa's payment and capture get. Throws what the provider throws.
   */
  async initiate(
    session: PaymentSessionDTO,
    { key, amount }: { key: string; amount: BigNumberInput },
  ): Promise<ProviderAnswer> {
    const answer = await this.module.paymentProviderService_.createSession(session.provider_id, {
      data: { ...session.data, session_id: session.id },
      context: { ...session.context, idempotency_key: key },
      amount,
      currency_code: session.currency_code,
    })
    return { status: answer.status ?? PaymentSessionStatus.PENDING, data: { ...session.data, ...answer.data } }
  }

  /** Stores the provider's answers, so that later calls ask about these payments. */
  async store(answers: (ProviderAnswer & { id: string })[]): Promise<void> {
    if (answers.length) {
      await this.module.updatePaymentSessions(answers)
    }
  }

  /** Ends a session that still waits for the customer, at the provider, too, and deletes it. */
  async withdraw(id: string): Promise<void> {
    await this.module.deletePaymentSession(id)
  }

  /** Gives money of a payment back. Throws what the provider throws. */
  async giveBack({ payment_id, amount }: { payment_id: string; amount: BigNumberInput }): Promise<void> {
    await this.module.refundPayment({ payment_id, amount, note: "The order owed nothing when its renewal was charged" })
  }

  /** Creates Medusa's payment with its capture, in one transaction. null: the provider has not decided yet. */
  async authorize(id: string, key: string): Promise<PaymentDTO | null> {
    return this.module.authorizePaymentSession(id, { idempotency_key: key })
  }
}
