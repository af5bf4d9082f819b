import { newPersonKey, openPart, personKey, sealPart } from "./person-keys"

const secret = "a secret of the store, of 32 characters"
const row = (wrapped: { wrappedKey: string; wrappedBy: string }, customer_ref = "cus_1") => ({
  ...{ id: "sper_1", customer_ref, wrapped_key: wrapped.wrappedKey, wrapped_by: wrapped.wrappedBy },
})
const keyOf = (read: ReturnType<typeof personKey>): Buffer => {
  if (!("key" in read)) {
    throw new Error(read.problem)
  }
  return read.key
}

describe("H6: people's keys", () => {
  it("a part opens with its person's key alone, and at its own place alone", () => {
    const secrets = { personSecret: secret, earlierPersonSecrets: [] }
    const key = keyOf(personKey(row(newPersonKey("cus_1", secrets)), secrets))
    const other = keyOf(personKey(row(newPersonKey("cus_1", secrets)), secrets))
    const part = sealPart({ id: "sper_1", key }, "sale_1/snapshot/1", "Zoë")
    expect(openPart(key, part, "sale_1/snapshot/1")).toBe("Zoë")
    expect(openPart(key, part, "sale_2/snapshot/1")).toBeNull()
    expect(openPart(other, part, "sale_1/snapshot/1")).toBeNull()
    const cipher = Buffer.from(part.cipher, "base64")
    cipher[0] = (cipher[0] ?? 0) ^ 1
    expect(openPart(key, { ...part, cipher: cipher.toString("base64") }, "sale_1/snapshot/1")).toBeNull()
    expect(sealPart({ id: "sper_1", key }, "sale_1/snapshot/1", "Zoë").cipher).not.toBe(part.cipher)
  })

  it("a secret that is another, or is lost, is named; an earlier one still reads", () => {
    const wrapped = row(newPersonKey("cus_1", { personSecret: secret, earlierPersonSecrets: [] }))
    const read = (personSecret: string | undefined, earlierPersonSecrets: string[] = []) =>
      personKey(wrapped, { personSecret, earlierPersonSecrets })
    expect(read(`${secret}2`)).toEqual({ problem: "wrong_secret" })
    expect(read(undefined)).toEqual({ problem: "lost_secret" })
    expect(read(`${secret}2`, [secret])).toHaveProperty("key")
    expect(
      personKey({ ...wrapped, customer_ref: "cus_2" }, { personSecret: secret, earlierPersonSecrets: [] }),
    ).toEqual({
      problem: "wrong_secret",
    })
    expect(personKey({ ...wrapped, wrapped_key: null }, { earlierPersonSecrets: [] })).toEqual({ problem: "erased" })
  })
})
