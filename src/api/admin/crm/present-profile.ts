import type { MedusaContainer } from "@medusajs/framework/types"
import type { ListedProfileAnswer, ProfileAnswer } from "../../../contracts/customers/profiles"
import { CORE_MODULE, type CoreModuleService } from "../../../modules/core"
import type { ListedProfile } from "../../../modules/customers"
import { dateInZone, type CivilDate } from "../../../rules/calendar"
import { isStale } from "../../../rules/customers"

type Shown = Omit<ListedProfile, "note_preview">

/** What profiles are shown with. */
export interface ShownOn {
  asOf: CivilDate
  timeZone: string
  staleAfterDays: number
}

export async function shownOn(container: MedusaContainer): Promise<ShownOn> {
  const core = container.resolve<CoreModuleService>(CORE_MODULE)
  const { timeZone, customers } = core.options
  return { asOf: await core.today(), timeZone, staleAfterDays: customers.staleAfterDays }
}

export function presentProfile(row: Shown, { asOf, timeZone, staleAfterDays }: ShownOn): ProfileAnswer {
  const touchedAt = new Date(row.touched_at).toISOString()
  const touchedOn = dateInZone(touchedAt, timeZone)
  return {
    id: row.id,
    name: row.name,
    contact_person: row.contact_person,
    email: row.email,
    phone: row.phone,
    phone_e164: row.phone_e164,
    address_1: row.address_1,
    address_2: row.address_2,
    postal_code: row.postal_code,
    city: row.city,
    province: row.province,
    country_code: row.country_code,
    vat_number: row.vat_number,
    vat_state: row.vat_state,
    vat_checked_on: row.vat_checked_on,
    status: row.status,
    temperature: row.temperature,
    discount_percent: row.discount_percent,
    currency_code: row.currency_code,
    language: row.language,
    touched_at: touchedAt,
    is_stale: isStale({ status: row.status, temperature: row.temperature, touchedOn }, asOf, staleAfterDays),
    version: row.version,
    created_at: new Date(row.created_at).toISOString(),
  }
}

export const presentListed = (row: ListedProfile, shown: ShownOn): ListedProfileAnswer => ({
  ...presentProfile(row, shown),
  note_preview: row.note_preview,
})
