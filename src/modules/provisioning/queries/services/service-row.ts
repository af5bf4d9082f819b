import type {
  CallStatus,
  Hold,
  RemoteStatus,
  ServiceAction,
  ServiceStatus,
  ServiceSuspensionReason,
  Standing,
} from "../../../../rules/provisioning"
import type { CivilDate } from "../../../../rules/calendar"

export interface ShownRow {
  label: string
  value: string
}

/** A service as it is stored. */
export interface ServiceRow {
  id: string
  source_id: string
  unit: number
  item_id: string
  order_id: string
  subscription_id: string | null
  product_id: string
  variant_id: string | null
  title: string
  customer_id: string | null
  email: string | null
  provider_id: string
  server_id: string | null
  status: ServiceStatus
  remote: RemoteStatus
  may_exist: boolean
  standing: Standing
  has_overdue_invoice: boolean
  paid_until: CivilDate | null
  expires_on: CivilDate | null
  hold: Hold | null
  hold_note: string | null
  never_suspend: boolean
  is_wanted: boolean
  is_on_hold: boolean
  /** An admin has ended it. */
  is_ended: boolean
  suspended_for: ServiceSuspensionReason | null
  package_key: string
  wanted_package_key: string
  /** The package that its provider would not make, or that staff is at. */
  held_up_package_key: string | null
  configuration: Record<string, unknown>
  /** What its buyer has chosen, by key. */
  options: Record<string, unknown>
  data: Record<string, unknown>
  shown: ShownRow[]
  /** What exists outside and is taken over; null: it is created. */
  adopted_key: string | null
  problem: string | null
  created_at: Date
  updated_at: Date
}

/** A service that is locked, with its current call and what holds for its customer. */
export interface LockedService extends ServiceRow {
  customer_never_suspend: boolean
  call_id: string | null
  call_action: ServiceAction | null
  call_status: CallStatus | null
  call_attempts: number | null
  /** It may have worked, and nobody knows. */
  call_in_doubt: boolean
}

/** The columns that a service is changed in. */
export type ServiceChange = Partial<Omit<ServiceRow, "id" | "source_id" | "unit" | "created_at" | "updated_at">>
