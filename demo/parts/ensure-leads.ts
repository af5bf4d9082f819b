import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { CORE_MODULE, type CoreModuleService } from "../../src/modules/core"
import { addDays, type CivilDate } from "../../src/rules/calendar"
import { writeNoteWorkflow } from "../../src/workflows/customers/notes/write-note"
import { adoptCustomersWorkflow } from "../../src/workflows/customers/profiles/adopt-customers"
import { createProfileWorkflow } from "../../src/workflows/customers/profiles/create-profile"
import { ADMIN, CUSTOMERS } from "../data/people"
import { LEADS, type DemoLead } from "../data/leads"

interface DemoDay {
  today: CivilDate
  /** The admin, who wrote it all. */
  by: string
}

/** Noon, so many days before the store's date. */
const daysAgo = ({ today, by }: DemoDay, days: number) => {
  const as_of = addDays(today, -days)
  return { at: `${as_of}T12:00:00.000Z`, as_of, by }
}

/** Their ids are their places in the list, so that seeding again makes nothing more. */
async function ensureLead(container: MedusaContainer, lead: DemoLead, place: number, day: DemoDay): Promise<void> {
  const id = `cprof_demo_${place}`
  const oldest = Math.max(lead.touchedDaysAgo, ...lead.notes.map((note) => note.daysAgo))
  await createProfileWorkflow(container).run({
    input: { id, profile: lead.profile, notes: null, customer_id: null, editing: daysAgo(day, oldest) },
  })
  for (const [index, note] of lead.notes.entries()) {
    const { text, priority, followUpInDays } = note
    const follow_up_on = followUpInDays === null ? null : addDays(day.today, followUpInDays)
    await writeNoteWorkflow(container).run({
      input: {
        id: `cnote_demo_${place}_${index}`,
        profile_id: id,
        note: { text, priority, follow_up_on },
        editing: daysAgo(day, note.daysAgo),
      },
    })
  }
}

/** Fifty customers over all temperatures, with notes and follow-ups: the three who can log in, and leads without an account. */
export async function ensureLeads(container: MedusaContainer): Promise<void> {
  const [admin] = await container.resolve(Modules.USER).listUsers({ email: ADMIN.email }, { select: ["id"] })
  const today = await container.resolve<CoreModuleService>(CORE_MODULE).today()
  const day = { today, by: admin?.id ?? "" }
  const customers = await container
    .resolve(Modules.CUSTOMER)
    .listCustomers({ email: CUSTOMERS.map(({ email }) => email), has_account: true }, { select: ["id"] })
  await adoptCustomersWorkflow(container).run({
    input: { customer_ids: customers.map(({ id }) => id), editing: daysAgo(day, 0) },
  })
  for (const [place, lead] of LEADS.entries()) {
    await ensureLead(container, lead, place, day)
  }
}
