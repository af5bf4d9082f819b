import { lookup as lookUp } from "node:dns"
import { BlockList, isIP, type LookupFunction } from "node:net"

type Range = readonly [address: string, bits: number, family: "ipv4" | "ipv6"]

/**
 * Where clouds tell their machines secrets: asked by nobody, even where the own network may be. IPv4 forms hold for their mapped
 * IPv6 forms, too; what a gateway (NAT64, 6to4) makes of them stands here by itself.
 */
const NEVER: readonly Range[] = [
  ["169.254.0.0", 16, "ipv4"],
  ["100.100.100.200", 32, "ipv4"],
  ["168.63.129.16", 32, "ipv4"],
  ["192.0.0.192", 32, "ipv4"],
  ["fd00:ec2::", 32, "ipv6"],
  ["fd20:ce::254", 128, "ipv6"],
  ["fe80::", 10, "ipv6"],
  ["64:ff9b::a9fe:0", 112, "ipv6"],
  ["64:ff9b::6464:64c8", 128, "ipv6"],
  ["64:ff9b::a83f:8110", 128, "ipv6"],
  ["2002:a9fe::", 32, "ipv6"],
]

/** What leads into the own network although it looks public: IPv4 within IPv6, old private ranges, addresses of nobody. */
const NEVER_IN_PUBLIC: readonly Range[] = [
  ["::", 96, "ipv6"],
  ["::ffff:0:0:0", 96, "ipv6"],
  ["64:ff9b::", 96, "ipv6"],
  ["64:ff9b:1::", 48, "ipv6"],
  ["100::", 64, "ipv6"],
  ["2001::", 32, "ipv6"],
  ["2002::", 16, "ipv6"],
  ["5f00::", 16, "ipv6"],
  ["fec0::", 10, "ipv6"],
]

const listOf = (ranges: readonly Range[]): BlockList => {
  const list = new BlockList()
  for (const [address, bits, family] of ranges) {
    list.addSubnet(address, bits, family)
  }
  return list
}
const FORBIDDEN = { private: listOf(NEVER), public: listOf([...NEVER, ...NEVER_IN_PUBLIC]) }

/** Which addresses may be asked: those of the internet, or those of the own network, too. */
export type Reach = keyof typeof FORBIDDEN

/** Whether an address is one that nobody is to be led to. A name is none: it is looked at when it is looked up. */
export function isForbidden(address: string, reach: Reach): boolean {
  const plain = address.replace(/^\[|\]$/g, "")
  const family = isIP(plain)
  return family !== 0 && FORBIDDEN[reach].check(plain, family === 4 ? "ipv4" : "ipv6")
}

/** Looks a name up, and fails where it means a forbidden address. */
export const checkedLookup =
  (reach: Reach, lookup: LookupFunction = lookUp): LookupFunction =>
  (host, options, done) =>
    lookup(host, options, (error, found, family) => {
      const addresses = typeof found === "string" ? [found] : (found ?? []).map(({ address }) => address)
      const isAny = !error && addresses.some((address) => isForbidden(address, reach))
      done(isAny ? new Error(`${host} is not allowed`) : error, found, family)
    })
