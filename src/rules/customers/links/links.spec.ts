import { createHash } from "node:crypto"
import fc from "fast-check"
import { LAW } from "../../__tests__/arbitraries"
import { CLOSED_LINK, isLinkToken, linkAddress, linkExpiry, linkState, openLink, type QuickOrderLink } from ".."

const at = (day: number): Date => new Date(Date.UTC(2026, 2, day))
const link = (fields: Partial<QuickOrderLink>): QuickOrderLink => ({
  id: "clink_1",
  profileId: "cprof_1",
  expiresAt: at(10),
  revokedAt: null,
  replacedAt: null,
  ...fields,
})

describe("a link", () => {
  it.each([
    ["live", {}, 9],
    ["expired", {}, 10],
    ["revoked", { revokedAt: at(2) }, 3],
    ["replaced", { replacedAt: at(2) }, 3],
    ["revoked", { revokedAt: at(2), replacedAt: at(1) }, 30],
  ] as const)("C20: is %s (%#)", (state, fields, day) => {
    expect(linkState(link(fields), at(day))).toBe(state)
  })

  it("C20: each that is not live is answered as one that never was", () => {
    const bad = [null, link({ revokedAt: at(1) }), link({ replacedAt: at(1) }), link({ expiresAt: at(1) })]
    for (const one of bad) {
      expect(openLink(one, at(5))).toBe(CLOSED_LINK)
    }
    expect(openLink(link({}), at(5))).toEqual({ kind: "open", link: link({}) })
  })

  it("C20: ends so many days after it was made", () => {
    expect(linkExpiry(at(1), 90)).toEqual(new Date("2026-05-30T00:00:00.000Z"))
  })

  it("CR7: its address is made of the configured base alone", () => {
    expect(linkAddress("https://shop.example/", "token")).toBe("https://shop.example/pages/quick-order/token")
  })
})

describe("a token", () => {
  it("law: 256 bits in base64url have its shape, and no shorter or longer ones have", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (seed) => {
        const bytes = createHash("sha256").update(seed).digest()
        const token = bytes.toString("base64url")
        expect(isLinkToken(token)).toBe(true)
        expect([token.slice(1), `${token}A`, ` ${token}`, `${token}\n`].filter(isLinkToken)).toEqual([])
      }),
      LAW,
    )
  })

  it("has one text only: signs that decode to the same bits are none", () => {
    expect([`${"A".repeat(42)}B`, `${"A".repeat(42)}+`, `${"A".repeat(42)}=`, ""].filter(isLinkToken)).toEqual([])
  })
})
