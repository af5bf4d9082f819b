import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import {
  advanceReminderCursor,
  BILLING_MODULE,
  type BillingModuleService,
  dueTogetherWith,
  cardsExpiringBetween,
  type DatedPage,
  priceChangesToTellBetween,
  type DatedRow,
  insertReminders,
  invoicesOwedBetween,
  reminderCursor,
  reminderNews,
  settledUntil,
  subscriptionsDueBetween,
} from "../../../modules/billing"
import type { Database } from "../../../modules/core"
import { dueReminders, NEWS_DAYS, type ReminderSettings } from "../../../rules/billing"
import { addDays, type CivilDate } from "../../../rules/calendar"
import { reasonOf } from "../../errors/log-failure"
import { inSmallerBatches } from "../runs/in-smaller-batches"
import { loadRecorded, loadReminderFacts, type SubjectIds } from "./load-reminder-facts"

interface Moment {
  settings: ReminderSettings
  asOf: CivilDate
  /** What a customer owes on a day is put on one invoice. */
  isTogether: boolean
}

/** Subjects per batch. */
const BATCH = 500

/** Records every reminder that has come due: of what happened since the last look, and once a day of what is counted down. */
export async function recordDueReminders(container: MedusaContainer, moment: Moment): Promise<void> {
  const { knex } = container.resolve<BillingModuleService>(BILLING_MODULE).db
  const record: RecordOf = (kind, ids) => recordEach(container, { kind, ids }, moment)
  await recordNews(knex, record)
  await recordDates(knex, { record, moment })
}

type RecordOf = (kind: keyof SubjectIds, ids: readonly string[]) => Promise<void>

/** One that cannot be decided on is logged, and holds up no other's reminders. */
async function recordEach(
  container: MedusaContainer,
  { kind, ids }: { kind: keyof SubjectIds; ids: readonly string[] },
  moment: Moment,
): Promise<void> {
  const { knex } = container.resolve<BillingModuleService>(BILLING_MODULE).db
  const logger = container.resolve(ContainerRegistrationKeys.LOGGER)
  await inSmallerBatches(ids, {
    most: BATCH,
    work: (batch) => recordOf(knex, { [kind]: batch }, moment),
    failed: (id, error) => logger.error(`The reminders of ${id} could not be decided on: ${reasonOf(error)}`),
  })
}

/**
 * Decides on these subjects and records what is due. Subscriptions that may stand on one invoice are recorded in one statement, so
 * that no worker sends one's notice without knowing of the others'.
 */
async function recordOf(knex: Database, asked: SubjectIds, moment: Moment): Promise<void> {
  const { settings, asOf } = moment
  const { subscriptionIds = [] } = asked
  const others = moment.isTogether && subscriptionIds.length ? await dueTogetherWith(knex, subscriptionIds) : []
  const ids = { ...asked, subscriptionIds: [...new Set([...subscriptionIds, ...others])] }
  const subjects = await loadReminderFacts(knex, ids)
  const recordedOf = await loadRecorded(knex, subjects, asOf)
  const due = subjects.flatMap(({ facts, ...belongs }) =>
    dueReminders(facts, { settings, asOf, recorded: recordedOf({ facts, ...belongs }) }).map((reminder) => ({
      ...reminder,
      ...belongs,
      as_of: asOf,
    })),
  )
  await insertReminders(knex, due)
}

/** The cursor moves once all of it is recorded: a crash before that looks again, and records nothing twice. */
async function recordNews(knex: Database, record: RecordOf): Promise<void> {
  const until = await settledUntil(knex)
  const since = (await reminderCursor(knex, "news")) ?? until
  const news = await reminderNews(knex, since)
  await record("invoiceIds", news.invoiceIds)
  await record("renewalIds", news.renewalIds)
  await record("subscriptionIds", news.subscriptionIds)
  await advanceReminderCursor(knex, "news", until)
}

interface Source {
  ids: keyof SubjectIds
  find: (knex: Database, page: DatedPage) => Promise<DatedRow[]>
  from: string
  until: string
}

/** For so long a new price is looked at that could not be told on its day. */
const PRICE_DAYS = 60

function sourcesOf({ settings, asOf }: Moment): Source[] {
  const { days, trialDays, overdueDays, debitDays, cardDays } = settings
  const ahead = Math.max(0, ...days, ...trialDays, debitDays)
  const behind = Math.max(0, ...overdueDays) + NEWS_DAYS
  return [
    { ids: "subscriptionIds", find: subscriptionsDueBetween, from: asOf, until: addDays(asOf, ahead) },
    {
      ids: "subscriptionIds",
      find: cardsExpiringBetween,
      from: asOf.slice(0, 7),
      until: addDays(asOf, cardDays).slice(0, 7),
    },
    {
      ids: "invoiceIds",
      find: invoicesOwedBetween,
      from: addDays(asOf, -behind),
      until: addDays(asOf, Math.max(0, ...days)),
    },
    {
      ids: "subscriptionIds",
      find: priceChangesToTellBetween,
      from: addDays(asOf, -PRICE_DAYS),
      until: asOf,
    },
  ]
}

/** Sorts after every source's number. */
const DONE = "done"

/** Once a date, from source to source and row to row; the position is kept, so that a crash goes on from there. */
async function recordDates(knex: Database, { record, moment }: { record: RecordOf; moment: Moment }): Promise<void> {
  const position = (await reminderCursor(knex, "dates")) ?? ""
  const { asOf } = moment
  if (position >= `${asOf} ${DONE}`) {
    return
  }
  const [date, at, ...row] = position.split(" ")
  const isBegun = date === asOf && at !== undefined
  const sources = sourcesOf(moment)
  for (const [index, source] of sources.entries()) {
    if (isBegun && index < Number(at)) {
      continue
    }
    const after = isBegun && index === Number(at) && row[0] && row[1] ? { date: row[0], id: row[1] } : null
    await recordSource(knex, { source, index, after, record }, asOf)
  }
  await advanceReminderCursor(knex, "dates", `${asOf} ${DONE}`)
}

async function recordSource(
  knex: Database,
  { source, index, after: first, record }: { source: Source; index: number; after: DatedRow | null; record: RecordOf },
  asOf: CivilDate,
): Promise<void> {
  let after = first
  for (;;) {
    const { from, until } = source
    const rows = await source.find(knex, { from, until, after, limit: BATCH })
    await record(
      source.ids,
      rows.map(({ id }) => id),
    )
    const last = rows.at(-1)
    if (!last || rows.length < BATCH) {
      return
    }
    after = last
    await advanceReminderCursor(knex, "dates", `${asOf} ${index} ${last.date} ${last.id}`)
  }
}
