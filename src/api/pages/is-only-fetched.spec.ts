import { isOnlyFetched } from "./is-only-fetched"

describe("an address that is only fetched", () => {
  it.each([
    ["GET", {}, false],
    ["POST", {}, false],
    ["HEAD", {}, true],
    ["GET", { "sec-purpose": "prefetch;prerender" }, true],
    ["GET", { purpose: "prefetch" }, true],
    ["GET", { "x-moz": "Prefetch" }, true],
    ["GET", { "sec-purpose": "" }, false],
  ])("%s %j: %s", (method, headers, expected) => {
    expect(isOnlyFetched({ method, headers })).toBe(expected)
  })
})
