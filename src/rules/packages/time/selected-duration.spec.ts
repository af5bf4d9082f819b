import { selectedDuration } from "./selected-duration"

const SETTINGS = { dayCount: "started_24_hours", timeZone: "Europe/Zurich" } as const
const NONE = { period: null, days: null, hours: null }
const of = (selection: Partial<Parameters<typeof selectedDuration>[0]>) =>
  selectedDuration({ ...NONE, ...selection }, SETTINGS)
const from = "2026-06-01T10:00+02:00"

describe("how long a selection is out", () => {
  it.each([
    ["nobody knows", {}, null],
    ["its days", { days: 3 }, { days: 3, hours: 72 }],
    ["its days and hours", { days: 2, hours: 10 }, { days: 2, hours: 10 }],
    ["hours of contents alone", { hours: 5 }, null],
    ["its period", { period: { from, to: "2026-06-04T10:00Z" } }, { days: 4, hours: 74 }],
  ])("is %s", (_what, selection, duration) => {
    expect(of(selection)).toEqual({ ok: true, duration })
  })

  it.each([
    [
      "ends before it starts",
      { period: { from, to: "2026-06-01T09:00+02:00" } },
      "period.to",
      "after the period's start",
    ],
    ["takes no time", { period: { from, to: from } }, "period.to", "after the period's start"],
    ["has no hour", { period: { from: "2026-06-01", to: from } }, "period.from", "an hour and an offset"],
    ["has no offset", { period: { from, to: "2026-06-02T10:00" } }, "period.to", "an hour and an offset"],
    ["is no date", { period: { from: "2026-02-31T25:00Z", to: from } }, "period.from", "an hour and an offset"],
    ["has no end in sight", { period: { from, to: "9026-06-01T10:00Z" } }, "period.to", "more than 3660 days"],
    ["has two ends", { days: 1, period: { from, to: "2026-06-02T10:00Z" } }, "days", "leave one of them out"],
    ["lasts half a day", { days: 0.5 }, "days", "whole number"],
    ["lasts no day", { days: 0 }, "days", "whole number"],
    ["lasts no hour", { hours: 0 }, "hours", "whole number"],
  ])("is refused where it %s, by field and reason", (_what, selection, field, reason) => {
    expect(of(selection)).toEqual({ ok: false, field, reason: expect.stringContaining(reason) })
  })
})
