import { Modules } from "@medusajs/framework/utils"
import { createCustomerGroupsWorkflow } from "@medusajs/medusa/core-flows"
import type {
  ArticleDiscountListAnswer,
  CreateArticleDiscountInput,
} from "../../../src/contracts/discounts/article-discounts"
import { createProduct } from "../../support/create-product"
import { createWorld, type World } from "../../support/create-world"
import { DiscountAdmin } from "../../support/discount-admin"
import { storeSuite } from "../../support/store-suite"

export const statesSuite = storeSuite(__filename, (store) => {
  let world: World
  let discounts: DiscountAdmin
  let productId: string

  beforeAll(async () => {
    world = await createWorld(store)
    discounts = new DiscountAdmin(store, world.adminHeaders)
    productId = (await createProduct(store.container(), { title: "Mug", prices: { eur: 10 }, ...world })).id
  })

  const assigned = (period = {}) => ({ level: "product" as const, target_id: productId, ...period })
  const create = (changes: Partial<CreateArticleDiscountInput> = {}) =>
    discounts.createArticleDiscount({
      name: "Offer",
      type: "cumulative",
      groups: ["everyone"],
      rules: [{ trigger: "quantity", mode: "percent", min: "1", value: "10" }],
      assignments: [assigned()],
      ...changes,
    })

  it("D10, D12, D16: a discount that is switched on and given to nobody says why", async () => {
    const { result } = await createCustomerGroupsWorkflow(store.container()).run({
      input: { customersData: [{ name: "Partners" }] },
    })
    const group = result[0]?.id ?? ""
    expect(await create()).toMatchObject({ is_active: true, state: "on" })
    expect(await create({ is_active: false })).toMatchObject({ state: "off" })
    expect(await create({ groups: [] })).toMatchObject({ state: "no_group" })
    expect(await create({ assignments: [] })).toMatchObject({ state: "not_assigned" })
    expect(await create({ rules: [{ trigger: "quantity", mode: "percent", min: "1", value: "0" }] })).toMatchObject({
      state: "gives_nothing",
    })
    expect(await create({ assignments: [assigned({ limited_duration: true, ends_on: "2020-12-31" })] })).toMatchObject({
      is_active: true,
      state: "ended",
    })
    expect(
      await create({ assignments: [assigned({ limited_duration: true, starts_on: "2999-01-01" })] }),
    ).toMatchObject({ state: "not_yet" })

    const { id } = await create({ groups: [group] })
    await store.container().resolve(Modules.CUSTOMER).deleteCustomerGroups([group])
    expect(await discounts.articleDiscount(id)).toMatchObject({ is_active: true, state: "group_gone" })
  })

  it("D10: with article discounts switched off, none of them is on; the order discount still is", async () => {
    const { id } = await create()
    const order = await discounts.createOrderDiscount({
      name: "Large orders",
      groups: ["everyone"],
      ranges: [{ currency_code: "eur", min: "50", max: null, percent: "5" }],
    })
    await discounts.post("settings", { is_advanced: false })
    expect(await discounts.articleDiscount(id)).toMatchObject({ state: "feature_off" })
    const { article_discounts } = await discounts.get<ArticleDiscountListAnswer>("article-discounts")
    expect(article_discounts.map(({ state }) => state)).toEqual(["feature_off"])
    expect(order).toMatchObject({ state: "on" })
  })

  it("D24: one that was used as often as it may be is used up", async () => {
    const { id } = await create({ usage_limit: 1 })
    await store.knex()("discounts_discount").where({ id }).update({ used: 1 })
    expect(await discounts.articleDiscount(id)).toMatchObject({ is_active: true, state: "used_up" })
  })
})
