import fc from "fast-check"
import { addDays } from "../../calendar"
import { decideExit, lastDayToWithdraw } from "./decide-exit"
import { readExitForm } from "./exit-form"
import { exitReceipt } from "./exit-receipt"
import { DEFAULT_EXIT_REGION } from "./exit-settings"
import { EXIT_WORDS } from "./exit-words"
import { matchExit, type ExitCandidate } from "./match-exit"
import { isRobot } from "./robots"

const TODAY = "2026-07-15"
const TYPED = { name: "Clara Meier", contract: "Hosting 12", email: "Clara@Test.example" }
const form = (over: Record<string, unknown> = {}, kind: "cancel" | "withdraw" = "cancel") =>
  readExitForm(kind, { ...TYPED, ...over }, { asOf: TODAY })

const candidate = (over: Partial<ExitCandidate> = {}): ExitCandidate => ({
  id: "bsub_1",
  status: "active",
  displayId: 12,
  orderNumber: 7,
  invoiceNumbers: ["INV-000031"],
  titles: ["Hosting"],
  concludedOn: "2026-07-01",
  ...over,
})

describe("B61: what is typed on an exit page", () => {
  it("is read as it was meant: an address in small letters, one line for a name", () => {
    expect(form({ name: "  Clara\n Meier ", reason: "moved\naway" })).toEqual({
      ok: true,
      form: {
        name: "Clara Meier",
        contract: "Hosting 12",
        email: "clara@test.example",
        reason: "moved\naway",
        isForCause: false,
        wishedOn: null,
      },
    })
  })

  it.each([
    [{ name: " \u200b " }, { name: "missing" }],
    [{ email: "clara" }, { email: "no_email" }],
    [{ email: "a@b.example, c@d.example" }, { email: "no_email" }],
    [{ contract: "x".repeat(201) }, { contract: "too_long" }],
    [{ wished_on: "2026-02-30" }, { wished_on: "no_date" }],
    [{ wished_on: "2026-07-14" }, { wished_on: "past_date" }],
    [{ type: "for_cause" }, { reason: "missing" }],
    [
      { name: "", email: ["x"] },
      { name: "missing", email: "missing" },
    ],
  ])("%j is refused with its field and why: %j", (over, problems) => {
    expect(form(over)).toEqual({ ok: false, problems })
  })

  it("a withdrawal has neither cause nor date", () => {
    const answer = form({ type: "for_cause", wished_on: "2020-01-01" }, "withdraw")
    expect(answer).toMatchObject({ ok: true, form: { isForCause: false, wishedOn: null } })
  })

  it("law: whatever is sent is read or refused, and what is read fits the table", () => {
    fc.assert(
      fc.property(
        fc.dictionary(fc.constantFrom("name", "contract", "email", "reason", "wished_on", "type"), fc.anything()),
        (fields) => {
          const answer = readExitForm("cancel", fields, { asOf: TODAY })
          expect(answer.ok ? answer.form.name !== "" && !answer.form.name.includes("\0") : true).toBe(true)
        },
      ),
    )
  })
})

describe("B61: which subscription is meant", () => {
  it.each(["12", "No. 12", "subscription #12", "order 7", "inv-000031", "bsub_1", "my hosting, please"])(
    "%s names the one of that address",
    (contract) => {
      expect(
        matchExit(contract, [
          candidate(),
          candidate({ id: "bsub_2", displayId: 13, orderNumber: 8, invoiceNumbers: [], titles: ["Mail"] }),
        ]),
      ).toMatchObject({
        kind: "one",
        candidate: { id: "bsub_1" },
      })
    },
  )

  it("a number of two contracts, or a title of two, is nobody's guess", () => {
    const both = [candidate(), candidate({ id: "bsub_2", displayId: 7 })]
    expect(matchExit("7", both)).toEqual({ kind: "several" })
    expect(matchExit("Hosting", both)).toEqual({ kind: "several" })
    expect(matchExit("everything", both)).toEqual({ kind: "none" })
    expect(matchExit("112", both)).toEqual({ kind: "none" })
    expect(matchExit("", both)).toEqual({ kind: "none" })
  })

  it("one that runs is meant rather than one that is over", () => {
    const over = candidate({ id: "bsub_0", status: "canceled", displayId: 3 })
    expect(matchExit("Hosting", [over, candidate()])).toMatchObject({ kind: "one", candidate: { id: "bsub_1" } })
    expect(matchExit("Hosting", [over])).toMatchObject({ kind: "ended" })
  })
})

describe("B61: what becomes of a declaration", () => {
  const decide = (over: Partial<Parameters<typeof decideExit>[0]> = {}) =>
    decideExit({
      kind: "cancel",
      form: { isForCause: false, wishedOn: null },
      match: { kind: "one", candidate: candidate() },
      settings: DEFAULT_EXIT_REGION,
      receivedOn: TODAY,
      ...over,
    })

  it("a cancellation of one subscription is carried out for the end of its period", () => {
    expect(decide()).toEqual({ kind: "cancel", subscriptionId: "bsub_1", reason: null })
  })

  it.each([
    [{ settings: { ...DEFAULT_EXIT_REGION, automatic: false } }, "by_hand", "bsub_1"],
    [{ form: { isForCause: true, wishedOn: null } }, "for_cause", "bsub_1"],
    [{ form: { isForCause: false, wishedOn: "2026-12-31" } }, "wished_date", "bsub_1"],
    [{ match: { kind: "none" } as const }, "no_match", null],
    [{ match: { kind: "several" } as const }, "several_match", null],
    [{ match: { kind: "ended", candidate: candidate() } as const }, "ended", "bsub_1"],
  ])("%j is left to an admin: %s", (over, reason, subscriptionId) => {
    expect(decide(over)).toEqual({ kind: "leave", reason, subscriptionId })
  })

  it("a withdrawal on the 14th day is in time, on the 15th it is late; money is given back by an admin", () => {
    const match = { kind: "one", candidate: candidate() } as const
    expect(decide({ kind: "withdraw", match, receivedOn: "2026-07-15" })).toMatchObject({ reason: "withdrawal" })
    expect(decide({ kind: "withdraw", match, receivedOn: "2026-07-16" })).toMatchObject({ reason: "late_withdrawal" })
  })

  it("law: a declaration is in time up to the last day, and not after it", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 60 }), fc.integer({ min: 1, max: 60 }), (day, days) => {
        const match = { kind: "one", candidate: candidate() } as const
        const settings = { ...DEFAULT_EXIT_REGION, withdrawal_days: days }
        const { reason } = decide({ kind: "withdraw", match, settings, receivedOn: addDays("2026-07-01", day) })
        const last = new Date(Date.UTC(2026, 6, 1 + days)).getUTCDay()
        const weekend = last === 6 ? 2 : last === 0 ? 1 : 0
        expect(reason).toBe(day <= days + weekend ? "withdrawal" : "late_withdrawal")
      }),
    )
    // 27 February is a Friday, 28 a Saturday, 1 March a Sunday.
    expect(lastDayToWithdraw("2026-02-13", 14)).toBe("2026-02-27")
    expect(lastDayToWithdraw("2026-02-14", 14)).toBe("2026-03-02")
    expect(lastDayToWithdraw("2026-02-15", 14)).toBe("2026-03-02")
    expect(lastDayToWithdraw("2023-12-16", 14)).toBe("2024-01-01")
  })
})

describe("B61: the words", () => {
  it("the German ones are the law's", () => {
    const { link, confirm } = EXIT_WORDS.de
    expect([link.cancel, confirm.cancel]).toEqual(["Verträge hier kündigen", "jetzt kündigen"])
    expect([link.withdraw, confirm.withdraw]).toEqual(["Vertrag widerrufen", "Widerruf bestätigen"])
  })

  it("an acknowledgement says what was declared, with date and time of the store", () => {
    const receipt = exitReceipt(
      {
        id: "bexr_1",
        kind: "cancel",
        language: "de",
        name: "Clara Meier",
        contract: "Hosting 12",
        email: "clara@test.example",
        reason: null,
        isForCause: false,
        wishedOn: null,
        receivedAt: "2026-07-15T22:30:05.000Z",
        endsOn: "2026-08-01",
      },
      { timeZone: "Europe/Zurich" },
    )
    expect(receipt.title).toBe("Bestätigung Ihrer Kündigung")
    expect(receipt.rows).toEqual([
      ["Name", "Clara Meier"],
      ["Vertrag", "Hosting 12"],
      ["E-Mail-Adresse", "clara@test.example"],
      ["Art der Kündigung", "Ordentliche Kündigung"],
      ["Gewünschtes Ende", "Schnellstmöglich"],
    ])
    expect(receipt.stamps).toEqual([
      ["Eingegangen", expect.stringMatching(/^16\. Juli 2026 um 00:30:05/)],
      ["Vorgang", "bexr_1"],
      ["Der Vertrag endet am", "1. August 2026"],
    ])
  })

  it("a program fills what nobody sees, or is faster than anybody", () => {
    expect(isRobot({ trap: "", seconds: 20 })).toBe(false)
    expect(isRobot({ trap: undefined, seconds: 2 })).toBe(false)
    expect(isRobot({ trap: "https://spam.example", seconds: 20 })).toBe(true)
    expect(isRobot({ trap: "", seconds: 1 })).toBe(true)
  })
})
