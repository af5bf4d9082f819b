import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { noteFigureEvents } from "../figures/figure-events"
import { addTimeline, type NewTimelineEntry } from "../../../core"

/** An entry of a subscription's time line. */
export interface TimelineEntry extends Omit<NewTimelineEntry, "room" | "subject" | "subject_id"> {
  subscription_id: string
}

/** Adds to the time lines of subscriptions, and has their figures counted. */
export async function addTimelineEntries(knex: Knex, entries: TimelineEntry[]): Promise<void> {
  await addTimeline(
    knex,
    entries.map(({ subscription_id, ...entry }) => ({
      ...entry,
      room: "billing",
      subject: "subscription",
      subject_id: subscription_id,
    })),
  )
  await noteFigureEvents(knex, entries)
}
