import { createVault } from "./vault"

const key = (id: string, fill: number) => ({ id, key: Buffer.alloc(32, fill).toString("base64") })
const CREDENTIALS = { api_key: "ptla_secret" }

describe("the vault of credentials (S8)", () => {
  it("opens what it has sealed, each time sealed otherwise", () => {
    const vault = createVault([key("a", 1)])
    const sealed = vault.seal(CREDENTIALS, "psrv_1")
    expect(vault.open(sealed, "psrv_1")).toEqual(CREDENTIALS)
    expect(vault.seal(CREDENTIALS, "psrv_1").text).not.toBe(sealed.text)
    expect(sealed.text).not.toContain("ptla")
  })

  it("a new key in front seals, and the earlier one still opens", () => {
    const before = createVault([key("a", 1)]).seal(CREDENTIALS, "psrv_1")
    const vault = createVault([key("b", 2), key("a", 1)])
    expect(vault.open(before, "psrv_1")).toEqual(CREDENTIALS)
    expect(vault.seal(CREDENTIALS, "psrv_1").keyId).toBe("b")
  })

  it.each<[string, (text: string) => string, string, string]>([
    ["copied to another server", (text) => text, "psrv_2", "a"],
    ["with a byte changed", (text) => text.replace(/^./, (first) => (first === "A" ? "B" : "A")), "psrv_1", "a"],
    ["cut short", (text) => text.slice(0, -8), "psrv_1", "a"],
    ["of a key that is gone", (text) => text, "psrv_1", "z"],
    ["that is none", () => "x", "psrv_1", "a"],
  ])("does not open one %s", (_name, spoil, id, keyId) => {
    const vault = createVault([key("a", 1)])
    const { text } = vault.seal(CREDENTIALS, "psrv_1")
    expect(() => vault.open({ text: spoil(text), keyId }, id)).toThrow()
  })

  it("without a key nothing is sealed", () => {
    expect(() => createVault([]).seal(CREDENTIALS, "psrv_1")).toThrow(/encryptionKeys/)
  })
})
