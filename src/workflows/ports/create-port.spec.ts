import { createPort } from "./create-port"

describe("createPort", () => {
  it("hands a question to who was named to answer it, and to all where several were", () => {
    const port = createPort<(n: number) => number>("how much is it?")
    port.fill((n) => n + 1)
    expect(port.ask()(1)).toBe(2)
    port.fill(
      (n) => n * 10,
      (n) => n * 100,
    )
    expect(port.askAll().map((answer) => answer(1))).toEqual([10, 100])
    expect(port.ask()(1)).toBe(10)
  })

  it("refuses a question that nobody answers, and says who should have", () => {
    const port = createPort<() => number>("how much is it?")
    expect(() => port.ask()).toThrow(/Nobody answers "how much is it\?": workflows\/rooms\.ts/)
    expect(() => port.askAll()).toThrow(/Nobody answers/)
  })
})
