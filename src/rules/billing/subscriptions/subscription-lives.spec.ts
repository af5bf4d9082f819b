import fc from "fast-check"
import { LivingSubscription } from "../../__tests__/living-subscription"
import { later, SubscriptionModel, type Cycle, type Outcome } from "../../__tests__/subscription-model"

const STEPS = 10_000
const RETRY_OFFSETS = [0, 1, 3, 5, 7]

type Command = fc.Command<SubscriptionModel, LivingSubscription>

/** What both say must be one, and what holds whatever happens. */
function compareBoth(model: SubscriptionModel, life: LivingSubscription): void {
  expect(life.row.status).toBe(model.status)
  expect(life.row.cancel_on).toBe(model.isOver ? life.row.cancel_on : model.cancelOn)
  expect(
    life.bills.map(({ start, end, status, triedOn, isInDoubt }) => ({ start, end, status, triedOn, isInDoubt })),
  ).toEqual(
    model.bills.map(({ start, end, state, tries, isInDoubt }) => ({
      start,
      end,
      status: state,
      triedOn: tries,
      isInDoubt,
    })),
  )
  checkLaws(life, model)
}

function checkLaws(life: LivingSubscription, { trialEnd }: SubscriptionModel): void {
  const { bills, events } = life
  expect(new Set(bills.map(({ cycle }) => cycle)).size).toBe(bills.length)
  bills.forEach((bill, index) => {
    const before = bills[index - 1]
    expect(bill.start < bill.end).toBe(true)
    // Periods never overlap; the part of one that was billed anew after a change begins within it.
    const isApart = before === undefined || before.end <= bill.start
    expect(isApart || (before.start <= bill.start && before.end === bill.end)).toBe(true)
    expect(trialEnd === null || bill.start >= trialEnd).toBe(true)
    expect(bill.triedOn.length).toBeLessThanOrEqual(RETRY_OFFSETS.length)
    expect([...bill.triedOn].sort()).toEqual(bill.triedOn)
    expect(new Set(bill.triedOn).size).toBe(bill.triedOn.length)
  })
  const count = (name: string): number => events.filter((event) => event === name).length
  expect(count("issued")).toBe(bills.length)
  expect(count("billing.renewal.paid")).toBe(bills.filter(({ status }) => status === "paid").length)
  expect(life.charges).toBe(bills.reduce((sum, { triedOn }) => sum + triedOn.length, 0))
}

const stored = ({ row, bills, events, charges }: LivingSubscription) => structuredClone({ row, bills, events, charges })

/** Running twice is running once; what a run leaves in doubt is asked about by the next. */
function expectRunTwiceIsOnce(life: LivingSubscription, today: string): void {
  const again = life.clone()
  if (!again.bills.some(({ isInDoubt }) => isInDoubt)) {
    again.run(today, "paid")
    expect(stored(again)).toEqual(stored(life))
  }
}

/** Where all is paid, one run after some days does what a run a day does. */
function expectJumpIsSteps(life: LivingSubscription, today: string): void {
  const [jump, walk] = [life.clone(), life.clone()]
  const last = 70
  jump.run(later(today, last), "paid")
  for (let day = 1; day <= last; day++) {
    walk.run(later(today, day), "paid")
  }
  const periods = ({ bills }: LivingSubscription) => bills.map(({ start, end, status }) => ({ start, end, status }))
  expect(periods(jump)).toEqual(periods(walk))
  expect(jump.row).toEqual(walk.row)
}

let done = 0

function command(
  name: string,
  act: (model: SubscriptionModel, life: LivingSubscription) => void,
  check: (model: Readonly<SubscriptionModel>) => boolean = () => true,
): Command {
  return {
    check,
    run: (model, life) => {
      done += 1
      act(model, life)
      compareBoth(model, life)
    },
    toString: () => name,
  }
}

const outcome = fc.constantFrom<Outcome>(
  "paid",
  "paid",
  "paid",
  "soft_declined",
  "soft_declined",
  "hard_declined",
  "requires_action",
  "unknown",
)
const wait = fc.oneof({ weight: 3, arbitrary: fc.integer({ min: 1, max: 9 }) }, fc.integer({ min: 10, max: 95 }))

const asked = (
  name: string,
  what: Parameters<LivingSubscription["ask"]>[0],
  model: (one: SubscriptionModel) => boolean,
) => fc.constant(command(name, (paper, life) => expect(life.ask(what, paper.today)).toBe(model(paper))))

const commands: fc.Arbitrary<Command>[] = [
  fc.tuple(wait, outcome).map(([days, answer]) =>
    command(`${days} days pass, then a run: ${answer}`, (model, life) => {
      model.today = later(model.today, days)
      model.run(answer)
      life.run(model.today, answer)
      expectRunTwiceIsOnce(life, model.today)
    }),
  ),
  fc.tuple(wait, outcome).map(([days, answer]) =>
    command(`${days} days pass with a run on each: ${answer}`, (model, life) => {
      for (let day = 0; day < days; day++) {
        model.today = later(model.today, 1)
        model.run(answer)
        life.run(model.today, answer)
      }
    }),
  ),
  fc
    .tuple(wait, fc.integer({ min: 0, max: 3 }), fc.constantFrom<Outcome>("paid", "soft_declined"))
    .map(([days, parts, answer]) =>
      command(`${days} days pass; a run dies after ${parts} parts, and another one: ${answer}`, (model, life) => {
        model.today = later(model.today, days)
        model.run(answer)
        life.run(model.today, answer, parts)
        life.run(model.today, answer)
      }),
    ),
  fc.option(fc.integer({ min: -1, max: 40 }), { nil: null }).map((days) =>
    command(`pause ${days ?? "until it is resumed"}`, (model, life) => {
      const until = days === null ? null : later(model.today, days)
      const isPaused = until === null ? life.ask("pause", model.today) : life.pauseUntil(until, model.today)
      expect(isPaused).toBe(model.pause(until))
    }),
  ),
  asked("resume", "resume", (model) => model.resume()),
  asked("skip", "skip", (model) => model.skip()),
  asked("renew early", "early", (model) => model.renewEarly()),
  asked("cancel at the period's end", "cancel_later", (model) => model.cancel("later")),
  asked("undo the cancellation", "undo", (model) => model.undo()),
  fc.integer({ min: 0, max: 4 }).map((chance) =>
    command(
      "cancel now",
      (model, life) => expect(life.ask("cancel_now", model.today)).toBe(model.cancel("now")),
      // Or no life would be long.
      () => chance === 0,
    ),
  ),
  fc.constant(
    command(
      "another quantity now",
      (model, life) => {
        model.change()
        life.changeQuantity(model.today)
        model.run("paid")
        life.run(model.today, "paid")
      },
      (model) => model.canChange,
    ),
  ),
  fc.constant(
    command(
      "one jump is many steps",
      (model, life) => expectJumpIsSteps(life, model.today),
      (model) => model.owed.length === 0,
    ),
  ),
]

const CYCLES: Cycle[] = [{ months: 1 }, { months: 1 }, { months: 3 }, { months: 12 }, { days: 7 }, { days: 30 }]

describe("lives of subscriptions", () => {
  it(`${STEPS} random steps through the rules are what a reckoning on paper says`, () => {
    done = 0
    for (let seed = 20_261_129; done < STEPS; seed++) {
      fc.assert(
        fc.property(
          fc.record({
            start: fc.integer({ min: 0, max: 500 }).map((days) => later("2027-09-15", days)),
            cycle: fc.constantFrom(...CYCLES),
            trialDays: fc.constantFrom(0, 0, 14),
          }),
          fc.commands(commands, { maxCommands: 60, size: "max" }),
          ({ start, cycle, trialDays }, steps) => {
            fc.modelRun(() => {
              const interval =
                "months" in cycle
                  ? ({ unit: "month", count: cycle.months } as const)
                  : ({ unit: "day", count: cycle.days } as const)
              return {
                model: new SubscriptionModel(start, cycle, trialDays),
                real: LivingSubscription.buy(start, { interval, trialDays }),
              }
            }, steps)
          },
        ),
        { seed, numRuns: 50 },
      )
    }
    expect(done).toBeGreaterThanOrEqual(STEPS)
  }, 300_000)
})
