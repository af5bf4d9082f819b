import { answersSent, beginAnswer } from "./answers-first"

describe("the answers that go first", () => {
  it("nothing is waited for where no order is being placed", async () => {
    await expect(answersSent()).resolves.toBeUndefined()
  })

  it("an order is handled when those that are being placed are answered, whatever begins meanwhile", async () => {
    const log: string[] = []
    const first = beginAnswer()
    const second = beginAnswer()
    const handled = answersSent().then(() => log.push("handled"))
    const third = beginAnswer()
    log.push("first")
    first()
    await new Promise(setImmediate)
    log.push("second")
    second()
    await handled
    expect(log).toEqual(["first", "second", "handled"])
    third()
    await expect(answersSent()).resolves.toBeUndefined()
  })

  it("an answer that never comes holds nothing up for long", async () => {
    const end = beginAnswer()
    await expect(answersSent()).resolves.toBeUndefined()
    end()
  })
})
