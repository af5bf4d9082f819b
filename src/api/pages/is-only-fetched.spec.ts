import { isOnlyFetched } from "./is-only-fetched"

describe("an address that is only fetched", () => {
  it.each([
    [{}, false],
    [{ "sec-purpose": "prefetch;prerender" }, true],
    [{ purpose: "prefetch" }, true],
    [{ "x-moz": "Prefetch" }, true],
    [{ "sec-purpose": "" }, false],
  ])("%j: %s", (headers, expected) => {
    expect(isOnlyFetched({ headers })).toBe(expected)
  })
})
