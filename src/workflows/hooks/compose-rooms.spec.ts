import { asValue } from "@medusajs/framework/awilix"
import type { MedusaContainer } from "@medusajs/framework/types"
import { createMedusaContainer } from "@medusajs/framework/utils"
import { composeRooms, type RoomHandler } from "./compose-rooms"

type Input = { total: number; seen: string[] }
const logged: string[] = []
const container: MedusaContainer = createMedusaContainer()
container.register("logger", asValue({ error: (line: string) => logged.push(line) }))
const context = { container }

const room = (name: string, log: string[], fails = false): RoomHandler<Input> => ({
  room: name,
  run: async (input) => {
    log.push(`${name} sees ${input.total}`)
    if (fails) {
      throw new Error(`${name} refuses`)
    }
    return { context: { total: input.total - 1 }, undo: name }
  },
  undo: async (undo) => {
    log.push(`undo ${String(undo)}`)
  },
})

const compose = (rooms: RoomHandler<Input>[]) => composeRooms<Input>(rooms, (input, said) => ({ ...input, ...said }))

describe("a core hook's handler", () => {
  it("runs the rooms in their order, each with the results of those before it", async () => {
    const log: string[] = []
    const response = await compose([room("billing", log), room("discounts", log)]).invoke(
      { total: 10, seen: [] },
      context,
    )
    expect(log).toEqual(["billing sees 10", "discounts sees 9"])
    expect(response.output).toEqual({ total: 8 })
  })

  it("undoes those before the one that fails, last first", async () => {
    const log: string[] = []
    const { invoke } = compose([room("billing", log), room("discounts", log), room("sales", log, true)])
    await expect(invoke({ total: 10, seen: [] }, context)).rejects.toThrow("sales refuses")
    expect(log.slice(3)).toEqual(["undo discounts", "undo billing"])
  })

  it("undoes all when the workflow fails later", async () => {
    const log: string[] = []
    const { invoke, compensate } = compose([room("billing", log), room("discounts", log)])
    const response = await invoke({ total: 10, seen: [] }, context)
    await compensate(response.compensateInput, context)
    expect(log.slice(2)).toEqual(["undo discounts", "undo billing"])
  })

  it("undoes the others where one cannot be undone, and says why it failed", async () => {
    const log: string[] = []
    const broken = { ...room("discounts", log), undo: () => Promise.reject(new Error("no connection")) }
    const { invoke, compensate } = compose([room("billing", log), broken, room("sales", log, true)])
    await expect(invoke({ total: 10, seen: [] }, context)).rejects.toThrow("sales refuses")
    expect(log.slice(2)).toEqual(["sales sees 8", "undo billing"])
    expect(logged).toEqual(["discounts: what was done at a hook could not be undone: no connection"])

    const later = compose([room("billing", log), broken])
    const { compensateInput } = await later.invoke({ total: 10, seen: [] }, context)
    await expect(compensate(compensateInput, context)).rejects.toThrow("could not be undone whole")
    expect(log.slice(4)).toEqual(["billing sees 10", "discounts sees 9", "undo billing"])
  })
})
