import type { HttpTypes } from "@medusajs/framework/types"
import { createOrderFulfillmentWorkflow } from "@medusajs/medusa/core-flows"
import type { PickListAnswer } from "../../../src/contracts/packages/pick-list"
import { CartClient } from "../../support/cart-client"
import { createProduct } from "../../support/create-product"
import { createWorld, type World } from "../../support/create-world"
import { giveArticle, givePackage, type Sold } from "../../support/give-package"
import { refusalOf } from "../../support/refusal-of"
import { storeSuite } from "../../support/store-suite"

const YEAR = new Date().getUTCFullYear() + 1
const period = { from: `${YEAR}-07-01T10:00:00Z`, to: `${YEAR}-07-03T10:00:00Z` }

export const pickListSuite = storeSuite(__filename, (store) => {
  let world: World
  let shopper: CartClient
  let party: Sold & { entryIds: string[] }
  let chair: Sold
  let formula: Sold

  beforeAll(async () => {
    world = await createWorld(store)
    shopper = new CartClient(store, world)
    const of = { salesChannelId: world.salesChannelId, prices: { eur: 10, chf: 10 } }
    const article = (title: string) => giveArticle(store.container(), { ...of, title })
    chair = await article("Chair")
    const screw = await article("Screw")
    const cloth = await article("Cloth")
    const red = await article("Red")
    const blue = await article("Blue")
    const lamp = await article("Lamp")
    const risky = await createProduct(store.container(), { ...of, title: '=HYPERLINK("https://evil.example")' })
    formula = { productId: risky.id, variantId: risky.variants[0]?.id ?? "" }
    const box = await givePackage(store.container(), {
      ...of,
      ...{ title: "Box", pricing: "flat", entries: [{ ...screw, quantity: 8 }, chair] },
    })
    party = await givePackage(store.container(), {
      ...of,
      ...{ title: "Party", pricing: "flat" },
      entries: [
        { ...chair, quantity: 4 },
        { ...cloth, isHidden: true },
        { ...red, group: "colour", isDefault: true },
        { ...blue, group: "colour" },
        box,
        { ...lamp, role: "accessory", isOptional: true },
      ],
    })
  })

  const addPackage = (cartId: string, body: object) =>
    store.api.post(`/store/carts/${cartId}/packages`, body, world.storeHeaders)
  const order = async (packages: object[], items: Sold[] = []): Promise<HttpTypes.StoreOrder> => {
    const { id } = await shopper.create("de", { email: "clara@test.example" })
    for (const body of packages) {
      await addPackage(id, body)
    }
    for (const { variantId } of items) {
      await shopper.add(id, { variant_id: variantId, quantity: 1 })
    }
    return shopper.complete(id)
  }
  const path = (id: string) => `/admin/packages/orders/${id}/pick-list`
  const read = async ({ id }: { id: string }): Promise<PickListAnswer> =>
    (await store.api.get(path(id), world.adminHeaders)).data.pick_list
  const summed = ({ totals }: PickListAnswer) =>
    totals.map(({ title, to_fulfil }) => `${to_fulfil} ${title.split(" · ")[0]}`)

  it("P14: every content, hidden and nested ones, and what was chosen, summed and by package", async () => {
    const [, , , blue, , lamp] = party.entryIds
    const choices = [
      { path: blue, is_chosen: true },
      { path: lamp, is_chosen: true },
    ]
    const placed = await order([{ variant_id: party.variantId, quantity: 2, choices }], [chair])
    const list = await read(placed)
    expect(summed(list)).toEqual(["2 Blue", "11 Chair", "2 Cloth", "2 Lamp", "16 Screw"])
    expect(list.packages).toHaveLength(1)
    const lines = list.packages[0]?.lines ?? []
    expect(
      lines.map(({ depth, quantity, title, role }) => `${depth} ${quantity} ${title.split(" ")[0]} ${role}`),
    ).toEqual([
      "1 8 Chair content",
      "1 2 Cloth content",
      "1 2 Blue content",
      "1 2 Box content",
      "2 16 Screw content",
      "2 2 Chair content",
      "1 2 Lamp accessory",
    ])
    expect(lines.filter(({ is_hidden }) => is_hidden).map(({ title }) => title)).toEqual(["Cloth · Standard"])
    expect(list.articles).toMatchObject([{ title: "Chair · Standard", quantity: "1", role: "article" }])
    expect(list.order).toMatchObject({ id: placed.id, display_id: placed.display_id, email: "clara@test.example" })
  })

  it("P13, P14, P16: a hidden accessory that would be a line of its own is picked with its package", async () => {
    const of = { salesChannelId: world.salesChannelId, prices: { eur: 10, chf: 10 } }
    const set = await givePackage(store.container(), {
      ...{ ...of, title: "Set", pricing: "flat" },
      entries: [chair, { ...formula, role: "accessory", isNested: false, isHidden: true }],
    })
    const placed = await order([{ variant_id: set.variantId, quantity: 2 }])
    expect(placed.items?.map(({ title }) => title).sort()).toEqual(["Chair", "Set"])
    const [listed] = (await read(placed)).packages
    expect(listed?.lines.map(({ quantity, role, is_hidden }) => [quantity, role, is_hidden])).toEqual([
      ["2", "content", false],
      ["2", "accessory", true],
    ])
  })

  it("PK4: the same package twice (1 and 3), the first changed to 2: contents × 5", async () => {
    const { id } = await shopper.create("de", { email: "clara@test.example" })
    await addPackage(id, { variant_id: party.variantId, quantity: 1 })
    const choices = [{ path: party.entryIds[3], is_chosen: true }]
    await addPackage(id, { variant_id: party.variantId, quantity: 3, choices })
    const { items = [] } = await shopper.read(id)
    const first = items.find(({ title, quantity }) => title === "Party" && quantity === 1)
    await shopper.update(id, first?.id ?? "", { quantity: 2 })
    const list = await read(await shopper.complete(id))
    expect(summed(list)).toEqual(["3 Blue", "25 Chair", "5 Cloth", "2 Red", "40 Screw"])
    expect(list.packages.map((one) => one.package.quantity).sort()).toEqual(["2", "3"])
  })

  it("P14: what is still to fulfil", async () => {
    const placed = await order([{ variant_id: party.variantId }])
    const line = placed.items?.find(({ title }) => title === "Screw")
    await createOrderFulfillmentWorkflow(store.container()).run({
      input: { order_id: placed.id, items: [{ id: line?.id ?? "", quantity: 6 }] },
    })
    await store.settled()
    const { totals } = await read(placed)
    expect(totals.find(({ title }) => title.startsWith("Screw"))).toMatchObject({
      ...{ quantity: "8", fulfilled: "6", returned: "0", to_fulfil: "2" },
    })
  })

  it("P14: what is rented names its period", async () => {
    const list = await read(await order([{ variant_id: party.variantId, period }]))
    expect(summed(list)).toEqual(["5 Chair", "1 Cloth", "1 Red", "8 Screw"])
    expect(list.packages[0]?.lines.map((line) => line.period)).toEqual(Array.from({ length: 6 }, () => period))
  })

  it("P14: as a CSV file, in which no title is a formula", async () => {
    const placed = await order([{ variant_id: party.variantId }], [formula])
    const { data, headers } = await store.api.get<ArrayBuffer>(`${path(placed.id)}/csv`, {
      ...world.adminHeaders,
      // As bytes: a text's byte order mark is not shown.
      responseType: "arraybuffer",
    })
    expect(headers["content-type"]).toContain("text/csv")
    expect(headers["content-disposition"]).toBe(`attachment; filename="pick-list-${placed.display_id}.csv"`)
    const [head, ...rows] = Buffer.from(data).toString("utf8").split("\r\n")
    expect(head).toBe(
      "\uFEFFsection,package,level,role,title,sku,variant_id,hidden,from,to,quantity,fulfilled,returned,to_fulfil",
    )
    const ofSection = (section: string) => rows.filter((row) => row.startsWith(`${section},`))
    expect(ofSection("total")).toEqual([
      expect.stringContaining(`,"'=HYPERLINK(""https://evil.example"") · Standard",`),
      expect.stringMatching(/,Chair · Standard,.*,5,0,0,5$/),
      expect.stringMatching(/,Cloth · Standard,.*,1,0,0,1$/),
      expect.stringMatching(/,Red · Standard,.*,1,0,0,1$/),
      expect.stringMatching(/,Screw · Standard,.*,8,0,0,8$/),
    ])
    expect(ofSection("package")).toHaveLength(7)
    expect(ofSection("package").filter((row) => row.includes(",yes,"))).toEqual([
      expect.stringMatching(/^package,Party · Standard,1,content,Cloth · Standard,/),
    ])
  })

  it("an order that does not exist is not found; a visitor gets nothing", async () => {
    expect(await refusalOf(store.api.get(path("order_none"), world.adminHeaders))).toMatchObject({ status: 404 })
    expect(await refusalOf(store.api.get(path("order_none"), world.storeHeaders))).toMatchObject({ status: 401 })
  })
})
