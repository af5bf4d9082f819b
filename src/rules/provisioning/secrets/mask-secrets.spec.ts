import fc from "fast-check"
import { MASK, maskSecrets, maskText, secretsIn } from "../index"

describe("secrets (S5)", () => {
  it("are masked by their name, in any depth, and by their value in any text", () => {
    expect(
      maskSecrets(
        {
          name: "Clara",
          api_key: "ptla_abc",
          nested: [{ Authorization: "Bearer x", note: "we sent ptla_abc to them" }],
          initial_password: "hunter2",
          empty_token: null,
        },
        ["ptla_abc"],
      ),
    ).toEqual({
      name: "Clara",
      api_key: MASK,
      nested: [{ Authorization: MASK, note: `we sent ${MASK} to them` }],
      initial_password: MASK,
      empty_token: null,
    })
  })

  it("law: no secret of four signs or more is left in any text of it", () => {
    fc.assert(
      fc.property(fc.json(), fc.string({ minLength: 4, maxLength: 12, unit: "grapheme-ascii" }), (json, secret) => {
        fc.pre(!MASK.includes(secret) && !secret.includes(MASK.charAt(0)))
        const masked = maskSecrets({ value: JSON.parse(json) as unknown, said: `<${secret}>` }, [secret])
        const texts = secretsIn(masked)
        expect(texts.filter((text) => text.includes(secret))).toEqual([])
      }),
      { seed: 15 },
    )
  })

  it("what no database takes is left out, and what is endless is cut", () => {
    expect(maskText("a\u0000b\ud800")).toBe("ab\ufffd")
    expect(maskText("x".repeat(9000))).toHaveLength(4001)
    const circle: { self?: unknown } = {}
    circle.self = circle
    expect(JSON.stringify(maskSecrets(circle))).toContain(MASK)
  })
})
