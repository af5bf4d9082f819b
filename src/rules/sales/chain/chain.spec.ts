import { createHash } from "crypto"
import fc from "fast-check"
import { saleEvent } from "../orders/sale-event"
import { canonicalJson } from "../snapshots/canonical-json"
import { checkHead, checkLink, startOf, type ChainProblem, type LinkToCheck } from "./check-chains"
import { linkText, snapshotText, type Digest } from "./chain-link"
import { headLine, readHeadLine } from "./checkpoint"
import { lengthPrefixed } from "./length-prefixed"
import { linkEvents } from "./link-events"

const digest: Digest = (text) => createHash("sha256").update(text).digest("hex")
const at = "2026-03-01T10:00:00.000Z"

function chain(length: number): LinkToCheck[] {
  const events = Array.from({ length }, (_, index) => ({
    ...saleEvent({ kind: "changed", source: `changed:${index}`, occurredAt: at, content: { index } }),
    ...{ actor: "system", personal: null },
  }))
  return linkEvents(startOf("sale_1"), events, { recordedAt: at, snapshot: null, digest }).map((link) => ({
    ...link,
    snapshot: null,
  }))
}

function firstProblem(links: readonly LinkToCheck[], head: LinkToCheck | undefined): ChainProblem | null {
  let end = startOf("sale_1")
  for (const link of links) {
    const problem = checkLink(end, link, digest)
    if (problem) {
      return problem
    }
    end = link
  }
  return checkHead(end, head ?? null)
}

describe("H8: chains", () => {
  it("law: lists of texts are one text only where they are the same list", () => {
    const texts = fc.array(fc.option(fc.string({ unit: "binary" })))
    fc.assert(
      fc.property(texts, texts, (one, other) => {
        const isSame = JSON.stringify(one) === JSON.stringify(other)
        expect(lengthPrefixed(one) === lengthPrefixed(other)).toBe(isSame)
      }),
    )
    expect(lengthPrefixed(["a", "b"])).not.toBe(lengthPrefixed(["ab", ""]))
    expect(lengthPrefixed([null])).not.toBe(lengthPrefixed([""]))
  })

  it("law: a chain that was written is whole", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 12 }), (length) => {
        const links = chain(length)
        expect(firstProblem(links, links.at(-1))).toBeNull()
      }),
    )
  })

  it("law: any change of any field of any event, and any event left out, is found there", () => {
    const fields = Object.keys(chain(1)[0] ?? {}).filter((field) => field !== "snapshot" && field !== "sale_id")
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 8 }),
        fc.nat(),
        fc.constantFrom(...fields),
        fc.boolean(),
        (length, where, field, isRemoved) => {
          const links = chain(length)
          const index = where % length
          const head = links.at(-1)
          const changed = isRemoved
            ? links.filter((_, at) => at !== index)
            : links.map((link, at) => (at === index ? { ...link, [field]: field === "seq" ? 99 : "tampered" } : link))
          const problem = firstProblem(changed, head)
          expect(problem?.sale_id).toBe("sale_1")
          expect(problem?.number).toBe(index + 1)
        },
      ),
    )
  })

  it("a tail, a head and a whole chain that are missing are told apart", () => {
    const links = chain(4)
    expect(firstProblem(links.slice(0, 2), links.at(-1))).toMatchObject({ kind: "tail_missing", number: 3 })
    expect(firstProblem([], links.at(-1))).toMatchObject({ kind: "chain_missing" })
    expect(firstProblem(links, undefined)).toMatchObject({ kind: "head_missing" })
    expect(firstProblem(links, links[1])).toMatchObject({ kind: "link_broken" })
  })

  it("a snapshot is covered by its event's hash", () => {
    const stored = { sale_id: "sale_1", number: 1, schema: 1, content: "{}", personal: null }
    const [link] = chain(1)
    if (!link) {
      throw new Error("a chain of one has a link")
    }
    const with_hash = { ...link, snapshot_number: 1, snapshot_hash: digest(snapshotText(stored)) }
    const own = { ...with_hash, hash: digest(linkText(with_hash)), snapshot: stored }
    expect(checkLink(startOf("sale_1"), own, digest)).toBeNull()
    expect(checkLink(startOf("sale_1"), { ...own, snapshot: null }, digest)?.kind).toBe("snapshot_missing")
    const other = { ...own, snapshot: { ...stored, content: "[]" } }
    expect(checkLink(startOf("sale_1"), other, digest)?.kind).toBe("snapshot_changed")
  })

  it("law: a head's line is read as it was written, and nothing else is a line", () => {
    const hash = "a".repeat(64)
    const position = fc.record({
      sale_id: fc.stringMatching(/^sale_[0-9A-Z]{1,26}$/),
      seq: fc.nat(),
      hash: fc.constant(hash),
    })
    fc.assert(fc.property(position, (one) => expect(readHeadLine(headLine(one).trim())).toEqual(one)))
    for (const line of ["", "sale_1 1", `sale_1 -1 ${hash}`, `sale 1 1 ${hash}`, `sale_1 1 ${hash}0`]) {
      expect(readHeadLine(line)).toBeNull()
    }
  })
})

describe("canonical JSON", () => {
  it("law: says what JSON says, in one way, whatever the order of the keys", () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const text = canonicalJson(value)
        expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(value)))
        expect(canonicalJson(JSON.parse(text))).toBe(text)
      }),
    )
    expect(canonicalJson({ b: 1, a: undefined, c: [undefined, { z: null, y: "ü" }] })).toBe(
      '{"b":1,"c":[null,{"y":"ü","z":null}]}',
    )
  })
})
