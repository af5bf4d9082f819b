import { clientAddress, networkOf } from "./client-address"

describe("clientAddress", () => {
  it.each([
    ["a visitor without a proxy", "203.0.113.9", undefined, "203.0.113.9"],
    ["a visitor who writes the header", "203.0.113.9", "1.2.3.4", "203.0.113.9"],
    ["one behind the merchant's proxy", "10.0.0.3", "203.0.113.9", "203.0.113.9"],
    ["one who writes the header before the proxy adds to it", "10.0.0.3", "1.2.3.4, 203.0.113.9", "203.0.113.9"],
    ["one behind two of the merchant's proxies", "127.0.0.1", "203.0.113.9, 10.0.0.7", "203.0.113.9"],
    ["one behind a named CDN", "10.0.0.3", "203.0.113.9, 198.51.100.7", "203.0.113.9"],
    ["one who writes another address than an IP", "10.0.0.3", "nobody", "10.0.0.3"],
    ["one over an IPv6 socket", "::ffff:203.0.113.9", "1.2.3.4", "203.0.113.9"],
    ["a socket that is gone", undefined, "1.2.3.4", ""],
  ])("%s", (_who, peer, forwardedFor, address) => {
    expect(clientAddress({ peer, forwardedFor }, ["198.51.100.0/24", "2001:db8::1"])).toBe(address)
  })
})

describe("networkOf", () => {
  it("counts an IPv6 address for its network, and an IPv4 one for itself", () => {
    expect(networkOf("203.0.113.9")).toBe("203.0.113.9")
    expect(networkOf("2001:db8:1:2:3:4:5:6")).toBe("2001:db8:1:2::/64")
    expect(networkOf("2001:db8::1")).toBe("2001:db8:0:0::/64")
    expect(networkOf("2001:0DB8:0001:0002::9")).toBe("2001:db8:1:2::/64")
  })
})
