import { createPort } from "./create-port"

describe("createPort", () => {
  it("returns the implementation, and all of them if there are several", () => {
    const port = createPort<(n: number) => number>("the price")
    port.fill((n) => n + 1)
    expect(port.get()(1)).toBe(2)
    port.fill(
      (n) => n * 10,
      (n) => n * 100,
    )
    expect(port.getAll().map((implementation) => implementation(1))).toEqual([10, 100])
    expect(port.get()(1)).toBe(10)
  })

  it("throws where there is no implementation, and names the file that fills it", () => {
    const port = createPort<() => number>("the price")
    expect(() => port.get()).toThrow(/The port "the price" has no implementation: workflows\/rooms\.ts/)
    expect(() => port.getAll()).toThrow(/has no implementation/)
  })
})
