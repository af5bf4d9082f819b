import type { BehindFigureAnswer, FiguresAnswer } from "../../../src/contracts/billing/figures/figures"
import { COUNTED_EVENTS, FIGURES, type Figure } from "../../../src/rules/billing"
import { addDays } from "../../../src/rules/calendar"
import { countFigures } from "../../../src/workflows/billing/figures/count-figures"
import { createOfferedProduct, type OfferedProduct } from "../../support/create-offered-product"
import { createSubscriber, type SubscriberStory } from "../../support/create-subscriber"
import { createWorld, type World } from "../../support/create-world"
import { pushClockTo } from "../../support/push-clock-to"
import { refusalOf } from "../../support/refusal-of"
import { storeSuite } from "../../support/store-suite"

const START = "2027-01-15"

export const figuresSuite = storeSuite(__filename, (store) => {
  let world: World
  let hosting: OfferedProduct
  let stories: SubscriberStory[]
  let today = START

  const figures = async (query = ""): Promise<FiguresAnswer> =>
    (await store.api.get(`/admin/billing/figures${query}`, world.adminHeaders)).data.figures
  const behind = async (figure: Figure, query = ""): Promise<BehindFigureAnswer> =>
    (
      await store.api.get(
        `/admin/billing/figures/behind?figure=${figure}&currency_code=eur&limit=100${query}`,
        world.adminHeaders,
      )
    ).data
  const count = (asOf = today) => countFigures(store.container(), asOf)
  const euro = async (query = "") =>
    (await figures(query)).currencies.find(({ currency_code }) => currency_code === "eur")
  const subscribe = (email: string) => createSubscriber(store, { world, hosting, email })

  /** A month of a shop: three subscribe; one cancels at once, one for the period's end, one's card is declined, then pays. */
  beforeAll(async () => {
    world = await createWorld(store)
    hosting = await createOfferedProduct(store.container(), {
      title: "Hosting",
      salesChannelId: world.salesChannelId,
      cycles: [{ name: "Monthly", interval: { unit: "month", count: 1 }, prices: { eur: 30 } }],
    })
    await pushClockTo(store, world, START)
    stories = [
      await subscribe("ada@test.example"),
      await subscribe("bea@test.example"),
      await subscribe("cleo@test.example"),
    ]
    const [ada, bea] = stories as [SubscriberStory, SubscriberStory]
    await count()
    await pushClockTo(store, world, "2027-01-20")
    await ada.admin(`/admin/billing/subscriptions/${ada.id}/cancel`, { when: "now", reason: "moved" })
    await bea.admin(`/admin/billing/subscriptions/${bea.id}/cancel`, { when: "period_end", reason: "moved" })
    await count("2027-01-20")
    await ada.bank("decline")
    await ada.until("2027-02-15")
    await ada.bank("ok")
    await ada.until("2027-02-16")
    await store.settled()
    today = "2027-02-16"
    await count()
  }, 120_000)

  it("B60: the figures tell the shop's month, and each number adds up to the subscriptions behind it", async () => {
    expect(await stories[2]?.timeLine()).toEqual(expect.arrayContaining(["charge_failed", "charged"]))
    const range = `?from=${START}&to=${today}`
    const sums = await euro(range)
    expect(sums).toMatchObject({ active: 1, new: 3, churned: 2, failed: 1, recovered: 1 })
    expect([Number(sums?.mrr), Number(sums?.at_risk), Number(sums?.upcoming.amount)]).toEqual([30, 0, 30])
    const from = `&from=${START}&to=${today}`
    for (const figure of FIGURES) {
      const { count: rows, total, rows: listed } = await behind(figure, from)
      const expected =
        { mrr: 1, at_risk: 0, upcoming: sums?.upcoming.count }[figure as "mrr"] ?? sums?.[figure as "new"]
      expect([figure, rows]).toEqual([figure, expected])
      expect([figure, listed.length]).toEqual([figure, rows])
      if (figure === "mrr" || figure === "at_risk") {
        expect([figure, Number(total)]).toEqual([figure, Number(sums?.[figure])])
      }
    }
    const { days } = await figures(range)
    const on = (date: string) => days.find(({ on_date, currency_code }) => on_date === date && currency_code === "eur")
    expect(
      [on(START), on("2027-01-20"), on("2027-02-15")].map((day) => [Number(day?.mrr), Number(day?.at_risk)]),
    ).toEqual([
      [90, 0],
      [60, 30],
      [30, 0],
    ])
    expect(days.filter(({ currency_code }) => currency_code === "eur")).toHaveLength(33)
  })

  it("B60: the table of days equals a recount from the events", async () => {
    const knex = store.knex()
    const { days } = await figures(`?from=${START}&to=${today}`)
    const timeline = await knex("service_core_timeline_entry as t")
      .join("billing_subscription as s", "s.id", "t.subject_id")
      .where("t.subject", "subscription")
      .select("t.type", "t.as_of", "t.subject_id", "t.data", "s.currency_code")
    const at = (type: string, date: string) => timeline.filter((entry) => entry.type === type && entry.as_of === date)
    for (const day of days.filter(({ currency_code }) => currency_code === "eur")) {
      const began = timeline.filter(({ type, as_of }) => type === "activated" && as_of <= day.on_date)
      const ended = timeline.filter(({ type, as_of }) => type === "canceled" && as_of <= day.on_date)
      const set = timeline.filter(({ type, as_of }) => type === "cancel_scheduled" && as_of <= day.on_date)
      const over = new Set(ended.map(({ subject_id }) => subject_id))
      expect({
        on: day.on_date,
        active: day.active,
        new: day.new,
        churned: day.churned,
        recovered: day.recovered,
        failed: day.failed,
        mrr: Number(day.mrr),
        at_risk: Number(day.at_risk),
      }).toEqual({
        on: day.on_date,
        active: began.length - ended.length,
        new: at("activated", day.on_date).length,
        churned: at("canceled", day.on_date).length,
        // Who pays at another try than the first has recovered.
        recovered: at("charged", day.on_date).filter(({ data }) => data.attempt > 1).length,
        failed: at("charge_failed", day.on_date).length,
        mrr: 30 * (began.length - ended.length),
        at_risk: 30 * set.filter(({ subject_id }) => !over.has(subject_id)).length,
      })
    }
    expect(COUNTED_EVENTS).toEqual(["recovered", "charge_failed"])
  })

  it("counted again, by two processes, nothing is written twice; what fails half-way is counted later", async () => {
    const knex = store.knex()
    const read = async () => [
      await knex("billing_daily_figure").select("id", "mrr", "active", "failed").orderBy("id"),
      await knex("billing_figure_movement").select("id", "kind").orderBy("id"),
    ]
    const before = await read()
    await Promise.all([count(), count(), count()])
    expect(await read()).toEqual(before)
    await knex("billing_daily_figure").delete()
    // A day that was lost is counted from the first on that changed: here all, as nothing is before them.
    await knex("billing_figure_event").insert({
      id: "bfev_again",
      subscription_id: stories[0]?.id,
      type: "changed",
      as_of: START,
    })
    await Promise.all([count(), count()])
    expect(await read()).toEqual(before)
    await expect(knex("billing_subscription_figure").update({ at_risk: 1000 })).rejects.toThrow("counts_check")
  })

  it("a quiet day is like the one before it, and a price change moves the figures", async () => {
    const cleo = stories[2]
    await pushClockTo(store, world, "2027-02-20")
    await cleo?.admin(`/admin/billing/subscriptions/${cleo.id}/changes`, { quantity: 2, when: "now" })
    await store.settled()
    await count("2027-02-20")
    const { days } = await figures("?from=2027-02-16&to=2027-02-20&currency_code=eur")
    expect(days.map(({ mrr, active }) => [Number(mrr), active])).toEqual([
      [30, 1],
      [30, 1],
      [30, 1],
      [30, 1],
      [60, 1],
    ])
    const { rows } = await behind("mrr")
    expect(rows).toMatchObject([{ subscription_id: cleo?.id, email: "cleo@test.example" }])
  })

  it("the file is safe in a spreadsheet, and days that make no sense are refused by name", async () => {
    const csv = (await store.api.get(`/admin/billing/figures/csv?from=${START}&to=${today}`, world.adminHeaders))
      .data as string
    const [head, first] = csv.replace("\uFEFF", "").split("\r\n")
    expect(head).toBe("on_date,currency_code,mrr,active,at_risk,new,churned,recovered,failed")
    expect(first).toBe(`${START},eur,90,3,0,3,0,0,0`)
    for (const [query, message] of [
      [`from=${addDays(today, 1)}`, "from: is after"],
      ["to=2099-01-01", "to: is after today"],
      ["from=2001-01-01", "from: takes at most"],
      ["from=tomorrow", "from"],
    ] as const) {
      const refused = await refusalOf(store.api.get(`/admin/billing/figures?${query}`, world.adminHeaders))
      expect([query, refused.status, refused.message.includes(message)]).toEqual([query, 400, true])
    }
  })
})
