import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { createCustomerGroupsWorkflow, linkCustomersToCustomerGroupWorkflow } from "@medusajs/medusa/core-flows"
import { createArticleDiscountSchema } from "../../src/contracts/discounts/article-discounts"
import { createOrderDiscountSchema } from "../../src/contracts/discounts/order-discounts"
import { DISCOUNTS_MODULE, type DiscountsModuleService } from "../../src/modules/discounts"
import { EVERYONE } from "../../src/rules/discounts"
import { saveArticleDiscountWorkflow } from "../../src/workflows/discounts/catalog/save-article-discount"
import { saveArticleWorkflow } from "../../src/workflows/discounts/catalog/save-article"
import { saveOrderDiscountWorkflow } from "../../src/workflows/discounts/catalog/save-order-discount"
import { ARTICLE_DISCOUNTS, B2B_CUSTOMERS, B2B_GROUP, ELIGIBLE, ORDER_DISCOUNT } from "../data/discounts"

/** The partners' group with those demo customers who buy for a company. */
async function ensurePartners(container: MedusaContainer): Promise<string> {
  const customers = container.resolve(Modules.CUSTOMER)
  const [known] = await customers.listCustomerGroups({ name: B2B_GROUP })
  const create = { customersData: [{ name: B2B_GROUP }] }
  const [group] = known ? [known] : (await createCustomerGroupsWorkflow(container).run({ input: create })).result
  const id = group?.id ?? ""
  const partners = await customers.listCustomers(
    { email: B2B_CUSTOMERS, has_account: true },
    { relations: ["groups"], take: null },
  )
  const add = partners.filter((one) => !one.groups.some((other) => other.id === id)).map((one) => one.id)
  if (add.length) {
    await linkCustomersToCustomerGroupWorkflow(container).run({ input: { id, add } })
  }
  return id
}

async function productOf(container: MedusaContainer, handle: string): Promise<string> {
  const [product] = await container.resolve(Modules.PRODUCT).listProducts({ handle })
  return product?.id ?? ""
}

/** The partners' price list, an opening offer, and a discount on large orders. What is there already stays as it is. */
export async function ensureDiscounts(container: MedusaContainer): Promise<void> {
  const room = container.resolve<DiscountsModuleService>(DISCOUNTS_MODULE)
  const partners = await ensurePartners(container)
  for (const { on, isForPartners, discount } of ARTICLE_DISCOUNTS) {
    const [known] = await room.listDiscounts({ name: discount.name })
    if (!known) {
      const asked = createArticleDiscountSchema.parse({
        ...discount,
        groups: [isForPartners ? partners : EVERYONE],
        assignments: [{ level: "product", target_id: await productOf(container, on) }],
      })
      await saveArticleDiscountWorkflow(container).run({ input: { id: null, discount: asked } })
    }
  }
  const [known] = await room.listOrderDiscounts({ name: ORDER_DISCOUNT.name })
  if (!known) {
    const asked = createOrderDiscountSchema.parse(ORDER_DISCOUNT)
    await saveOrderDiscountWorkflow(container).run({ input: { id: null, discount: asked } })
  }
  for (const handle of ELIGIBLE) {
    const article = { level: "product" as const, target_id: await productOf(container, handle) }
    await saveArticleWorkflow(container).run({ input: { ...article, article: { order_discount_eligible: true } } })
  }
}
