import { isSameSet } from "./is-same-set"

describe("isSameSet", () => {
  it.each<[string, string[], string[], boolean]>([
    ["in whatever order", ["a", "b", "c"], ["c", "a", "b"], true],
    ["one is missing", ["a", "b"], ["a"], false],
    ["one is not of them", ["a", "b"], ["a", "c"], false],
    ["one is named twice", ["a", "b"], ["a", "a"], false],
    ["nothing is nothing", [], [], true],
  ])("D4, D12: %s", (_, these, list, answer) => {
    expect(isSameSet(these, list)).toBe(answer)
  })
})
