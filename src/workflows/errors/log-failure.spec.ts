import { asValue } from "@medusajs/framework/awilix"
import type { MedusaContainer } from "@medusajs/framework/types"
import { createMedusaContainer } from "@medusajs/framework/utils"
import { logFailure, reasonOf } from "./log-failure"

const logged: string[] = []
const container: MedusaContainer = createMedusaContainer()
container.register("logger", asValue({ error: (line: string) => logged.push(line) }))

describe("issue 9: work that holds up no other", () => {
  it("tells whether it was done, and logs why not", async () => {
    expect(await logFailure(container, "dunning could not be done", () => Promise.resolve())).toBe(true)
    expect(logged).toEqual([])
    const refuse = () => Promise.reject(new Error("no\nconnection"))
    expect(await logFailure(container, "dunning could not be done", refuse)).toBe(false)
    expect(logged).toEqual(["dunning could not be done: no\\u000aconnection"])
  })

  it("keeps a reason that stands after a long statement, and stores no NUL", () => {
    const statement = `insert into "order" (${"x".repeat(1_500)})`
    expect(reasonOf(new Error(`${statement} - the record is broken`))).toContain("the record is broken")
    expect(reasonOf({ message: "half a\u0000word" })).toBe("half a\\u0000word")
    expect(reasonOf("gone")).toContain("gone")
  })
})
