import type { MedusaContainer } from "@medusajs/framework/types"
import {
  BILLING_MODULE,
  type BilledSubscription,
  type BillingModuleService,
  dueTogetherWith,
  loadBilledSubscriptions,
  recordedReminders,
  type ReminderRow,
} from "../../../modules/billing"
import { isGivenForAll, isNoticeOf, isNoticeOfCharge, type RenewalGroup } from "../../../rules/billing"
import { withScheduledChange } from "../changes/with-scheduled-change"
import { isOneInvoiceADay } from "../renewals/is-one-invoice-a-day"
import { upcomingBills, upcomingGroups, type UpcomingBill } from "../renewals/preview-upcoming"

/** The invoice that a notice announces. */
export interface NoticedGroup {
  group: RenewalGroup<UpcomingBill>
  /** false: another subscription's notice announces it. */
  isGiven: boolean
}

/**
 * What the notices of a batch announce, by reminder: the renewals as they will be, with the changes that are scheduled until then,
 * and all that will stand on one invoice. One whose subscription renews no more is left out.
 */
export async function loadNotices(
  container: MedusaContainer,
  reminders: readonly ReminderRow[],
): Promise<Map<string, NoticedGroup>> {
  const notices = reminders.filter(isNoticeOfCharge)
  const ids = [...new Set(notices.flatMap(({ subscription_id }) => subscription_id ?? []))]
  if (!ids.length) {
    return new Map()
  }
  const { knex } = container.resolve<BillingModuleService>(BILLING_MODULE).db
  const isTogether = await isOneInvoiceADay(container)
  const all = isTogether ? [...new Set([...ids, ...(await dueTogetherWith(knex, ids))])] : ids
  const bills = upcomingBills(container, await asRenewed(container, await loadBilledSubscriptions(knex, all)))
  const groups = isTogether ? upcomingGroups(bills) : bills.flatMap((bill) => upcomingGroups([bill]))
  const onDates = notices.map(({ on_date }) => on_date).sort()
  const recorded = await recordedReminders(knex, { subjectIds: all, since: onDates[0] ?? "" })
  return new Map(
    notices.flatMap((row): [string, NoticedGroup][] => {
      const group = groups.flatMap((one) => partOf(one, row) ?? []).find((one) => has(one, row.subscription_id))
      if (!group) {
        return []
      }
      const own = recorded.filter(({ subject_id }) => has(group, subject_id))
      const isAlone = group.members.length === 1
      const isGiven = isAlone || isGivenForAll(row, { lead: group.lead.subscription, recorded: own })
      return [[row.id, { group, isGiven }]]
    }),
  )
}

/** As their next renewals find them. */
async function asRenewed(
  container: MedusaContainer,
  subscriptions: readonly BilledSubscription[],
): Promise<BilledSubscription[]> {
  const renewed: BilledSubscription[] = []
  for (const subscription of subscriptions) {
    renewed.push((await withScheduledChange(container, subscription)).next)
  }
  return renewed
}

const has = ({ members }: RenewalGroup<UpcomingBill>, id: string | null): boolean =>
  members.some(({ subscription }) => subscription.id === id)

/** Those of a group that one kind of notice is about: a trial's end is told by itself. */
function partOf(group: RenewalGroup<UpcomingBill>, row: ReminderRow): RenewalGroup<UpcomingBill> | undefined {
  const members = group.members.filter(({ subscription }) => isNoticeOf(row, subscription))
  return members.length === group.members.length
    ? group
    : upcomingGroups(members.map(({ subscription, decision }) => ({ subscription, decision })))[0]
}
