import fc from "fast-check"
import { LAW } from "../../__tests__/arbitraries"
import { checkNote, dueFollowUps, latestNote, MOST_NOTE_SIGNS, NOTE_PRIORITIES, sortNotes, type Note } from ".."

const day = (date: number): Date => new Date(Date.UTC(2026, 2, date))
const note = (fields: Partial<Note>): Note => ({
  id: "cnote_1",
  text: "Call",
  priority: "none",
  createdAt: day(1),
  followUpOn: null,
  followedUpAt: null,
  ...fields,
})

const arbitraryNotes = fc.array(
  fc.record({
    id: fc.constantFrom("a", "b", "c", "d"),
    priority: fc.constantFrom(...NOTE_PRIORITIES),
    createdAt: fc.integer({ min: 1, max: 4 }).map(day),
  }),
)

describe("notes", () => {
  it("C5, CR9: stand by priority as it is meant, then the newest first", () => {
    const notes = [
      { id: "1", priority: "none", createdAt: day(3) },
      { id: "2", priority: "high", createdAt: day(1) },
      { id: "3", priority: "medium", createdAt: day(4) },
      { id: "4", priority: "high", createdAt: day(2) },
    ] as const
    expect(sortNotes(notes).map(({ priority, createdAt }) => `${priority} ${createdAt.getUTCDate()}`)).toEqual([
      "high 2",
      "high 1",
      "medium 4",
      "none 3",
    ])
  })

  it("C5: of one instant, the latest id stands first", () => {
    const notes = ["b", "c", "a"].map((id) => note({ id }))
    expect(sortNotes(notes).map(({ id }) => id)).toEqual(["c", "b", "a"])
  })

  it("law: sorting loses none, whatever order they came in", () => {
    fc.assert(
      fc.property(arbitraryNotes, (notes) => {
        expect(sortNotes([...notes].reverse())).toEqual(sortNotes(notes))
        expect(sortNotes(sortNotes(notes))).toEqual(sortNotes(notes))
        expect(sortNotes(notes)).toHaveLength(notes.length)
      }),
      LAW,
    )
  })

  it("C1: the preview is the latest by date, whatever its priority", () => {
    const notes = [note({ id: "a", priority: "high", createdAt: day(1) }), note({ id: "b", createdAt: day(2) })]
    expect([latestNote(notes)?.id, latestNote([])]).toEqual(["b", null])
  })
})

describe("a note", () => {
  it("C5: keeps its lines and its HTML as text", () => {
    const text = " <b>Call</b>\r\nthen\u0000 write\u200b. "
    expect(checkNote(null, { text })).toEqual({
      ok: true,
      fields: { text: "<b>Call</b>\nthen write\u200b.", priority: "none", follow_up_on: null },
    })
  })

  it.each([
    [{}, "text"],
    [{ text: " \u0000 " }, "text"],
    [{ text: "x".repeat(MOST_NOTE_SIGNS + 1) }, "text"],
    [{ text: "x".repeat(1_000_000) }, "text"],
    [{ text: "x", priority: "urgent" }, "priority"],
    [{ text: "x", follow_up_on: "2026-02-30" }, "follow_up_on"],
  ])("is refused with the field that is wrong (%#)", (body, field) => {
    const checked = checkNote(null, body)
    expect(checked.ok ? [] : checked.problems.map((problem) => problem.field)).toEqual([field])
  })

  it("what is left out stays, and null takes the follow-up away", () => {
    const stored = { text: "Call", priority: "high", follow_up_on: "2026-03-05" } as const
    expect(checkNote(stored, { follow_up_on: null })).toEqual({ ok: true, fields: { ...stored, follow_up_on: null } })
    expect(checkNote(stored, {})).toEqual({ ok: true, fields: stored })
  })
})

describe("follow-ups", () => {
  it("C6, C8: due are those of today and before, not done, of customers who are interested", () => {
    const followUps = [
      { note: note({ id: "today", followUpOn: "2026-03-05", priority: "high" }), temperature: "hot" },
      { note: note({ id: "before", followUpOn: "2026-03-04" }), temperature: "cold" },
      { note: note({ id: "today too", followUpOn: "2026-03-05" }), temperature: "warm" },
      { note: note({ id: "tomorrow", followUpOn: "2026-03-06" }), temperature: "hot" },
      { note: note({ id: "done", followUpOn: "2026-03-05", followedUpAt: day(5) }), temperature: "hot" },
      { note: note({ id: "never" }), temperature: "hot" },
      { note: note({ id: "no", followUpOn: "2026-03-05" }), temperature: "not_interested" },
    ] as const
    expect(dueFollowUps(followUps, "2026-03-05").map(({ id }) => id)).toEqual(["before", "today", "today too"])
  })
})
