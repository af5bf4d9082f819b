import { moved } from "./moved"

describe("a moved item", () => {
  it.each([
    [0, 2, "bcad"],
    [3, 0, "dabc"],
    [1, 1, "abcd"],
    [1, 3, "acdb"],
  ])("from %i to %i", (from, to, order) => {
    expect(moved([..."abcd"], from, to).join("")).toBe(order)
  })
})
