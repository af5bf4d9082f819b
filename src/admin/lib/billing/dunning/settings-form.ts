import type { BillingSettingsAnswer } from "../../../../contracts/billing/settings"
import { checkDunningSettings, type DunningProblem } from "../../../../rules/billing/dunning/check-dunning-settings"
import type { RetentionKind } from "../../../../rules/billing/states"
import type { LastAction, LatePayment } from "../../../../rules/billing/dunning/dunning-settings"

/** The settings as they are typed. */
export interface BillingSettingsFields {
  /** Days, with commas or spaces between them. */
  retry_after_days: string
  after_last_try: LastAction
  /** Empty: never. */
  suspend_after_days: string
  terminate_after_days: string
  late_payment: LatePayment
  one_invoice_a_day: boolean
  retention_offer: RetentionKind
  retention_pause_days: string
  retention_percent: string
  retention_cycles: string
}

const shown = (days: number): string => (days < 0 ? "" : String(days))
const read = (days: string): number => (days.trim() === "" ? -1 : Number(days))

/** Every number that was typed; what is none stays one that is refused. */
export const readDays = (typed: string): number[] =>
  typed
    .split(/[\s,;]+/)
    .filter((part) => part !== "")
    .map(Number)

export const toFields = (settings: BillingSettingsAnswer): BillingSettingsFields => ({
  retry_after_days: settings.retry_after_days.join(", "),
  after_last_try: settings.after_last_try,
  suspend_after_days: shown(settings.suspend_after_days),
  terminate_after_days: shown(settings.terminate_after_days),
  late_payment: settings.late_payment,
  one_invoice_a_day: settings.one_invoice_a_day,
  retention_offer: settings.retention_offer,
  retention_pause_days: String(settings.retention_pause_days),
  retention_percent: settings.retention_percent,
  retention_cycles: String(settings.retention_cycles),
})

export const toSettings = (fields: BillingSettingsFields) => ({
  retry_after_days: readDays(fields.retry_after_days),
  after_last_try: fields.after_last_try,
  suspend_after_days: read(fields.suspend_after_days),
  terminate_after_days: read(fields.terminate_after_days),
  late_payment: fields.late_payment,
  one_invoice_a_day: fields.one_invoice_a_day,
  retention_offer: fields.retention_offer,
  retention_pause_days: Number(fields.retention_pause_days),
  retention_percent: fields.retention_percent,
  retention_cycles: Number(fields.retention_cycles),
})

const FIELDS: Partial<Record<DunningProblem["field"], keyof BillingSettingsFields>> = {
  retryAfterDays: "retry_after_days",
  suspendAfterDays: "suspend_after_days",
  terminateAfterDays: "terminate_after_days",
}

/** What is wrong with a field, by the store's own rule: the code of the problem; null: nothing. */
export function problemOf(fields: BillingSettingsFields, name: keyof BillingSettingsFields): string | null {
  const settings = toSettings(fields)
  const problems = checkDunningSettings({
    retryAfterDays: settings.retry_after_days,
    afterLastTry: settings.after_last_try,
    suspendAfterDays: settings.suspend_after_days,
    terminateAfterDays: settings.terminate_after_days,
    latePayment: settings.late_payment,
  })
  return problems.find(({ field }) => FIELDS[field] === name)?.code ?? null
}
