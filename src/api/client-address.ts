import { BlockList, isIP } from "node:net"

/** The networks that no visitor comes from: whoever speaks from there is the merchant's own proxy. */
const PRIVATE = [
  "127.0.0.0/8",
  "10.0.0.0/8",
  "172.16.0.0/12",
  "192.168.0.0/16",
  "169.254.0.0/16",
  "::1/128",
  "fc00::/7",
  "fe80::/10",
]

const familyOf = (address: string): "ipv4" | "ipv6" => (isIP(address) === 6 ? "ipv6" : "ipv4")

function listOf(networks: readonly string[]): BlockList {
  const list = new BlockList()
  for (const network of networks) {
    const [address = "", length] = network.split("/")
    const family = familyOf(address)
    list.addSubnet(address, length === undefined ? (family === "ipv6" ? 128 : 32) : Number(length), family)
  }
  return list
}

/** An IPv4 address that came over an IPv6 socket, as what it is. */
const plain = (address: string): string => address.trim().replace(/^::ffff:(?=\d+\.)/i, "")

export interface Connection {
  /** The address of the socket's other end. */
  peer: string | undefined
  /** The header `X-Forwarded-For` as it came; anybody can write it. */
  forwardedFor: string | undefined
}

/**
 * The address that a request comes from. A socket's own address is true. What a header says is believed only as far as
 * trusted proxies have written it: from its end, each address by the proxy before it. Trusted are private networks, and
 * those that the merchant names, such as a CDN's.
 */
export function clientAddress({ peer, forwardedFor }: Connection, trustedProxies: readonly string[]): string {
  const trusted = listOf([...PRIVATE, ...trustedProxies])
  const hops = (forwardedFor ?? "").split(",").map(plain).filter(Boolean)
  let address = plain(peer ?? "")
  while (isIP(address) && trusted.check(address, familyOf(address))) {
    const before = hops.pop()
    if (before === undefined || !isIP(before)) {
      return address
    }
    address = before
  }
  return address
}

/** Whom an address is counted for: one that has an IPv6 address has all of its network's. */
export function networkOf(address: string): string {
  if (isIP(address) !== 6) {
    return address
  }
  const [head = "", tail] = address.split("::")
  const left = head.split(":").filter(Boolean)
  const right = (tail ?? "").split(":").filter(Boolean)
  const zeros = tail === undefined ? [] : Array.from({ length: Math.max(0, 8 - left.length - right.length) }, () => "0")
  const groups = [...left, ...zeros, ...right].slice(0, 4).map((group) => Number.parseInt(group, 16).toString(16))
  return `${groups.join(":")}::/64`
}
